import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import { portalInvoiceUpdate } from '@officina/contracts/portal-invoices-inputs';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { tellInvoice } from './invoice-news.ts';
import { factsOf, presentPortalInvoice } from './invoice-row.ts';
import { checkDates, checkLocks } from './invoice-rules.ts';
import { holdPortalInvoice, readPortalInvoice } from './load-invoice.ts';
import { type InvoiceChange, invoiceConflicts, writeInvoice } from './write-invoice.ts';

/** Being paid, and no longer being paid, are what is told of a change that does it. */
function newsOf({ before, after }: InvoiceChange) {
  if (!('paidAt' in after)) return ['invoice.updated', 'invoice_updated'] as const;
  if (!after.paidAt) return ['invoice.payment_undone', 'invoice_updated'] as const;
  return before.paidAt
    ? (['invoice.updated', 'invoice_updated'] as const)
    : (['invoice.paid', 'invoice_paid'] as const);
}

/**
 * Changes what is given and leaves the rest; null clears. Setting the moment of payment records what is open as paid
 * by bank transfer, clearing it crosses that out. A refused change writes nothing, one that changes nothing neither.
 */
export const updatePortalInvoice = write({
  name: 'billing.updateInvoice',
  permission: 'portal.billing.write',
  input: portalInvoiceUpdate,
  conflicts: invoiceConflicts,
  async run(ctx, { id, version, ...patch }): Promise<PortalInvoice> {
    const found = await holdPortalInvoice(ctx, id);
    checkVersion(found.row, version);
    const before = factsOf(found);
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given };
    checkLocks(ctx, found, { before, after });
    if (['issueDate', 'dueDate', 'paidAt'].some((key) => key in given)) checkDates(ctx, after);
    const changes = await writeInvoice(ctx, found, given);
    if (!changes) return presentPortalInvoice(ctx, found);
    const [verb, kind] = newsOf(changes);
    ctx.record({
      verb,
      subject: { type: 'invoice', id: found.row.id },
      contactId: found.row.contactId,
      engagementId: found.own?.engagementId,
      ...changes,
    });
    const stored = await readPortalInvoice(ctx, found.row.id);
    await tellInvoice(ctx, stored, kind);
    return presentPortalInvoice(ctx, stored);
  },
});
