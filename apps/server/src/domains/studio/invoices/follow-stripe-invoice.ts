import { payments } from '@officina/db/schema/payments';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { inTenantOf } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { type Meaning, onStripeEvent } from '../../payments/stripe-effects.ts';
import { type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { lockInvoice } from './load-invoice.ts';
import { settleStudioInvoice } from './settle-invoice.ts';
import { tellPaymentFailed } from './tell-payment-failed.ts';

/** The provider's own invoice is paid: what was outstanding of ours has come in, once. */
export async function payStripeInvoice(
  ctx: WriteCtx,
  id: string,
  stripeInvoiceId: string,
  paidAt: Date = toDate(ctx.now),
): Promise<void> {
  const invoice = await lockInvoice(ctx, id);
  const open = invoice.totalMinor - Number(invoice.paidMinor);
  if (open <= 0) return;
  const tx = await ctx.tx();
  await tx
    .insert(payments)
    .values({
      tenantId: ctx.tenant.id,
      id: newId(),
      purpose: 'invoice',
      status: 'succeeded',
      invoiceId: id,
      amountMinor: open,
      currency: invoice.currency.toLowerCase(),
      method: 'stripe',
      paidAt,
      stripeInvoiceId,
      createdAt: toDate(ctx.now),
    })
    .onConflictDoNothing();
  await settleStudioInvoice(ctx, id, paidAt);
}

/** Acts on our invoice that the provider's stands for; of others nothing is known. */
async function follow(
  ctx: WriteCtx,
  event: StripeEvent,
  act: (inside: WriteCtx, id: string, stripeInvoiceId: string) => Promise<void>,
): Promise<Meaning> {
  const stripeInvoiceId = textOf(event.object, 'id');
  if (!stripeInvoiceId) return null;
  const tx = await ctx.tx();
  const [found] = await tx
    .select({ tenantId: studioInvoices.tenantId, id: studioInvoices.invoiceId })
    .from(studioInvoices)
    .where(
      and(
        crossTenant('an event names an invoice of the provider, not a tenant'),
        eq(studioInvoices.stripeInvoiceId, stripeInvoiceId),
      ),
    );
  const inside = found && (await inTenantOf(ctx, found.tenantId));
  if (!inside) return null;
  await act(inside, found.id, stripeInvoiceId);
  return { tenantId: inside.tenant.id };
}

onStripeEvent(['invoice.paid'], (ctx, event) =>
  follow(ctx, event, (inside, id, stripeInvoiceId) =>
    payStripeInvoice(inside, id, stripeInvoiceId, event.created),
  ),
);

onStripeEvent(['invoice.payment_failed'], (ctx, event) =>
  follow(ctx, event, (inside, id) => tellPaymentFailed(inside, id, 'The card was declined')),
);
