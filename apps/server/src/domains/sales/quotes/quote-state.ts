import {
  QUOTE_TRANSITIONS,
  type QuoteAbilities,
  type QuoteState,
  type QuoteStatus,
  quoteState,
} from '@officina/contracts/sales';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';

/** What decides about a quote: its stored status, its end, and whether it became an invoice. */
export interface QuoteFacts {
  status: QuoteStatus;
  validUntil: string;
  converted: boolean;
}

export const stateOf = (ctx: Ctx, quote: QuoteFacts): QuoteState =>
  quoteState(quote.status, quote.validUntil, ctx.today);

/** Where a status change may lead (garage §4.3): nowhere once the quote became an invoice. */
export const reachable = (ctx: Ctx, quote: QuoteFacts): readonly QuoteStatus[] =>
  quote.converted ? [] : QUOTE_TRANSITIONS[stateOf(ctx, quote)];

/** The refusal of a status change; words are printed as every surface of the contract prints them. */
export function refusedTransition(ctx: Ctx, quote: QuoteFacts, to: QuoteStatus): AppError {
  return new AppError('INVALID_STATUS_TRANSITION', undefined, {
    from: stateOf(ctx, quote).toUpperCase(),
    to: to.toUpperCase(),
    allowed: reachable(ctx, quote).map((status) => status.toUpperCase()),
  });
}

export const expired = (quote: { validUntil: string }): AppError =>
  new AppError('QUOTE_EXPIRED', undefined, { valid_until: quote.validUntil });

/** What the asker may do with a quote now. */
export function quoteAbilities(ctx: Ctx, quote: QuoteFacts): QuoteAbilities {
  const state = stateOf(ctx, quote);
  const mayEdit = may(ctx.actor, 'quotes.edit');
  const open = state === 'draft' || state === 'sent';
  const leadsTo = (status: QuoteStatus) => mayEdit && reachable(ctx, quote).includes(status);
  return {
    edit: mayEdit && (open || state === 'expired'),
    send: may(ctx.actor, 'quotes.send') && open && quote.validUntil >= ctx.today,
    accept: leadsTo('accepted'),
    reject: leadsTo('rejected'),
    renew: mayEdit && state === 'expired',
    convert:
      may(ctx.actor, 'invoices.create') && !quote.converted && (state === 'sent' || state === 'accepted'),
    delete: may(ctx.actor, 'quotes.delete') && !quote.converted,
  };
}
