import { z } from 'zod';
import { keyset, uuid } from './fields.ts';
import { PAYMENT_PURPOSES, PAYMENT_STATUSES } from './payments.ts';

export const paymentList = z.object({
  status: z.enum(PAYMENT_STATUSES).optional(),
  purpose: z.enum(PAYMENT_PURPOSES).optional(),
  invoiceId: uuid.optional(),
  /** Only those of which another amount arrived than was asked for. */
  mismatch: z.boolean().default(false),
  ...keyset,
});

export const subscriptionList = z.object({ ...keyset });
