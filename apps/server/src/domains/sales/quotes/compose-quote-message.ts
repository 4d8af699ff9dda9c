import { byId } from '@officina/contracts/contacts-inputs';
import type { DocumentMessage } from '@officina/contracts/document-message';
import { read } from '../../../kernel/operation.ts';
import { buyerNow } from '../snapshots.ts';
import { quoteMessage } from '../standard-messages.ts';
import { quoteDetail } from './quote-reads.ts';

/** The standard wording of a quote's message and where it would go. The client's link is added when it is sent. */
export const composeQuoteMessage = read({
  name: 'quotes.message',
  permission: 'quotes.send',
  input: byId,
  async run(ctx, { id }): Promise<DocumentMessage> {
    const quote = await quoteDetail(ctx, id);
    const { name, email, phone } = await buyerNow(ctx, quote);
    const told = { ...quote, contactName: name, totalCents: quote.totalMinor };
    return { email: email ?? null, phone: phone ?? null, ...quoteMessage(ctx, told) };
  },
});
