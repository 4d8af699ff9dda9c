import { byId } from '@officina/contracts/contacts-inputs';
import type { InvoiceView, PaymentView } from '@officina/contracts/sales';
import { contacts } from '@officina/db/schema/contacts';
import { invoices, quotes } from '@officina/db/schema/sales';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { prepared } from '../../../kernel/statement.ts';
import { contactColumn, linesColumn, vehicleColumn } from '../document-columns.ts';
import { isNotStudio } from './invoice-filters.ts';
import { presentInvoice } from './invoice-presenter.ts';

const credited = alias(invoices, 'credited');

const paymentsColumn = sql<PaymentView[]>`(select coalesce(json_agg(json_build_object('id', p.id,
    'amountCents', p.amount_minor, 'method', p.method, 'paidAt', p.paid_at, 'reversedAt', p.reversed_at,
    'reversedReason', p.reversed_reason) order by p.created_at, p.id), '[]')
  from payments p where p.tenant_id = ${invoices.tenantId} and p.invoice_id = ${invoices.id}
    and p.status = 'succeeded')`;

const creditNotesColumn = sql<
  InvoiceView['creditNotes']
>`(select coalesce(json_agg(json_build_object('id', n.id,
    'number', n.number, 'totalCents', n.total_minor) order by n.number_year, n.number_seq), '[]')
  from invoices n where n.tenant_id = ${invoices.tenantId} and n.credited_invoice_id = ${invoices.id})`;

const detail = prepared((db) =>
  db
    .select({
      ...getTableColumns(invoices),
      contact: contactColumn,
      vehicle: vehicleColumn,
      quote: { id: quotes.id, number: quotes.number },
      creditedInvoice: { id: credited.id, number: credited.number },
      lines: linesColumn('invoice_lines', sql`${invoices.id}`),
      payments: paymentsColumn,
      creditNotes: creditNotesColumn,
    })
    .from(invoices)
    .innerJoin(contacts, and(eq(contacts.tenantId, invoices.tenantId), eq(contacts.id, invoices.contactId)))
    .leftJoin(vehicles, and(eq(vehicles.tenantId, invoices.tenantId), eq(vehicles.id, invoices.vehicleId)))
    .leftJoin(quotes, and(eq(quotes.tenantId, invoices.tenantId), eq(quotes.id, invoices.quoteId)))
    .leftJoin(
      credited,
      and(eq(credited.tenantId, invoices.tenantId), eq(credited.id, invoices.creditedInvoiceId)),
    )
    .where(
      and(
        eq(invoices.tenantId, sql.placeholder('tenantId')),
        eq(invoices.id, sql.placeholder('id')),
        isNotStudio,
      ),
    )
    .prepare('invoice_detail'),
);

/** An invoice or credit note as a row with its lines, payments and what it refers to. Throws NOT_FOUND. */
export async function invoiceDetail(ctx: Ctx, id: string) {
  const [row] = isUuid(id) ? await detail(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Invoice');
  return row;
}

/** As `invoices.get` answers, inside another operation. */
export const invoiceView = async (ctx: Ctx, id: string): Promise<InvoiceView> =>
  presentInvoice(ctx, await invoiceDetail(ctx, id));

export const getInvoice = read({
  name: 'invoices.get',
  permission: 'invoices.read',
  input: byId,
  run: (ctx, { id }): Promise<InvoiceView> => invoiceView(ctx, id),
});
