import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

/**
 * Closes the provider's pages of an invoice on which something else would be paid than is open now, so that nobody pays
 * the wrong amount, or twice. What the provider tells of it then makes those payments fail.
 */
export async function closeInvoiceCheckouts(ctx: Ctx, { invoiceId }: Record<string, unknown>): Promise<void> {
  const { payments: provider } = ctx.services;
  if (provider.mode === 'off') return;
  const waiting = await ctx.db
    .select({
      sessionId: payments.stripeSessionId,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      invoice: { status: invoices.status, totalMinor: invoices.totalMinor, currency: invoices.currency },
    })
    .from(payments)
    .innerJoin(invoices, and(eq(invoices.tenantId, payments.tenantId), eq(invoices.id, payments.invoiceId)))
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, String(invoiceId)),
        eq(payments.status, 'pending'),
        isNotNull(payments.stripeSessionId),
      ),
    );
  for (const { sessionId, invoice, amountMinor, currency } of waiting) {
    const right =
      invoice.status === 'sent' && invoice.totalMinor === amountMinor && invoice.currency === currency;
    if (sessionId && !right) await provider.expireCheckout(sessionId);
  }
}
