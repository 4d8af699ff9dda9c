import type { Ctx } from '../../../kernel/context.ts';
import { invoicePdf } from './invoice-pdf.ts';

/** The job `render-invoice-pdf`: makes and keeps the file of an issued invoice. Safe to run twice. */
export async function renderInvoicePdf(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
  await invoicePdf(ctx, { id: String(payload.invoiceId) });
}
