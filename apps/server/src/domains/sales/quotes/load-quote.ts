import { invoices, quotes } from '@officina/db/schema/sales';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { QuoteRow } from './quote-presenter.ts';

export interface LockedQuote extends QuoteRow {
  invoice: { id: string; number: string | null } | null;
  converted: boolean;
}

/**
 * A live quote of the tenant, locked until the operation's transaction ends, with the invoice that it became. The
 * invoice is looked up once the lock is held: a conversion that this one waited for must be seen.
 */
export async function lockQuote(ctx: WriteCtx, id: string): Promise<LockedQuote> {
  if (!isUuid(id)) throw notFound('Quote');
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(quotes)
    .where(and(eq(quotes.tenantId, ctx.tenant.id), eq(quotes.id, id), isNull(quotes.deletedAt)))
    .for('update');
  if (!row) throw notFound('Quote');
  const invoice = row.status === 'accepted' ? await invoiceOf(ctx, id) : null;
  return { ...row, invoice, converted: invoice !== null };
}

async function invoiceOf(ctx: WriteCtx, quoteId: string): Promise<LockedQuote['invoice']> {
  const tx = await ctx.tx();
  const [invoice] = await tx
    .select({ id: invoices.id, number: invoices.number })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.quoteId, quoteId)));
  return invoice ?? null;
}
