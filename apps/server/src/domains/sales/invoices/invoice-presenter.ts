import { daysBetween } from '@officina/contracts/calendar';
import type { DocumentLine, InvoiceListItem, InvoiceView, PaymentView } from '@officina/contracts/sales';
import type { invoices } from '@officina/db/schema/sales';
import type { Ctx } from '../../../kernel/context.ts';
import { type InvoiceFacts, invoiceAbilities, stateOf } from './invoice-state.ts';

export type InvoiceRow = typeof invoices.$inferSelect;

export interface InvoiceListRow
  extends InvoiceFacts,
    Pick<InvoiceRow, 'id' | 'number' | 'issueDate' | 'currency'> {
  contact: { id: string; name: string };
}

export function presentInvoiceItem(ctx: Ctx, row: InvoiceListRow): InvoiceListItem {
  const status = stateOf(ctx, row);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    status,
    contact: row.contact,
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    daysOverdue: status === 'overdue' && row.dueDate ? daysBetween(row.dueDate, ctx.today) : 0,
    totalCents: row.totalMinor,
    paidCents: row.paidMinor,
    currency: row.currency,
    abilities: invoiceAbilities(ctx, row),
  };
}

export interface InvoiceDetailRow
  extends Omit<InvoiceListRow, 'paidMinor' | 'creditedMinor'>,
    Pick<
      InvoiceRow,
      | 'vatRate'
      | 'mixedRates'
      | 'notes'
      | 'subtotalMinor'
      | 'vatMinor'
      | 'vatBreakdown'
      | 'paymentMethod'
      | 'paidAt'
      | 'version'
      | 'createdAt'
      | 'updatedAt'
    > {
  quote: InvoiceView['quote'];
  creditedInvoice: InvoiceView['creditedInvoice'];
  creditNotes: InvoiceView['creditNotes'];
  vehicle: InvoiceView['vehicle'];
  lines: DocumentLine[];
  /** Moments as JSON prints those of PostgreSQL. */
  payments: PaymentView[];
}

const iso = (moment: string): string => new Date(moment).toISOString();

/** What was received and what was credited, from the rows of a detail. */
export function settled(row: Pick<InvoiceDetailRow, 'payments' | 'creditNotes'>) {
  const live = row.payments.filter((payment) => payment.reversedAt === null);
  return {
    paidMinor: live.reduce((sum, payment) => sum + payment.amountCents, 0),
    creditedMinor: row.creditNotes.reduce((sum, note) => sum + note.totalCents, 0),
  };
}

export function presentInvoice(ctx: Ctx, row: InvoiceDetailRow): InvoiceView {
  return {
    ...presentInvoiceItem(ctx, { ...row, ...settled(row) }),
    quote: row.quote,
    creditedInvoice: row.creditedInvoice,
    creditNotes: row.creditNotes,
    vehicle: row.vehicle,
    lines: row.lines,
    vatRate: row.vatRate,
    mixedRates: row.mixedRates,
    notes: row.notes,
    subtotalCents: row.subtotalMinor,
    vatCents: row.vatMinor,
    vatBreakdown: row.vatBreakdown,
    paymentMethod: row.paymentMethod,
    paidAt: row.paidAt?.toISOString() ?? null,
    payments: row.payments.map((payment) => ({
      ...payment,
      paidAt: iso(payment.paidAt),
      reversedAt: payment.reversedAt && iso(payment.reversedAt),
    })),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
