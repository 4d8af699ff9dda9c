import { minorDigits } from '@officina/contracts/money';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { PortalInvoiceDetail } from '@officina/contracts/portal-invoices';
import type { DocumentLine } from '@officina/contracts/sales';
import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { prepared } from '../../../kernel/statement.ts';
import { livePayments, sumOf } from '../../payments/load-payments.ts';
import { linesColumn } from '../../sales/document-columns.ts';
import { presentPortalInvoice } from './invoice-row.ts';
import { readPortalInvoice } from './load-invoice.ts';

/** Rates are in whole units of the currency. */
interface StudioLine {
  position: number;
  description: string;
  quantity: number;
  rate: number;
  totalCents: number;
}

const studioLines = sql<StudioLine[] | null>`(select json_agg(json_build_object('position', l.position,
    'description', l.description, 'quantity', l.quantity, 'rate', l.rate, 'totalCents', l.amount_minor) order by l.position)
  from studio_invoice_lines l where l.tenant_id = invoices.tenant_id and l.invoice_id = invoices.id)`;

const statement = prepared((db) =>
  db
    .select({
      lines: linesColumn('invoice_lines', sql`invoices.id`),
      studioLines,
      taxRate: studioInvoices.taxRate,
      discountCents: studioInvoices.discountMinor,
    })
    .from(invoices)
    .leftJoin(
      studioInvoices,
      and(eq(studioInvoices.tenantId, invoices.tenantId), eq(studioInvoices.invoiceId, invoices.id)),
    )
    .where(and(eq(invoices.tenantId, sql.placeholder('tenantId')), eq(invoices.id, sql.placeholder('id'))))
    .prepare('portal_invoice_lines'),
);

/** One invoice with its lines and payments, whichever surface made it; another organisation's does not exist for a client. */
export const getPortalInvoice = read({
  name: 'billing.invoice',
  permission: 'portal.billing.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<PortalInvoiceDetail> {
    const found = await readPortalInvoice(ctx, id);
    const { subtotalMinor, vatMinor, vatBreakdown, currency } = found.row;
    const [[detail], payments] = await Promise.all([
      statement(ctx.db).execute({ tenantId: ctx.tenant.id, id: found.row.id }),
      livePayments(ctx, found.row.id),
    ]);
    const vatRate = detail?.taxRate ?? 0;
    const scale = 10 ** minorDigits(currency);
    const ofStudio = (line: StudioLine): DocumentLine => ({
      position: line.position,
      kind: 'other',
      description: line.description,
      quantity: line.quantity,
      unitPriceCents: Math.round(line.rate * scale),
      vatRate,
      totalCents: line.totalCents,
    });
    return {
      ...presentPortalInvoice(ctx, found),
      lines: detail?.studioLines?.map(ofStudio) ?? detail?.lines ?? [],
      subtotalCents: subtotalMinor,
      vatCents: vatMinor,
      vatBreakdown: detail?.studioLines
        ? [{ rate: vatRate, baseCents: subtotalMinor, vatCents: vatMinor }]
        : vatBreakdown,
      discountCents: detail?.discountCents ?? 0,
      paidCents: sumOf(payments),
      payments: payments.map(({ id: paymentId, amountMinor, method, paidAt, createdAt }) => ({
        id: paymentId,
        amountCents: amountMinor,
        method,
        paidAt: (paidAt ?? createdAt).toISOString(),
      })),
    };
  },
});
