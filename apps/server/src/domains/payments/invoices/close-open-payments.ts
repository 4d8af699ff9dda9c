import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { unlessOver } from '../unless-over.ts';

/** What is still to be paid of a sent invoice, in minor units; null where nothing may be paid. */
const openMinor = sql<string | null>`(case when invoices.status = 'sent' then invoices.total_minor - (
  select coalesce(sum(p.amount_minor), 0) from payments p where p.tenant_id = invoices.tenant_id
    and p.invoice_id = invoices.id and p.status = 'succeeded' and p.reversed_at is null) end)`;

/**
 * Closes the provider's pages and payments of an invoice with which something else would be paid than is open now, so
 * that nobody pays the wrong amount, or twice. What the provider tells of it then makes those payments fail.
 */
export async function closeOpenPayments(ctx: Ctx, { invoiceId }: Record<string, unknown>): Promise<void> {
  const { payments: provider } = ctx.services;
  if (provider.mode === 'off') return;
  const waiting = await ctx.db
    .select({
      sessionId: payments.stripeSessionId,
      intentId: payments.stripePaymentIntentId,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      invoice: { openMinor, currency: invoices.currency },
    })
    .from(payments)
    .innerJoin(invoices, and(eq(invoices.tenantId, payments.tenantId), eq(invoices.id, payments.invoiceId)))
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, String(invoiceId)),
        inArray(payments.status, ['pending', 'failed']),
        or(
          isNotNull(payments.stripeSessionId),
          // A refused one may be paid with another card.
          and(isNotNull(payments.stripePaymentIntentId), sql`${payments.stripeStatus} <> 'canceled'`),
        ),
      ),
    );
  for (const { sessionId, intentId, invoice, amountMinor, currency } of waiting) {
    const right =
      Number(invoice.openMinor) === amountMinor && invoice.currency.toLowerCase() === currency?.toLowerCase();
    if (right) continue;
    if (sessionId) await unlessOver(() => provider.expireCheckout(sessionId));
    else if (intentId) await unlessOver(() => provider.cancelPayment(intentId));
  }
}
