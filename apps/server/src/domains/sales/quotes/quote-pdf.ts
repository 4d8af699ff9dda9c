import { byId } from '@officina/contracts/contacts-inputs';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { PDF, type PdfFile, salesDocument } from '../printing/sales-document.ts';
import { buyerNow, sellerNow } from '../snapshots.ts';
import { quoteDetail as loadDetail, type quoteDetail } from './quote-reads.ts';

/** A quote as it is now, printed anew each time: it may change until it is converted. */
export async function printQuote(ctx: Ctx, quote: Awaited<ReturnType<typeof quoteDetail>>): Promise<PdfFile> {
  const document = await salesDocument(
    ctx,
    {
      kind: 'quote',
      number: quote.number,
      issueDate: quote.issueDate,
      validUntil: quote.validUntil,
      notes: quote.notes,
    },
    {
      lines: quote.lines,
      subtotalCents: quote.subtotalMinor,
      vatCents: quote.vatMinor,
      totalCents: quote.totalMinor,
      vatBreakdown: quote.vatBreakdown,
      currency: quote.currency,
      seller: await sellerNow(ctx),
      buyer: await buyerNow(ctx, quote),
    },
  );
  return {
    filename: `devis-${quote.number}.pdf`,
    contentType: PDF,
    bytes: await ctx.services.pdf.render(document),
  };
}

export const quotePdf = read({
  name: 'quotes.pdf',
  permission: 'quotes.read',
  input: byId,
  run: async (ctx, { id }): Promise<PdfFile> => printQuote(ctx, await loadDetail(ctx, id)),
});
