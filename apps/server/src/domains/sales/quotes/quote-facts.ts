import type { ActivityType } from '@officina/contracts/activities';
import type { WriteCtx } from '../../../kernel/context.ts';
import { logActivity } from '../../activities/log-activity.ts';

interface NumberedQuote {
  id: string;
  number: string;
  contactId: string;
}

/** Puts what happened to a quote on its customer's timeline; texts and metadata are those of the garage contract. */
function logQuoteFact(
  ctx: WriteCtx,
  quote: NumberedQuote,
  fact: { type: ActivityType; description: string; more?: Record<string, unknown> },
) {
  return logActivity(ctx, {
    type: fact.type,
    description: fact.description,
    contactId: quote.contactId,
    metadata: { quote_id: quote.id, quote_number: quote.number, ...fact.more },
  });
}

export const logQuoteSent = (ctx: WriteCtx, quote: NumberedQuote, more: Record<string, unknown> = {}) =>
  logQuoteFact(ctx, quote, { type: 'QUOTE_SENT', description: `Devis ${quote.number} envoyé`, more });

const ANSWERS = {
  accepted: { event: 'quote_accepted', word: 'accepté' },
  rejected: { event: 'quote_rejected', word: 'refusé' },
};

export function logQuoteAnswer(
  ctx: WriteCtx,
  quote: NumberedQuote,
  answer: 'accepted' | 'rejected',
  client?: string,
) {
  const { event, word } = ANSWERS[answer];
  const by = client ? ` par ${client}` : '';
  return logQuoteFact(ctx, quote, {
    type: 'NOTE_ADDED',
    description: `Devis ${quote.number} ${word}${by}`,
    more: { event, ...(client && { name: client }) },
  });
}
