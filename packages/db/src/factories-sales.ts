import { addDays } from '@officina/contracts/calendar';
import {
  documentTotals,
  milliFromQuantity,
  percentFromRateBp,
  rateBpFromPercent,
} from '@officina/contracts/money';
import type { LineKind, NumberSeries, VatLine } from '@officina/contracts/sales';
import { sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { payments } from './schema/payments.ts';
import { invoiceLines, invoices, numberCounters, quoteLines, quotes } from './schema/sales.ts';

type Row<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

export interface LineFacts {
  description?: string;
  kind?: LineKind;
  quantity?: number;
  unitPriceMinor?: number;
  /** Percent. */
  vatRate?: number;
}

interface Facts {
  lines?: LineFacts[];
  /** Without lines: one line of this amount, without VAT. */
  totalMinor?: number;
}

/** Lines as stored and the amounts that follow from them; 100.00 at 20 % when nothing is told. */
function priced({ lines, totalMinor }: Facts) {
  const one: LineFacts = totalMinor === undefined ? {} : { unitPriceMinor: totalMinor, vatRate: 0 };
  const filled = (lines ?? [one]).map((line, index) => ({
    position: index + 1,
    kind: line.kind ?? ('other' as const),
    description: line.description ?? 'Vidange moteur',
    quantity: line.quantity ?? 1,
    unitPriceMinor: line.unitPriceMinor ?? 10_000,
    vatRate: line.vatRate ?? 20,
  }));
  const totals = documentTotals(
    filled.map((line) => ({
      quantityMilli: milliFromQuantity(line.quantity),
      unitPriceMinor: line.unitPriceMinor,
      vatRateBp: rateBpFromPercent(line.vatRate),
    })),
  );
  const rates = new Set(filled.map((line) => line.vatRate));
  const vatBreakdown: VatLine[] = totals.breakdown.map(({ vatRateBp, baseMinor, vatMinor }) => ({
    rate: percentFromRateBp(vatRateBp),
    baseCents: baseMinor,
    vatCents: vatMinor,
  }));
  return {
    lines: filled.map((line, index) => ({ ...line, totalMinor: totals.lineTotals[index] ?? 0 })),
    amounts: {
      vatRate: filled[0]?.vatRate ?? 20,
      mixedRates: rates.size > 1,
      currency: 'EUR',
      subtotalMinor: totals.subtotalMinor,
      vatMinor: totals.vatMinor,
      totalMinor: totals.totalMinor,
      vatBreakdown,
    },
  };
}

/** The next number of a series, from the counter that operations use too. */
async function nextNumber(db: Db, tenantId: string, series: NumberSeries, day: string) {
  const year = Number(day.slice(0, 4));
  const [counter] = await db
    .insert(numberCounters)
    .values({ tenantId, series, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberCounters.tenantId, numberCounters.series, numberCounters.year],
      set: { last: sql`${numberCounters.last} + 1` },
    })
    .returning();
  const seq = counter?.last ?? 1;
  return { number: `${year}-${String(seq).padStart(3, '0')}`, numberYear: year, numberSeq: seq };
}

const DAY = '2026-01-15';
const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`);

/** A quote with its lines: numbered, a draft of 2026-01-15 valid for 30 days unless told otherwise. */
export async function createQuote(
  db: Db,
  tenantId: string,
  contactId: string,
  { lines, totalMinor, ...facts }: Omit<Row<typeof quotes>, 'totalMinor'> & Facts = {},
) {
  const made = priced({ lines, totalMinor });
  const issueDate = facts.issueDate ?? DAY;
  const status = facts.status ?? 'draft';
  const [quote] = await db
    .insert(quotes)
    .values({
      tenantId,
      contactId,
      ...made.amounts,
      ...(await nextNumber(db, tenantId, 'quote', issueDate)),
      issueDate,
      validUntil: addDays(issueDate, 30),
      sentAt: status === 'sent' || status === 'accepted' ? noon(issueDate) : null,
      acceptedAt: status === 'accepted' ? noon(issueDate) : null,
      rejectedAt: status === 'rejected' ? noon(issueDate) : null,
      ...facts,
    })
    .returning();
  if (!quote) throw new Error('no quote was made');
  await db.insert(quoteLines).values(made.lines.map((line) => ({ tenantId, quoteId: quote.id, ...line })));
  return quote;
}

/**
 * An invoice (or credit note, by `kind`) with its lines: issued on 2026-01-15, due in 30 days unless told otherwise.
 * A paid one gets its payment; drafts have no number.
 */
export async function createInvoice(
  db: Db,
  tenantId: string,
  contactId: string,
  { lines, totalMinor, ...facts }: Omit<Row<typeof invoices>, 'totalMinor'> & Facts = {},
) {
  const made = priced({ lines, totalMinor });
  const issueDate = facts.issueDate ?? DAY;
  const status = facts.status ?? 'sent';
  const series = facts.kind === 'credit_note' ? 'credit_note' : 'invoice';
  const issued = status === 'sent' || status === 'paid';
  const paid = status === 'paid' && { paidAt: noon(issueDate), paymentMethod: 'card' as const };
  const [invoice] = await db
    .insert(invoices)
    .values({
      tenantId,
      contactId,
      series,
      status,
      ...made.amounts,
      ...(issued && {
        ...(await nextNumber(db, tenantId, series, issueDate)),
        sellerSnapshot: { companyName: 'Garage Test' },
        buyerSnapshot: { name: 'Jean Martin' },
      }),
      ...paid,
      issueDate,
      dueDate: addDays(issueDate, 30),
      ...facts,
    })
    .returning();
  if (!invoice) throw new Error('no invoice was made');
  await db
    .insert(invoiceLines)
    .values(made.lines.map((line) => ({ tenantId, invoiceId: invoice.id, ...line })));
  if (status === 'paid' && invoice.kind !== 'credit_note' && invoice.totalMinor > 0) {
    await createPayment(db, tenantId, invoice.id, {
      amountMinor: invoice.totalMinor,
      paidAt: invoice.paidAt ?? noon(issueDate),
      method: invoice.paymentMethod ?? 'card',
    });
  }
  return invoice;
}

/** Money received on an invoice: 10.00 by card unless told otherwise. The invoice's status is left alone. */
export async function createPayment(
  db: Db,
  tenantId: string,
  invoiceId: string,
  facts: Row<typeof payments> = {},
) {
  const [payment] = await db
    .insert(payments)
    .values({ tenantId, invoiceId, amountMinor: 1000, method: 'card', paidAt: noon(DAY), ...facts })
    .returning();
  if (!payment) throw new Error('no payment was made');
  return payment;
}
