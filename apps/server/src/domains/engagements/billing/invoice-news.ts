import type { WriteCtx } from '../../../kernel/context.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { mailClients } from '../mail-clients.ts';
import { factsOf, type PortalInvoiceRow } from './invoice-row.ts';

/** What an invoice is called: its number, what it is for, and how much it is. */
export function labelOf(found: PortalInvoiceRow): string {
  const { invoiceNumber, amountEUR, currency } = factsOf(found);
  const amount = amountEUR === null ? null : `${currency} ${amountEUR.toLocaleString('en')}`;
  return [invoiceNumber, found.engagement?.title, amount].filter(Boolean).join(' · ') || 'Invoice';
}

/** The organisation hears of an invoice in the bell; of a new one by mail too. */
export async function tellInvoice(
  ctx: WriteCtx,
  found: PortalInvoiceRow,
  kind: 'invoice_created' | 'invoice_updated' | 'invoice_paid',
): Promise<void> {
  const { id, contactId: orgId } = found.row;
  const body = labelOf(found);
  await tellPortal(ctx, { orgId }, kind, { entityType: 'invoice', entityId: id, body });
  if (kind === 'invoice_created')
    await mailClients(ctx, orgId, { subject: 'New invoice', lines: [body], path: `/portal/billing/${id}` });
}
