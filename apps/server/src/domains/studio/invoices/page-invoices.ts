import type { StudioInvoiceView } from '@officina/contracts/studio';
import { studioInvoicePage } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { projects, studioInvoices } from '@officina/db/schema/studio';
import { desc, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { type InvoiceShape, invoiceCondition, invoiceCount, invoiceFilters } from './invoice-filters.ts';
import { buyerOf, factColumns, itemsColumn, ofInvoice, presentInvoice, projectOf } from './invoice-row.ts';

const pageStatement = preparedByShape(JSON.stringify, (db: Executor, shape: InvoiceShape) =>
  db
    .select({ ...factColumns, items: itemsColumn })
    .from(invoices)
    .innerJoin(studioInvoices, ofInvoice)
    .innerJoin(contacts, buyerOf)
    .leftJoin(projects, projectOf)
    .where(invoiceCondition(shape))
    .orderBy(desc(invoices.createdAt), desc(invoices.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('studio_invoice_page'),
);

/** Numbered rows with an exact total and their lines, newest first: the list of programs. */
export const pageStudioInvoices = read({
  name: 'studioInvoices.page',
  permission: 'studio.invoices.read',
  input: studioInvoicePage,
  async run(
    ctx,
    { limit, offset, ...asked },
  ): Promise<{ items: StudioInvoiceView[]; total: number; limit: number; offset: number }> {
    const filters = invoiceFilters(ctx, asked);
    if (!filters) return { items: [], total: 0, limit, offset };
    const { shape, values } = filters;
    const [rows, [counted]] = await Promise.all([
      pageStatement(ctx.db, shape).execute({ ...values, limit, offset }),
      invoiceCount(ctx.db, shape).execute(values),
    ]);
    return {
      items: rows.map((row) => presentInvoice(ctx, row)),
      total: counted?.total ?? 0,
      limit,
      offset,
    };
  },
});
