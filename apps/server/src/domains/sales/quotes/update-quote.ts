import type { QuoteView } from '@officina/contracts/sales';
import { quoteUpdate } from '@officina/contracts/sales-inputs';
import { quoteLines, quotes } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { requireChange } from '../../../kernel/changes.ts';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { documentEdit } from '../document-edit.ts';
import { lineColumns } from '../priced-lines.ts';
import { lockQuote } from './load-quote.ts';
import { quoteDetail, quoteView } from './quote-reads.ts';

/**
 * Changes a draft. A sent quote, expired or not, is changed with `reopen` only: it becomes a draft again and the
 * client's link dies. Answered quotes are DOCUMENT_LOCKED.
 */
export const updateQuote = write({
  name: 'quotes.update',
  permission: 'quotes.edit',
  input: quoteUpdate,
  async run(ctx, { id, version, reopen, validUntil, ...asked }): Promise<QuoteView> {
    requireChange({ ...asked, validUntil, reopen: reopen || undefined });
    const locked = await lockQuote(ctx, id);
    checkVersion(locked, version);
    const reopening = reopen && locked.status === 'sent';
    if (locked.status !== 'draft' && !reopening) throw new AppError('DOCUMENT_LOCKED');
    if (validUntil && validUntil < locked.issueDate)
      throw invalid({ field: 'validUntil', message: 'Must not be before the issue date' });
    const current = await quoteDetail(ctx, id);
    const more = { validUntil, ...(reopening && { status: 'draft' as const }) };
    const edit = await documentEdit(ctx, current, asked, more);
    if (!edit) return quoteView(ctx, id);
    const tx = await ctx.tx();
    await tx
      .update(quotes)
      .set({
        ...edit.columns,
        ...(reopening && { publicTokenHash: null }),
        version: sql`${quotes.version} + 1`,
        updatedAt: laterThan(locked.updatedAt, ctx.now),
      })
      .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, id)));
    if (edit.lines) {
      const tenantId = ctx.tenant.id;
      await tx.delete(quoteLines).where(and(eq(quoteLines.tenantId, tenantId), eq(quoteLines.quoteId, id)));
      await tx
        .insert(quoteLines)
        .values(edit.lines.map((line) => ({ tenantId, quoteId: id, ...lineColumns(line) })));
    }
    ctx.record({
      verb: 'quote.updated',
      subject: { type: 'quote', id },
      contactId: edit.columns.contactId ?? locked.contactId,
      before: edit.before,
      after: edit.after,
    });
    return quoteView(ctx, id);
  },
});
