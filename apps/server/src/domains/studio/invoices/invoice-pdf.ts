import { byId } from '@officina/contracts/contacts-inputs';
import { minorDigits } from '@officina/contracts/money';
import { type BuyerSnapshot, invoices } from '@officina/db/schema/sales';
import { studioClients } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { whoever } from '../../permissions/may-on.ts';
import { PDF, type PdfFile, salesDocument } from '../../sales/printing/sales-document.ts';
import { buyerNow, sellerNow } from '../../sales/snapshots.ts';
import { loadInvoice } from './load-invoice.ts';

/** The client as they are now, with the address that the studio keeps of them. */
export async function studioBuyer(ctx: Ctx, clientId: string): Promise<BuyerSnapshot> {
  const buyer = await buyerNow(ctx, { contactId: clientId, vehicleId: null });
  const [client] = await ctx.db
    .select({ address: studioClients.address })
    .from(studioClients)
    .where(and(eq(studioClients.tenantId, ctx.tenant.id), eq(studioClients.contactId, clientId)));
  return client?.address
    ? { ...buyer, address: { street: client.address, city: '', postalCode: '', country: '' } }
    : buyer;
}

/** The file of an invoice that the caller may see: of a sent one as seller and buyer were then, of a draft as they are now. */
export async function studioInvoiceFile(ctx: Ctx, id: string): Promise<PdfFile> {
  const invoice = await loadInvoice(ctx, id);
  const [kept] = await ctx.db
    .select({ seller: invoices.sellerSnapshot, buyer: invoices.buyerSnapshot })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoice.id)));
  const { subtotalMinor, taxMinor, discountMinor, totalMinor, taxRate, currency, number } = invoice;
  const scale = 10 ** minorDigits(currency);
  const document = await salesDocument(
    ctx,
    {
      kind: 'invoice',
      number: invoice.status === 'draft' ? null : number,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      notes: invoice.notes,
    },
    {
      lines: [],
      subtotalCents: subtotalMinor,
      vatCents: taxMinor,
      totalCents: totalMinor,
      vatBreakdown: [],
      currency,
      seller: kept?.seller ?? (await sellerNow(ctx)),
      buyer: kept?.buyer ?? (await studioBuyer(ctx, invoice.clientId)),
    },
  );
  const vatRateBp = taxRate * 100;
  const bytes = await ctx.services.pdf.render({
    ...document,
    discountMinor,
    anyTax: true,
    breakdown: [{ vatRateBp, baseMinor: subtotalMinor, vatMinor: taxMinor }],
    lines: invoice.items.map(({ description, quantity, rate, amountCents }) => ({
      description,
      quantityMilli: quantity * 1000,
      unitPriceMinor: rate * scale,
      vatRateBp,
      totalMinor: amountCents,
    })),
  });
  return { filename: `${number}.pdf`, contentType: PDF, bytes };
}

/** The PDF of an invoice; that of a draft says so. */
export const studioInvoicePdf = read({
  name: 'studioInvoices.pdf',
  permission: 'studio.invoices.read',
  openedBy: whoever('invoice', 'can_view'),
  input: byId,
  run: (ctx, { id }): Promise<PdfFile> => studioInvoiceFile(ctx, id),
});
