import type { PublicQuoteView, QuoteAnswer } from '@officina/contracts/sales';
import { quoteAnswer } from '@officina/contracts/sales-inputs';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashSecret } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { notify } from '../../notifications/notify.ts';
import { applyQuoteStatus } from './apply-quote-status.ts';
import { type LockedQuote, lockQuote } from './load-quote.ts';
import { openLink, publicView } from './public-quote.ts';
import { logQuoteAnswer } from './quote-facts.ts';
import { stateOf } from './quote-state.ts';

/** The firm's owners, and who wrote the quote. */
async function tellFirm(ctx: WriteCtx, quote: LockedQuote, answer: QuoteAnswer, name: string): Promise<void> {
  const tx = await ctx.tx();
  const owners = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.role, 'owner'), isNull(members.removedAt)));
  const told = new Set([
    ...owners.map((owner) => owner.userId),
    ...(quote.createdBy ? [quote.createdBy] : []),
  ]);
  for (const userId of told) {
    const params = { number: quote.number, answer, name };
    await notify(ctx, { userId, kind: 'quote.answered', params, link: `/quotes/${quote.id}` });
  }
}

/**
 * The client's answer through the link, signed with a typed name: once. Giving the same answer again changes nothing;
 * another one is INVALID_STATUS_TRANSITION (the firm can still mark it). A dead link is INVALID_TOKEN.
 */
export const answerQuote = write({
  name: 'quotes.answer',
  permission: 'public',
  input: quoteAnswer,
  async run(outer, { token, answer, name, reason = null }): Promise<PublicQuoteView> {
    const { ctx, id } = await openLink(outer, token);
    const quote = await lockQuote(ctx, id);
    if (quote.publicTokenHash !== hashSecret(token)) throw new AppError('INVALID_TOKEN');
    const state = stateOf(ctx, quote);
    if (state === answer || state === 'expired') return publicView(ctx, id);
    if (state !== 'sent') {
      const [from, to] = [state.toUpperCase(), answer.toUpperCase()];
      throw new AppError('INVALID_STATUS_TRANSITION', undefined, { from, to, allowed: [] });
    }
    const why = answer === 'rejected' ? reason : null;
    await applyQuoteStatus(ctx, quote, { status: answer, reason: why, answeredBy: name });
    await logQuoteAnswer(ctx, quote, answer, name);
    await tellFirm(ctx, quote, answer, name);
    return publicView(ctx, id);
  },
});
