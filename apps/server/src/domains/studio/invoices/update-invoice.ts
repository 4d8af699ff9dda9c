import { decimalFromMinor, minorDigits } from '@officina/contracts/money';
import type { StudioInvoiceView } from '@officina/contracts/studio';
import { studioInvoiceUpdate } from '@officina/contracts/studio-inputs';
import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import { requireChange } from '../../../kernel/changes.ts';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { whoever } from '../../permissions/may-on.ts';
import { namedClient } from '../clients/load-client.ts';
import { checkProject } from './invoice-project.ts';
import { invoiceNow, lockOwnInvoice } from './load-invoice.ts';
import { priceInvoice } from './price-invoice.ts';
import { amountColumns, storeLines } from './store-invoice.ts';

/** Only drafts change, else DOCUMENT_LOCKED. Amounts are computed anew from what is stored and what is sent. */
export const updateStudioInvoice = write({
  name: 'studioInvoices.update',
  permission: 'studio.invoices.write',
  openedBy: whoever('invoice', 'can_edit'),
  input: studioInvoiceUpdate,
  async run(ctx, { id, version, ...asked }): Promise<StudioInvoiceView> {
    requireChange(asked);
    const before = await lockOwnInvoice(ctx, id);
    if (before.status !== 'draft') throw new AppError('DOCUMENT_LOCKED');
    checkVersion(before, version);
    const clientId = asked.clientId ?? before.clientId;
    if (clientId !== before.clientId) await namedClient(ctx, clientId);
    const projectId = asked.projectId === undefined ? before.projectId : asked.projectId;
    const moved = projectId !== before.projectId || clientId !== before.clientId;
    if (projectId && moved) await checkProject(ctx, projectId, clientId);
    const priced = priceInvoice({
      items: asked.items ?? before.items,
      taxRate: asked.taxRate ?? before.taxRate,
      discount: asked.discount ?? decimalFromMinor(before.discountMinor, minorDigits(before.currency)),
      currency: asked.currency ?? before.currency,
    });
    const dueDate = asked.dueDate === undefined ? before.dueDate : asked.dueDate;
    const tx = await ctx.tx();
    await tx
      .update(invoices)
      .set({
        ...amountColumns(priced),
        contactId: clientId,
        dueDate,
        ...(asked.notes !== undefined && { notes: asked.notes || null }),
        version: before.version + 1,
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    const { taxRate, discountMinor, totalMinor } = priced;
    await tx
      .update(studioInvoices)
      .set({ projectId, taxRate, discountMinor })
      .where(and(eq(studioInvoices.tenantId, ctx.tenant.id), eq(studioInvoices.invoiceId, id)));
    if (asked.items || asked.currency) await storeLines(ctx, id, priced);
    ctx.record({
      verb: 'invoice.updated',
      subject: { type: 'studio_invoice', id },
      contactId: clientId,
      before: { clientId: before.clientId, totalCents: before.totalMinor, dueDate: before.dueDate },
      after: { clientId, totalCents: totalMinor, dueDate },
    });
    return invoiceNow(ctx, id);
  },
});
