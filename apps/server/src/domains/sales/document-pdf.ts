import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { invoicePdf } from './invoices/invoice-pdf.ts';
import type { PdfFile } from './printing/sales-document.ts';
import { quotePdf } from './quotes/quote-pdf.ts';

/** The PDF of a quote or an invoice that a message has attached. Throws NOT_FOUND when it is gone. */
export async function documentPdf(
  ctx: Ctx,
  { quoteId, invoiceId }: { quoteId?: string; invoiceId?: string },
): Promise<PdfFile> {
  if (quoteId) return quotePdf(ctx, { id: quoteId });
  if (invoiceId) return invoicePdf(ctx, { id: invoiceId });
  throw notFound('Document');
}
