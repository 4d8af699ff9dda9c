import { z } from 'zod';
import { keyset, uuid } from './fields.ts';
import { PAYMENT_PURPOSES, PAYMENT_STATUSES } from './payments.ts';

export const paymentList = z.object({
  status: z.enum(PAYMENT_STATUSES).optional(),
  purpose: z.enum(PAYMENT_PURPOSES).optional(),
  invoiceId: uuid.optional(),
  /** Part of the payer's name, an invoice's number, an item's title or the provider's id. */
  search: z.string().max(200).optional(),
  /** Only those of which another amount arrived than was asked for. */
  mismatch: z.boolean().default(false),
  ...keyset,
});

export const paymentRefund = z.object({
  id: z.string(),
  /** Minor units; all that is left when left out. */
  amountCents: z.int('Must be a whole number of cents').positive('Must be more than 0').optional(),
});

export const subscriptionList = z.object({ ...keyset });
