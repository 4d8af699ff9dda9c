import { documentTotals } from '@officina/contracts/money';
import { invoiceLines } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { minorOf } from '../portal-print.ts';
import type { InvoiceFacts } from './invoice-row.ts';

/** Sums of an invoice over one amount without VAT; nothing where no amount is said. */
export function amountColumns({ amountEUR, currency }: Pick<InvoiceFacts, 'amountEUR' | 'currency'>) {
  const unitPriceMinor = minorOf(amountEUR, currency);
  const lines = unitPriceMinor === null ? [] : [{ quantityMilli: 1000, unitPriceMinor, vatRateBp: 0 }];
  const { subtotalMinor, vatMinor, totalMinor, breakdown } = documentTotals(lines);
  return {
    currency,
    subtotalMinor,
    vatMinor,
    totalMinor,
    vatBreakdown: breakdown.map(({ baseMinor }) => ({ rate: 0, baseCents: baseMinor, vatCents: 0 })),
  };
}

/** What it is stored as: paid, else sent once it has an issue date. */
export const statusOf = ({ issueDate, paidAt }: Pick<InvoiceFacts, 'issueDate' | 'paidAt'>) =>
  paidAt ? ('paid' as const) : issueDate ? ('sent' as const) : ('draft' as const);

/** The one line of an invoice, or none, instead of what it had. */
export async function replaceLine(
  ctx: WriteCtx,
  invoiceId: string,
  { amountEUR, currency }: Pick<InvoiceFacts, 'amountEUR' | 'currency'>,
  description: string,
): Promise<void> {
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  await tx
    .delete(invoiceLines)
    .where(and(eq(invoiceLines.tenantId, tenantId), eq(invoiceLines.invoiceId, invoiceId)));
  const unitPriceMinor = minorOf(amountEUR, currency);
  if (unitPriceMinor !== null)
    await tx.insert(invoiceLines).values({
      ...{ tenantId, invoiceId, description, unitPriceMinor },
      position: 1,
      quantity: 1,
      vatRate: 0,
      totalMinor: unitPriceMinor,
    });
}
