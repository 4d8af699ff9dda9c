import { addDays } from '@officina/contracts/calendar';
import type { EncodedFile } from '@officina/contracts/sales';
import { quotePreview } from '@officina/contracts/sales-inputs';
import { read } from '../../../kernel/operation.ts';
import { encodedFile } from '../printing/encoded-file.ts';
import { previewParts } from '../printing/preview-parts.ts';
import { PDF, salesDocument } from '../printing/sales-document.ts';
import { readTerms } from '../terms.ts';
import { quoteDetail } from './quote-reads.ts';

/** The PDF of what an editor holds, saved or not; what was never saved has no number and is marked as a draft. */
export const previewQuote = read({
  name: 'quotes.preview',
  permission: 'quotes.create',
  input: quotePreview,
  async run(ctx, { id, validUntil, notes, ...unsaved }): Promise<EncodedFile> {
    const saved = id ? await quoteDetail(ctx, id) : null;
    const issueDate = saved?.issueDate ?? ctx.today;
    const { quoteValidityDays } = await readTerms(ctx);
    const facts = {
      kind: 'quote' as const,
      number: saved?.number ?? null,
      issueDate,
      validUntil: validUntil ?? saved?.validUntil ?? addDays(issueDate, quoteValidityDays),
      notes,
    };
    const document = await salesDocument(ctx, facts, await previewParts(ctx, unsaved));
    const bytes = await ctx.services.pdf.render(document);
    return encodedFile({ filename: `devis-${facts.number ?? 'brouillon'}.pdf`, contentType: PDF, bytes });
  },
});
