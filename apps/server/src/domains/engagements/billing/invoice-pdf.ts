import { byPortalId } from '@officina/contracts/portal-fields';
import { write } from '../../../kernel/operation.ts';
import { invoiceFile } from '../../sales/invoices/invoice-pdf.ts';
import type { PdfFile } from '../../sales/printing/sales-document.ts';
import { studioInvoiceFile } from '../../studio/invoices/invoice-pdf.ts';
import { readPortalInvoice } from './load-invoice.ts';

/** The PDF of an invoice that the caller sees, as the surface that made it prints it. */
export const portalInvoicePdf = write({
  name: 'billing.pdf',
  permission: 'portal.billing.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<PdfFile> {
    const { row } = await readPortalInvoice(ctx, id);
    const file = await (row.kind === 'studio' ? studioInvoiceFile(ctx, row.id) : invoiceFile(ctx, row.id));
    return { ...file, filename: `invoice-${row.number ?? row.id.slice(0, 8)}.pdf` };
  },
});
