import type { QuoteStatus } from '@officina/contracts/sales';
import { quotes } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import type { LockedQuote } from './load-quote.ts';
import { stateOf } from './quote-state.ts';

export interface StatusChange {
  status: Exclude<QuoteStatus, 'draft'>;
  /** A new end, with `sent`. */
  validUntil?: string | null;
  reason?: string | null;
  /** The client who answered through the link. */
  answeredBy?: string;
  /** Of the client's link, when the quote is mailed. */
  publicTokenHash?: string;
  /** What the journal keeps besides. */
  told?: Record<string, unknown>;
}

/**
 * Stamps a change that was found allowed on a quote that the caller holds locked, and records it. What the customer's
 * timeline says of it is the caller's.
 */
export async function applyQuoteStatus(
  ctx: WriteCtx,
  quote: LockedQuote,
  change: StatusChange,
): Promise<void> {
  const { status, validUntil, reason = null, answeredBy, publicTokenHash, told } = change;
  const now = toDate(ctx.now);
  const tx = await ctx.tx();
  await tx
    .update(quotes)
    .set({
      status,
      ...(validUntil && { validUntil }),
      ...(publicTokenHash && { publicTokenHash }),
      ...(status === 'sent' && !quote.sentAt && { sentAt: now }),
      ...(status === 'accepted' && { acceptedAt: now, answeredBy }),
      ...(status === 'rejected' && { rejectedAt: now, rejectionReason: reason, answeredBy }),
      version: sql`${quotes.version} + 1`,
      updatedAt: laterThan(quote.updatedAt, ctx.now),
    })
    .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, quote.id)));
  const renewed = quote.status === 'sent' && status === 'sent' && Boolean(validUntil);
  ctx.record({
    verb: renewed ? 'quote.renewed' : `quote.${status}`,
    subject: { type: 'quote', id: quote.id },
    contactId: quote.contactId,
    before: { status: stateOf(ctx, quote), validUntil: quote.validUntil },
    after: { status, validUntil: validUntil ?? quote.validUntil, ...(answeredBy && { answeredBy }), ...told },
    reason,
  });
}
