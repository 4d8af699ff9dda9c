import type { Matches } from '@officina/contracts/bulk';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { InvoiceListItem } from '@officina/contracts/sales';
import { invoiceFilters, invoiceList, invoicePage } from '@officina/contracts/sales-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { invoices } from '@officina/db/schema/sales';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { output } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { pageOf } from '../../../kernel/keyset.ts';
import { MATCH_LIMIT, matchesOf } from '../../../kernel/matches.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { contactColumn } from '../document-columns.ts';
import { cursorValue, documentCursor } from '../document-cursor.ts';
import { searchDocuments } from '../document-search.ts';
import { type InvoiceShape, matching } from './invoice-filters.ts';
import { afterCursor, type InvoiceOrder, NEVER_DUE, orderOf } from './invoice-order.ts';
import { presentInvoiceItem } from './invoice-presenter.ts';

const listed = {
  id: invoices.id,
  kind: invoices.kind,
  number: invoices.number,
  numberSeq: invoices.numberSeq,
  status: invoices.status,
  contact: contactColumn,
  issueDate: invoices.issueDate,
  dueDate: invoices.dueDate,
  totalMinor: invoices.totalMinor,
  currency: invoices.currency,
  paidMinor: sql<number>`(select coalesce(sum(p.amount_minor), 0)::float8 from payments p
    where p.tenant_id = ${invoices.tenantId} and p.invoice_id = ${invoices.id} and p.status = 'succeeded' and p.reversed_at is null)`,
  creditedMinor: sql<number>`(select coalesce(sum(n.total_minor), 0)::float8 from invoices n
    where n.tenant_id = ${invoices.tenantId} and n.credited_invoice_id = ${invoices.id})`,
};

const sameContact = and(eq(contacts.tenantId, invoices.tenantId), eq(contacts.id, invoices.contactId));

type ListShape = InvoiceShape & InvoiceOrder & { after: 'no' | 'draft' | 'number' };

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ListShape) =>
  db
    .select(listed)
    .from(invoices)
    .innerJoin(contacts, sameContact)
    .where(
      and(matching(shape), shape.after === 'no' ? undefined : afterCursor(shape, shape.after === 'draft')),
    )
    .orderBy(...orderOf(shape))
    .limit(sql.placeholder('limit'))
    .prepare('invoice_list'),
);

const countStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, shape: InvoiceShape & { capped: boolean }) => {
    const rows = db.select({ one: sql`1` }).from(invoices).where(matching(shape));
    const bounded = (shape.capped ? rows.limit(COUNT_CAP + 1) : rows).as('bounded');
    return db.select({ total: count() }).from(bounded).prepare('invoice_count');
  },
);

/** Searches are planned for their words: how rare they are decides the plan. */
async function prepareFilters(ctx: Ctx, filters: output<typeof invoiceFilters>) {
  const { search, kind, status, contactId, from, to } = filters;
  const searching = Boolean(search?.trim()) && ctx.db === ctx.services.client.db;
  const db = searching ? ctx.services.client.perCall : ctx.db;
  const { shapes: words, values } = await searchDocuments(ctx, db, search);
  const shape: InvoiceShape = {
    kind,
    status: status ?? null,
    contact: contactId !== undefined,
    from: from !== undefined,
    to: to !== undefined,
    words,
  };
  return { db, shape, common: { tenantId: ctx.tenant.id, today: ctx.today, contactId, from, to, ...values } };
}

/** Invoices, or credit notes; newest first unless asked otherwise. `total` (capped) comes with the first page. */
export const listInvoices = read({
  name: 'invoices.list',
  permission: 'invoices.read',
  input: invoiceList,
  async run(ctx, { limit, cursor, sort, dir, ...filters }): Promise<Page<InvoiceListItem>> {
    const after = documentCursor(cursor);
    const { db, shape, common } = await prepareFilters(ctx, filters);
    const position = after === null ? 'no' : after.seq === null ? 'draft' : 'number';
    const [rows, counted] = await Promise.all([
      listStatement(db, { ...shape, sort, dir, after: position }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorDay: after.day, cursorSeq: after.seq, cursorId: after.id }),
      }),
      after ? undefined : countStatement(db, { ...shape, capped: true }).execute(common),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: cursorValue(row[sort] ?? NEVER_DUE, row.numberSeq), id: row.id }),
      (row) => presentInvoiceItem(ctx, row),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});

const pageStatement = preparedByShape(JSON.stringify, (db: Executor, shape: InvoiceShape) =>
  db
    .select(listed)
    .from(invoices)
    .innerJoin(contacts, sameContact)
    .where(matching(shape))
    .orderBy(...orderOf({ sort: 'issueDate', dir: 'desc' }))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('invoice_page'),
);

/** Numbered page with an exact total, without credit notes, for surfaces whose contract prints one. */
export const pageInvoices = read({
  name: 'invoices.page',
  permission: 'invoices.read',
  input: invoicePage,
  async run(
    ctx,
    { page, limit, status, from, to },
  ): Promise<{ items: InvoiceListItem[]; page: number; limit: number; total: number }> {
    const shape: InvoiceShape = {
      kind: 'invoice',
      status: status ?? null,
      contact: false,
      from: from !== undefined,
      to: to !== undefined,
      words: [],
    };
    const common = { tenantId: ctx.tenant.id, today: ctx.today, from, to };
    const [rows, counted] = await Promise.all([
      pageStatement(ctx.db, shape).execute({ ...common, limit, offset: (page - 1) * limit }),
      countStatement(ctx.db, { ...shape, capped: false }).execute(common),
    ]);
    return {
      items: rows.map((row) => presentInvoiceItem(ctx, row)),
      page,
      limit,
      total: counted[0]?.total ?? 0,
    };
  },
});

const matchStatement = preparedByShape(JSON.stringify, (db: Executor, shape: InvoiceShape) =>
  db
    .select({ id: invoices.id, name: sql<string>`coalesce(${invoices.number}, '')` })
    .from(invoices)
    .where(matching(shape))
    .orderBy(asc(invoices.id))
    .limit(MATCH_LIMIT)
    .prepare('invoice_matches'),
);

/** Which invoices a bulk action over a filter means; a draft has no name yet. */
export const matchInvoices = read({
  name: 'invoices.matches',
  permission: 'invoices.read',
  input: invoiceFilters,
  async run(ctx, filters): Promise<Matches> {
    const { db, shape, common } = await prepareFilters(ctx, filters);
    return matchesOf(await matchStatement(db, shape).execute(common));
  },
});
