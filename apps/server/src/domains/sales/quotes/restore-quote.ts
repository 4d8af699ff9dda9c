import { byId } from '@officina/contracts/contacts-inputs';
import type { QuoteView } from '@officina/contracts/sales';
import { quotes } from '@officina/db/schema/sales';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { quoteView } from './quote-reads.ts';

/** Undoes a deletion; a quote that is not deleted is NOT_FOUND. */
export const restoreQuote = write({
  name: 'quotes.restore',
  permission: 'quotes.delete',
  input: byId,
  async run(ctx, { id }): Promise<QuoteView> {
    if (!isUuid(id)) throw notFound('Quote');
    const tx = await ctx.tx();
    const [row] = await tx
      .update(quotes)
      .set({ deletedAt: null, updatedAt: toDate(ctx.now), version: sql`${quotes.version} + 1` })
      .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, id), isNotNull(quotes.deletedAt)))
      .returning({ contactId: quotes.contactId });
    if (!row) throw notFound('Quote');
    ctx.record({ verb: 'quote.restored', subject: { type: 'quote', id }, contactId: row.contactId });
    return quoteView(ctx, id);
  },
});
