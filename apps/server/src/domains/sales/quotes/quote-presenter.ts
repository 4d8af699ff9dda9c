import type { DocumentLine, QuoteListItem, QuoteView, VatLine } from '@officina/contracts/sales';
import type { quotes } from '@officina/db/schema/sales';
import type { Ctx } from '../../../kernel/context.ts';
import { quoteAbilities, stateOf } from './quote-state.ts';

export type QuoteRow = typeof quotes.$inferSelect;

export interface QuoteListRow
  extends Pick<
    QuoteRow,
    'id' | 'number' | 'status' | 'issueDate' | 'validUntil' | 'sentAt' | 'totalMinor' | 'currency'
  > {
  contact: { id: string; name: string };
  converted: boolean;
}

export function presentQuoteItem(ctx: Ctx, row: QuoteListRow): QuoteListItem {
  return {
    id: row.id,
    number: row.number,
    status: stateOf(ctx, row),
    contact: row.contact,
    issueDate: row.issueDate,
    validUntil: row.validUntil,
    sentAt: row.sentAt?.toISOString() ?? null,
    totalCents: row.totalMinor,
    currency: row.currency,
    abilities: quoteAbilities(ctx, row),
  };
}

export interface QuoteDetailRow
  extends Omit<QuoteListRow, 'converted'>,
    Pick<
      QuoteRow,
      | 'vatRate'
      | 'mixedRates'
      | 'notes'
      | 'subtotalMinor'
      | 'vatMinor'
      | 'acceptedAt'
      | 'rejectedAt'
      | 'rejectionReason'
      | 'answeredBy'
      | 'version'
      | 'createdAt'
      | 'updatedAt'
    > {
  vatBreakdown: VatLine[];
  vehicle: QuoteView['vehicle'];
  lines: DocumentLine[];
  invoice: QuoteView['invoice'];
}

export function presentQuote(ctx: Ctx, row: QuoteDetailRow): QuoteView {
  return {
    ...presentQuoteItem(ctx, { ...row, converted: row.invoice !== null }),
    vehicle: row.vehicle,
    lines: row.lines,
    vatRate: row.vatRate,
    mixedRates: row.mixedRates,
    notes: row.notes,
    subtotalCents: row.subtotalMinor,
    vatCents: row.vatMinor,
    vatBreakdown: row.vatBreakdown,
    answeredBy: row.answeredBy,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    rejectedAt: row.rejectedAt?.toISOString() ?? null,
    rejectionReason: row.rejectionReason,
    invoice: row.invoice,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
