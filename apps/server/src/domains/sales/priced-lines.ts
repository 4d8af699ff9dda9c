import {
  documentTotals,
  milliFromQuantity,
  percentFromRateBp,
  rateBpFromPercent,
} from '@officina/contracts/money';
import type { DocumentAmounts, DocumentLine, LineKind } from '@officina/contracts/sales';
import { invalid } from '../../kernel/errors.ts';

/** A line as it was asked for; without a rate of its own it takes the document's. */
export interface AskedLine {
  description: string;
  quantity: number;
  unitPriceCents: number;
  vatRate?: number | null | undefined;
  kind: LineKind;
}

export interface PricedDocument extends DocumentAmounts {
  lines: DocumentLine[];
  vatRate: number;
  /** True when a line came with a rate of its own: surfaces then print rates per line. */
  mixedRates: boolean;
}

/** The rates that apply: a firm that charges no VAT has none, whatever was asked. */
export interface Rates {
  vatRate: number;
  vatExempt: boolean;
}

/** Lines with totals, and the sums of the document. Throws VALIDATION_ERROR when a sum is too large to be exact. */
export function priceLines(asked: readonly AskedLine[], { vatRate, vatExempt }: Rates): PricedDocument {
  const rateOf = (line: AskedLine) => (vatExempt ? 0 : (line.vatRate ?? vatRate));
  const totals = totalsOf(asked, rateOf);
  return {
    lines: asked.map((line, index) => ({
      position: index + 1,
      kind: line.kind,
      description: line.description,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      vatRate: rateOf(line),
      totalCents: totals.lineTotals[index] ?? 0,
    })),
    vatRate: vatExempt ? 0 : vatRate,
    mixedRates: !vatExempt && asked.some((line) => typeof line.vatRate === 'number'),
    subtotalCents: totals.subtotalMinor,
    vatCents: totals.vatMinor,
    totalCents: totals.totalMinor,
    vatBreakdown: totals.breakdown.map((share) => ({
      rate: percentFromRateBp(share.vatRateBp),
      baseCents: share.baseMinor,
      vatCents: share.vatMinor,
    })),
  };
}

function totalsOf(asked: readonly AskedLine[], rateOf: (line: AskedLine) => number) {
  try {
    return documentTotals(
      asked.map((line) => ({
        quantityMilli: milliFromQuantity(line.quantity),
        unitPriceMinor: line.unitPriceCents,
        vatRateBp: rateBpFromPercent(rateOf(line)),
      })),
    );
  } catch (error) {
    if (error instanceof RangeError) throw invalid({ field: 'lines', message: 'The amounts are too large' });
    throw error;
  }
}

/** The amounts as columns of `quotes` and `invoices`. */
export const amountColumns = (priced: Omit<PricedDocument, 'lines'>) => ({
  vatRate: priced.vatRate,
  mixedRates: priced.mixedRates,
  subtotalMinor: priced.subtotalCents,
  vatMinor: priced.vatCents,
  totalMinor: priced.totalCents,
  vatBreakdown: priced.vatBreakdown,
});

/** A line as columns of `quote_lines` and `invoice_lines`. */
export const lineColumns = ({ unitPriceCents, totalCents, ...line }: DocumentLine) => ({
  ...line,
  unitPriceMinor: unitPriceCents,
  totalMinor: totalCents,
});
