import { byId } from '@officina/contracts/contacts-inputs';
import { quotes } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { lockQuote } from './load-quote.ts';

/** Soft: its number stays taken. A quote that became an invoice is DOCUMENT_LOCKED. */
export const deleteQuote = write({
  name: 'quotes.delete',
  permission: 'quotes.delete',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const quote = await lockQuote(ctx, id);
    if (quote.converted) throw new AppError('DOCUMENT_LOCKED');
    const deletedAt = laterThan(quote.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(quotes)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, id)));
    ctx.record({
      verb: 'quote.deleted',
      subject: { type: 'quote', id },
      contactId: quote.contactId,
      before: { number: quote.number, status: quote.status, totalCents: quote.totalMinor },
    });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
