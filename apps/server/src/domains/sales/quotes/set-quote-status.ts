import type { QuoteStatus, QuoteView } from '@officina/contracts/sales';
import { quoteSetStatus } from '@officina/contracts/sales-inputs';
import type { WriteCtx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { applyQuoteStatus } from './apply-quote-status.ts';
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
    if (status === 'draft') throw refusedTransition(ctx, quote, status);
    await applyQuoteStatus(ctx, quote, { status, validUntil, reason });
    if (status === 'sent') await logQuoteSent(ctx, quote);
    else await logQuoteAnswer(ctx, quote, status);
    return quoteView(ctx, id);
  },
});
