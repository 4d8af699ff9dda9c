import { payments } from '@officina/db/schema/payments';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { stage } from '../../../kernel/operation.ts';
import { askProvider } from '../ask-provider.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';

/** An invoice with something to pay, held until the transaction ends. */
export interface PayableInvoice {
  id: string;
  /** What is open, in minor units. */
  openMinor: number;
  /** ISO code. */
  currency: string;
  /** What the payer reads on the provider's page. */
  label: string;
  subject: 'invoice' | 'studio_invoice';
  contactId: string;
  engagementId?: string | null;
}

interface Page {
  successUrl: string;
  cancelUrl: string;
  /** Of the payer, where it is known. */
  email?: string;
}

/** A payment that was asked for and has not come. */
interface Asked {
  id: string;
  invoiceId: string;
  sessionId: string | null;
  amountMinor: number;
  currency: string;
  request: Page & { label: string };
}

/** What is open is asked for once: whoever asks again, or at the same moment, goes on with the same payment. */
async function ask(
  ctx: WriteCtx,
  { id: invoiceId, openMinor: amountMinor, currency, label, subject, ...about }: PayableInvoice,
  { page, anew }: { page: Page; anew: boolean },
): Promise<Asked> {
  const tx = await ctx.tx();
  const [waiting] = await tx
    .select({
      id: payments.id,
      sessionId: payments.stripeSessionId,
      request: payments.providerRequest,
    })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, invoiceId),
        eq(payments.status, 'pending'),
        eq(payments.method, 'stripe'),
        isNull(payments.stripeStatus),
        eq(payments.amountMinor, amountMinor),
        eq(payments.currency, currency),
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(1);
  const facts = { invoiceId, amountMinor, currency };
  // What is asked again under the same key must be the same.
  const request = { ...page, label };
  if (waiting && !(anew && waiting.sessionId))
    return { ...waiting, ...facts, request: (waiting.request as Asked['request'] | null) ?? request };
  const id = newId();
  await tx.insert(payments).values({
    ...{ id, ...facts },
    tenantId: ctx.tenant.id,
    status: 'pending',
    method: 'stripe',
    userId: userIdOf(ctx.actor),
    providerRequest: request,
    createdBy: userIdOf(ctx.actor),
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'invoice.payment_started',
    subject: { type: subject, id: invoiceId },
    ...about,
    after: { paymentId: id, amountMinor, currency },
  });
  return { id, ...facts, request, sessionId: null };
}

const openPage = (ctx: Ctx, { id, invoiceId, amountMinor, currency, request }: Asked) => {
  const { label, ...page } = request;
  return askProvider(() =>
    ctx.services.payments.openCheckout(
      {
        mode: 'payment',
        lines: [{ name: label, amountMinor, currency }],
        ...page,
        reference: id,
        metadata: { invoiceId, paymentId: id, tenantId: ctx.tenant.id },
      },
      `invoice-payment:${id}`,
    ),
  );
};

async function opened(ctx: WriteCtx, { id, invoiceId }: Asked, sessionId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ stripeSessionId: sessionId })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, id)));
  await reviveStripeEvents(ctx, [sessionId]);
  // Another amount may have been asked for before, or this one may be paid by now.
  ctx.enqueue('close-open-payments', { invoiceId });
}

/**
 * The address of the provider's page on which what is open of an invoice is paid. `hold` locks the invoice and throws
 * where nothing may be paid. Asked again while the page is open it is the same one; CONFLICT while the payment is on its
 * way. Never inside a transaction.
 */
export async function askForCheckout(
  ctx: Ctx,
  hold: (ctx: WriteCtx) => Promise<PayableInvoice>,
  page: Page,
): Promise<string> {
  const begin = (anew: boolean) => stage(ctx, async (unit) => ask(unit, await hold(unit), { page, anew }));
  let asked = await begin(false);
  const { sessionId } = asked;
  if (sessionId) {
    const known = await askProvider(() => ctx.services.payments.findCheckout(sessionId));
    if (known?.status === 'open' && known.url) return known.url;
    if (known?.status === 'complete') throw new AppError('CONFLICT', 'The payment is being processed');
    asked = await begin(true);
  }
  const checkout = await openPage(ctx, asked);
  await stage(ctx, (unit) => opened(unit, asked, checkout.id));
  if (!checkout.url) throw new AppError('SERVICE_UNAVAILABLE');
  return checkout.url;
}
