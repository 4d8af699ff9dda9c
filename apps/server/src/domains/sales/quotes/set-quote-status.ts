import type { QuoteStatus, QuoteView } from '@officina/contracts/sales';
import { quoteSetStatus } from '@officina/contracts/sales-inputs';
import { quotes } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { type LockedQuote, lockQuote } from './load-quote.ts';
import { logQuoteAnswer, logQuoteSent } from './quote-facts.ts';
import { quoteView } from './quote-reads.ts';
import { expired, reachable, refusedTransition, stateOf } from './quote-state.ts';

interface Change {
  status: QuoteStatus;
  validUntil: string | null;
  reason: string | null;
}

function checkInput(today: string, { status, validUntil, reason }: Change): void {
  const faults = [];
  if (validUntil && status !== 'sent') faults.push({ field: 'validUntil', message: 'Only with SENT' });
  else if (validUntil && validUntil < today)
    faults.push({ field: 'validUntil', message: 'Must not be before today' });
  if (reason && status !== 'rejected') faults.push({ field: 'reason', message: 'Only with REJECTED' });
  if (faults.length) throw invalid(...faults);
}

/** Refuses what the table of garage §4.3 forbids; what has expired goes on with a new end only. */
function checkTransition(ctx: WriteCtx, quote: LockedQuote, { status, validUntil }: Change): void {
  const state = stateOf(ctx, quote);
  const over = quote.validUntil < ctx.today;
  if (state === 'expired' && status === 'accepted') throw expired(quote);
  if (!reachable(ctx, quote).includes(status)) throw refusedTransition(ctx, quote, status);
  if (status === 'sent' && over && !validUntil) throw expired(quote);
}

/**
 * Marks a quote as sent, accepted or rejected; it mails nothing (that is `quotes.send`). Asking for the status that a
 * quote has changes nothing. An expired quote is sent anew (renewed) with `validUntil`.
 */
export const setQuoteStatus = write({
  name: 'quotes.setStatus',
  permission: 'quotes.edit',
  input: quoteSetStatus,
  async run(ctx, { id, status, validUntil = null, reason = null }): Promise<QuoteView> {
    const change = { status, validUntil, reason };
    checkInput(ctx.today, change);
    const quote = await lockQuote(ctx, id);
    if (status === stateOf(ctx, quote)) return quoteView(ctx, id);
    checkTransition(ctx, quote, change);
    await applyStatus(ctx, quote, change);
    return quoteView(ctx, id);
  },
});

async function applyStatus(ctx: WriteCtx, quote: LockedQuote, { status, validUntil, reason }: Change) {
  const now = toDate(ctx.now);
  const renewed = quote.status === 'sent' && status === 'sent';
  const tx = await ctx.tx();
  await tx
    .update(quotes)
    .set({
      status,
      ...(validUntil && { validUntil }),
      ...(status === 'sent' && !quote.sentAt && { sentAt: now }),
      ...(status === 'accepted' && { acceptedAt: now }),
      ...(status === 'rejected' && { rejectedAt: now, rejectionReason: reason }),
      version: sql`${quotes.version} + 1`,
      updatedAt: laterThan(quote.updatedAt, ctx.now),
    })
    .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, quote.id)));
  if (status === 'sent') await logQuoteSent(ctx, quote);
  if (status === 'accepted' || status === 'rejected') await logQuoteAnswer(ctx, quote, status);
  ctx.record({
    verb: renewed ? 'quote.renewed' : `quote.${status}`,
    subject: { type: 'quote', id: quote.id },
    contactId: quote.contactId,
    before: { status: stateOf(ctx, quote), validUntil: quote.validUntil },
    after: { status, validUntil: validUntil ?? quote.validUntil },
    reason,
  });
}
