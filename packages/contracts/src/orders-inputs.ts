import { z } from 'zod';
import { keyset } from './fields.ts';
import { ORDER_STATUSES, STRIPE_EVENT_STATUSES } from './payments.ts';
import { portalId, portalText } from './portal-fields.ts';

export const checkoutStart = z.object({ serviceSlug: portalText(1, 120) });

export const orderList = z.object({ ...keyset, status: z.enum(ORDER_STATUSES).optional() });

/** The token is the one that the payer's link carries. */
export const receiptRead = z.object({ orderId: portalId, token: z.string({ error: 'Required' }).max(200) });

/** `followed`: only of the types on which something is done. */
export const stripeEventList = z.object({
  ...keyset,
  status: z.enum(STRIPE_EVENT_STATUSES).optional(),
  followed: z.boolean().optional(),
});

/** The provider's id. */
export const stripeEventRetry = z.object({ id: portalText(1, 255) });
