import { byId } from '@officina/contracts/contacts-inputs';
import type { QuoteView } from '@officina/contracts/sales';
import { contacts } from '@officina/db/schema/contacts';
import { invoices, quotes } from '@officina/db/schema/sales';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { prepared } from '../../../kernel/statement.ts';
import { contactColumn, linesColumn, vehicleColumn } from '../document-columns.ts';
import { presentQuote } from './quote-presenter.ts';

const detail = prepared((db) =>
  db
    .select({
      ...getTableColumns(quotes),
      contact: contactColumn,
      vehicle: vehicleColumn,
      lines: linesColumn('quote_lines', sql`${quotes.id}`),
      invoice: { id: invoices.id, number: invoices.number },
    })
    .from(quotes)
    .innerJoin(contacts, and(eq(contacts.tenantId, quotes.tenantId), eq(contacts.id, quotes.contactId)))
    .leftJoin(vehicles, and(eq(vehicles.tenantId, quotes.tenantId), eq(vehicles.id, quotes.vehicleId)))
    .leftJoin(invoices, and(eq(invoices.tenantId, quotes.tenantId), eq(invoices.quoteId, quotes.id)))
    .where(
      and(
        eq(quotes.tenantId, sql.placeholder('tenantId')),
        eq(quotes.id, sql.placeholder('id')),
        isNull(quotes.deletedAt),
      ),
    )
    .prepare('quote_detail'),
);

/** A live quote as a row with its lines and what it refers to. Throws NOT_FOUND. */
export async function quoteDetail(ctx: Ctx, id: string) {
  const [row] = isUuid(id) ? await detail(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Quote');
  return row;
}

/** As `quotes.get` answers, inside another operation. */
export const quoteView = async (ctx: Ctx, id: string): Promise<QuoteView> =>
  presentQuote(ctx, await quoteDetail(ctx, id));

export const getQuote = read({
  name: 'quotes.get',
  permission: 'quotes.read',
  input: byId,
  run: (ctx, { id }): Promise<QuoteView> => quoteView(ctx, id),
});
