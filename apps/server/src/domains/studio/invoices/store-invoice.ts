import { studioInvoiceLines } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import type { Priced } from './price-invoice.ts';

/** The columns of amounts that every invoice has; the exact tax rate stands beside them. */
export const amountColumns = ({ taxRate, currency, subtotalMinor, taxMinor, totalMinor }: Priced) => ({
  vatRate: Math.round(taxRate * 100) / 100,
  currency,
  subtotalMinor,
  vatMinor: taxMinor,
  totalMinor,
  vatBreakdown: [{ rate: taxRate, baseCents: subtotalMinor, vatCents: taxMinor }],
});

/** Writes the lines of an invoice, in the place of those that it had. */
export async function storeLines(ctx: WriteCtx, invoiceId: string, { items }: Priced): Promise<void> {
  const tx = await ctx.tx();
  const tenantId = ctx.tenant.id;
  await tx
    .delete(studioInvoiceLines)
    .where(and(eq(studioInvoiceLines.tenantId, tenantId), eq(studioInvoiceLines.invoiceId, invoiceId)));
  await tx
    .insert(studioInvoiceLines)
    .values(items.map((item, i) => ({ ...item, tenantId, invoiceId, position: i + 1 })));
}
