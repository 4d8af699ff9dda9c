import { addDays } from '@officina/contracts/calendar';
import type { EncodedFile } from '@officina/contracts/sales';
import { invoicePreview } from '@officina/contracts/sales-inputs';
import { read } from '../../../kernel/operation.ts';
import { encodedFile } from '../printing/encoded-file.ts';
import { previewParts } from '../printing/preview-parts.ts';
import { PDF, salesDocument } from '../printing/sales-document.ts';
import { readTerms } from '../terms.ts';
import { invoiceDetail } from './invoice-reads.ts';

/** The PDF of what an editor holds, saved or not, marked as a draft. */
export const previewInvoice = read({
  name: 'invoices.preview',
  permission: 'invoices.create',
  input: invoicePreview,
  async run(ctx, { id, dueDate, notes, ...unsaved }): Promise<EncodedFile> {
    const saved = id ? await invoiceDetail(ctx, id) : null;
    const issueDate = saved?.issueDate ?? ctx.today;
    const { paymentTermDays } = await readTerms(ctx);
    const facts = {
      kind: 'invoice' as const,
      number: null,
      issueDate,
      dueDate: dueDate ?? saved?.dueDate ?? addDays(issueDate, paymentTermDays),
      notes,
    };
    const document = await salesDocument(ctx, facts, await previewParts(ctx, unsaved));
    const bytes = await ctx.services.pdf.render(document);
    return encodedFile({ filename: 'facture-brouillon.pdf', contentType: PDF, bytes });
  },
});
