import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { StudioInvoiceListItem } from '@officina/contracts/studio';
import { studioInvoiceList } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { projects, studioInvoices } from '@officina/db/schema/studio';
import { and, desc, sql } from 'drizzle-orm';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import {
  type InvoiceShape,
  invoiceCondition,
  invoiceCount,
  invoiceEditable,
  invoiceFilters,
} from './invoice-filters.ts';
import { buyerOf, factColumns, ofInvoice, presentInvoiceItem, projectOf } from './invoice-row.ts';

const listStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, { after, ...shape }: InvoiceShape & { after: boolean }) =>
    db
      .select({ ...factColumns, editable: invoiceEditable(shape) })
      .from(invoices)
      .innerJoin(studioInvoices, ofInvoice)
      .innerJoin(contacts, buyerOf)
      .leftJoin(projects, projectOf)
      .where(
        and(
          invoiceCondition(shape),
          after
            ? sql`(${invoices.createdAt}, ${invoices.id}) < (${sql.placeholder('cursorValue')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(invoices.createdAt), desc(invoices.id))
      .limit(sql.placeholder('limit'))
      .prepare('studio_invoice_list'),
);

const NOTHING = { items: [], nextCursor: null, total: 0 };

/** Newest first, without lines; `total` (capped) comes with the first page. */
export const listStudioInvoices = read({
  name: 'studioInvoices.list',
  permission: 'studio.invoices.read',
  input: studioInvoiceList,
  async run(ctx, { limit, cursor, ...asked }): Promise<Page<StudioInvoiceListItem>> {
    const after = decodeCursor(cursor, isMoment);
    const named = [asked.clientId, asked.projectId].filter((id) => id !== undefined);
    const filters = invoiceFilters(ctx, asked);
    if (!filters || !named.every(isUuid)) return NOTHING;
    const { shape, values } = filters;
    const [rows, counted] = await Promise.all([
      listStatement(ctx.db, { ...shape, after: after !== null }).execute({
        ...values,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : invoiceCount(ctx.db, { ...shape, most: COUNT_CAP + 1 }).execute(values),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentInvoiceItem(ctx, row),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});
