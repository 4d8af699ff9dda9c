import { portalInvoicePay } from '@officina/contracts/portal-invoices-inputs';
import { payments } from '@officina/db/schema/payments';
import { and, desc, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { stage, staged } from '../../../kernel/operation.ts';
import { askProvider } from '../../payments/ask-provider.ts';
import { livePayments, sumOf } from '../../payments/load-payments.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { labelOf } from './invoice-news.ts';
import { isPayable } from './invoice-row.ts';
import { holdPortalInvoice } from './load-invoice.ts';

/** A payment that was asked for and has not come. */
interface Asked {
  id: string;
  sessionId: string | null;
  amountMinor: number;
  currency: string;
  invoiceId: string;
  label: string;
}

/** What is open is asked for once: whoever asks again, or at the same moment, goes on with the same payment. */
async function ask(ctx: WriteCtx, invoiceId: string, { anew }: { anew: boolean }): Promise<Asked> {
  const found = await holdPortalInvoice(ctx, invoiceId);
  const { id, totalMinor, currency } = found.row;
  const open = totalMinor - sumOf(await livePayments(ctx, id));
  if (!isPayable(found) || open <= 0) throw new AppError('CONFLICT', 'There is nothing to pay');
  const tx = await ctx.tx();
  const [waiting] = await tx
    .select({ id: payments.id, sessionId: payments.stripeSessionId })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, id),
        eq(payments.status, 'pending'),
        eq(payments.method, 'stripe'),
        eq(payments.amountMinor, open),
        eq(payments.currency, currency),
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(1);
  const facts = { amountMinor: open, currency, invoiceId: id, label: labelOf(found) };
  if (waiting && !(anew && waiting.sessionId)) return { ...waiting, ...facts };
  const payment = { id: newId(), amountMinor: open, currency, invoiceId: id };
  await tx.insert(payments).values({
    ...payment,
    tenantId: ctx.tenant.id,
    status: 'pending',
    method: 'stripe',
    userId: requireUser(ctx.actor).id,
    createdBy: requireUser(ctx.actor).id,
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'invoice.payment_started',
    subject: { type: 'invoice', id },
    contactId: found.row.contactId,
    engagementId: found.own?.engagementId,
    after: { paymentId: payment.id, amountMinor: open, currency },
  });
  return { ...payment, ...facts, sessionId: null };
}

const hostedPage = (ctx: Ctx, { id, invoiceId, amountMinor, currency, label }: Asked) => {
  const page = `${ctx.services.config.publicUrl}/portal/billing`;
  return askProvider(() =>
    ctx.services.payments.openCheckout(
      {
        mode: 'payment',
        lines: [{ name: label, amountMinor, currency }],
        email: requireUser(ctx.actor).email,
        successUrl: `${page}?paid=${invoiceId}`,
        cancelUrl: page,
        reference: id,
        metadata: { invoiceId, paymentId: id, tenantId: ctx.tenant.id },
      },
      `invoice-payment:${id}`,
    ),
  );
};

async function opened(ctx: WriteCtx, { id }: Asked, sessionId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ stripeSessionId: sessionId })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, id)));
  await reviveStripeEvents(ctx, [sessionId]);
}

/**
 * The provider's page over what is open of an own invoice. Asked again while it is open it is the same page; CONFLICT
 * for an invoice that is not to be paid, or whose payment is on its way.
 */
export const payPortalInvoice = staged({
  name: 'billing.pay',
  permission: 'portal.billing.pay',
  input: portalInvoicePay,
  async run(ctx, { invoiceId }): Promise<{ redirectUrl: string }> {
    let asked = await stage(ctx, (tx) => ask(tx, invoiceId, { anew: false }));
    const { sessionId } = asked;
    if (sessionId) {
      const known = await askProvider(() => ctx.services.payments.findCheckout(sessionId));
      if (known?.status === 'open' && known.url) return { redirectUrl: known.url };
      if (known?.status === 'complete') throw new AppError('CONFLICT', 'The payment is being processed');
      asked = await stage(ctx, (tx) => ask(tx, invoiceId, { anew: true }));
    }
    const checkout = await hostedPage(ctx, asked);
    await stage(ctx, (tx) => opened(tx, asked, checkout.id));
    if (!checkout.url) throw new AppError('SERVICE_UNAVAILABLE');
    return { redirectUrl: checkout.url };
  },
});
