import type { TenantId } from '../../../kernel/ids.ts';
import { onStripeEvent, type StripeEffect } from '../../payments/stripe-effects.ts';
import { type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { endOrder } from '../checkout/end-order.ts';
import { inTenantOf } from './find-enrollment.ts';
import { findOrder } from './find-order.ts';
import { payOrder } from './pay-order.ts';

const PAID = ['paid', 'no_payment_required'];

/** Ours by its own word, whose order does not know it yet. */
const mayBeOurs = ({ object }: StripeEvent): boolean =>
  textOf(object.metadata, 'checkout_type') === 'barber_enrollment';

/** An effect on the order whose page the event is about, in its tenant. */
const onOrder =
  (act: (...args: [...Parameters<typeof payOrder>]) => Promise<unknown>): StripeEffect =>
  async (ctx, event) => {
    const found = await findOrder(ctx, event);
    if (!found) return mayBeOurs(event) ? 'unmatched' : null;
    await act(await inTenantOf(ctx, found.tenantId), event, found);
    return { tenantId: found.tenantId as TenantId };
  };

onStripeEvent(
  ['checkout.session.completed', 'checkout.session.async_payment_succeeded'],
  onOrder(async (ctx, event, found) => {
    const settled =
      event.type !== 'checkout.session.completed' ||
      PAID.includes(textOf(event.object, 'payment_status') ?? '');
    // Otherwise the money is on its way: another event will say.
    if (settled) await payOrder(ctx, event, found);
  }),
);

onStripeEvent(
  ['checkout.session.async_payment_failed'],
  onOrder((ctx, _, { id }) => endOrder(ctx, id, 'failed', 'the payment failed')),
);

onStripeEvent(
  ['checkout.session.expired'],
  onOrder((ctx, _, { id }) => endOrder(ctx, id, 'expired', 'the page was closed')),
);
