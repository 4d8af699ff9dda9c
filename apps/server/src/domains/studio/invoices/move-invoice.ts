import { byId } from '@officina/contracts/contacts-inputs';
import type { StudioInvoiceView } from '@officina/contracts/studio';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { whoever } from '../../permissions/may-on.ts';
import { studioInvoiceAbilities } from './invoice-row.ts';
import { issueInvoice } from './issue-invoice.ts';
import { invoiceNow, lockOwnInvoice } from './load-invoice.ts';

/** Issues a draft. INVALID_STATUS_TRANSITION for anything else. */
export const sendStudioInvoice = write({
  name: 'studioInvoices.send',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: byId,
  async run(ctx, { id }): Promise<StudioInvoiceView> {
    const invoice = await lockOwnInvoice(ctx, id);
    if (!studioInvoiceAbilities(ctx, invoice).send) throw new AppError('INVALID_STATUS_TRANSITION');
    await issueInvoice(ctx, invoice);
    return invoiceNow(ctx, id);
  },
});

/** For good. INVALID_STATUS_TRANSITION for what is paid, in part too, or cancelled. */
export const cancelStudioInvoice = write({
  name: 'studioInvoices.cancel',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: byId,
  async run(ctx, { id }): Promise<StudioInvoiceView> {
    const invoice = await lockOwnInvoice(ctx, id);
    if (!studioInvoiceAbilities(ctx, invoice).cancel) throw new AppError('INVALID_STATUS_TRANSITION');
    const tx = await ctx.tx();
    await tx
      .update(invoices)
      .set({
        status: 'cancelled',
        version: sql`${invoices.version} + 1`,
        updatedAt: laterThan(invoice.updatedAt, ctx.now),
      })
      .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    ctx.record({
      verb: 'invoice.cancelled',
      subject: { type: 'studio_invoice', id },
      contactId: invoice.clientId,
      before: { status: invoice.status },
      after: { status: 'cancelled', number: invoice.number },
    });
    ctx.enqueue('close-open-payments', { invoiceId: id });
    return invoiceNow(ctx, id);
  },
});

/** Deletes a draft, whose number is not given again. DOCUMENT_LOCKED for anything else. */
export const removeStudioInvoice = write({
  name: 'studioInvoices.remove',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: byId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const invoice = await lockOwnInvoice(ctx, id);
    if (!studioInvoiceAbilities(ctx, invoice).delete) throw new AppError('DOCUMENT_LOCKED');
    const tx = await ctx.tx();
    await tx.delete(invoices).where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    ctx.record({
      verb: 'invoice.deleted',
      subject: { type: 'studio_invoice', id },
      contactId: invoice.clientId,
      before: { number: invoice.number, totalCents: invoice.totalMinor },
    });
    return { id };
  },
});
