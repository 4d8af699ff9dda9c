import type { QuoteView } from '@officina/contracts/sales';
import { quoteSend } from '@officina/contracts/sales-inputs';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newTenantToken } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { queueDocument } from '../sending.ts';
import { buyerNow } from '../snapshots.ts';
import { quoteMessage, withLink } from '../standard-messages.ts';
import { applyQuoteStatus } from './apply-quote-status.ts';
import { type LockedQuote, lockQuote } from './load-quote.ts';
import { logQuoteSent } from './quote-facts.ts';
import { quoteView } from './quote-reads.ts';
import { expired, refusedTransition } from './quote-state.ts';

function checkSendable(ctx: WriteCtx, quote: LockedQuote): void {
  if (quote.status !== 'draft' && quote.status !== 'sent') throw refusedTransition(ctx, quote, 'sent');
  if (quote.validUntil < ctx.today) throw expired(quote);
}

/**
 * Mails a quote, for the first time or again, with its PDF and a link where the client answers. Each sending makes a
 * new link and kills the one before; only its hash is kept.
 */
export const sendQuote = write({
  name: 'quotes.send',
  permission: 'quotes.send',
  input: quoteSend,
  async run(ctx, { id, ...sending }): Promise<QuoteView> {
    const quote = await lockQuote(ctx, id);
    checkSendable(ctx, quote);
    const buyer = await buyerNow(ctx, quote);
    const { number, contactId, validUntil, currency, totalMinor: totalCents } = quote;
    const { token, hash } = newTenantToken(ctx.tenant.id);
    const link = `${ctx.services.config.publicUrl}/q/${token}`;
    const standard = quoteMessage(ctx, { contactName: buyer.name, number, totalCents, currency, validUntil });
    const body = withLink(ctx, sending.body ?? standard.body, link);
    const attachment = { filename: `devis-${number}.pdf`, quoteId: id };
    const to = await queueDocument(
      ctx,
      { ...sending, body },
      { contactId, buyer, subject: standard.subject, body, attachment },
    );
    const told = { channel: sending.channel, to };
    await applyQuoteStatus(ctx, quote, { status: 'sent', publicTokenHash: hash, told });
    await logQuoteSent(ctx, quote, told);
    return quoteView(ctx, id);
  },
});
