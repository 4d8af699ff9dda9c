import { byId } from '@officina/contracts/contacts-inputs';
import { invoices } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { addDocument } from '../../documents/add-document.ts';
import { readableWith } from '../../documents/link-document.ts';
import { loadDocument } from '../../documents/load-document.ts';
import { storeBytes } from '../../documents/store-bytes.ts';
import { PDF, type PdfFile, salesDocument } from '../printing/sales-document.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { invoiceDetail } from './invoice-reads.ts';
import { lockInvoice } from './load-invoice.ts';

readableWith('invoice_pdf', 'invoices.read');

type Invoice = Awaited<ReturnType<typeof invoiceDetail>>;

function filenameOf({ kind, number, id }: Invoice): string {
  const word = kind === 'credit_note' ? 'avoir' : 'facture';
  return `${word}-${number ?? `brouillon-${id.slice(0, 8)}`}.pdf`;
}

/** Printed from the snapshots of an issued document, from what is true now for a draft. */
async function printInvoice(ctx: Ctx, invoice: Invoice): Promise<PdfFile> {
  const document = await salesDocument(
    ctx,
    {
      kind: invoice.kind === 'credit_note' ? 'credit_note' : 'invoice',
      // The billing record of an engagement may be issued without one.
      number: invoice.number ?? (invoice.status === 'draft' ? null : '–'),
      issueDate: invoice.issueDate,
      serviceDate: invoice.kind === 'credit_note' ? null : invoice.issueDate,
      dueDate: invoice.dueDate,
      creditedInvoiceNumber: invoice.creditedInvoice?.number,
      notes: invoice.notes,
    },
    {
      lines: invoice.lines,
      subtotalCents: invoice.subtotalMinor,
      vatCents: invoice.vatMinor,
      totalCents: invoice.totalMinor,
      vatBreakdown: invoice.vatBreakdown,
      currency: invoice.currency,
      seller: invoice.sellerSnapshot ?? (await sellerNow(ctx)),
      buyer: invoice.buyerSnapshot ?? (await buyerNow(ctx, invoice)),
    },
  );
  return { filename: filenameOf(invoice), contentType: PDF, bytes: await ctx.services.pdf.render(document) };
}

async function storedPdf(ctx: Ctx, documentId: string): Promise<PdfFile> {
  const file = await loadDocument(ctx, documentId);
  if (!file) throw new Error(`the stored PDF ${documentId} is gone`);
  return file;
}

/**
 * Prints and keeps the file of an issued invoice, unless somebody else did so meanwhile: one is ever kept. What is issued
 * never changes, so the printing, slow as it is, happens before the lock.
 */
async function keepPdf(ctx: WriteCtx, invoice: Invoice): Promise<PdfFile> {
  const made = await printInvoice(ctx, invoice);
  const file = await storeBytes(ctx, made);
  const { documentId } = await lockInvoice(ctx, invoice.id);
  // Ours is then unclaimed, and swept.
  if (documentId) return storedPdf(ctx, documentId);
  const document = await addDocument(ctx, file, { category: 'invoice_pdf' }, { limited: false });
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({ documentId: document.id })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoice.id)));
  return made;
}

/**
 * The file of an invoice or credit note that the caller may see. An issued one is made once, from its snapshots, and served
 * byte for byte from then on; whoever asks first, the job or a download, makes it.
 */
export async function invoiceFile(ctx: WriteCtx, id: string): Promise<PdfFile> {
  const invoice = await invoiceDetail(ctx, id);
  if (invoice.documentId) return storedPdf(ctx, invoice.documentId);
  const issued = invoice.number !== null && invoice.sellerSnapshot !== null;
  return issued ? keepPdf(ctx, invoice) : printInvoice(ctx, invoice);
}

/** The PDF of an invoice or credit note. */
export const invoicePdf = write({
  name: 'invoices.pdf',
  permission: 'invoices.read',
  input: byId,
  run: (ctx, { id }): Promise<PdfFile> => invoiceFile(ctx, id),
});
