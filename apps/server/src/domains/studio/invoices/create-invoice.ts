import type { StudioInvoiceView } from '@officina/contracts/studio';
import { studioInvoiceCreate } from '@officina/contracts/studio-inputs';
import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { ownRecord } from '../../permissions/grant-permission.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { namedClient } from '../clients/load-client.ts';
import { checkProject } from './invoice-project.ts';
import { printInvoice } from './invoice-row.ts';
import { issueInvoice } from './issue-invoice.ts';
import { invoiceNow, lockInvoice } from './load-invoice.ts';
import { priceInvoice } from './price-invoice.ts';
import { amountColumns, storeLines } from './store-invoice.ts';
import { takeInvoiceNumber } from './take-number.ts';

/** A draft, or one that is sent at once. Throws VALIDATION_ERROR naming client, project, discount or items. */
export const createStudioInvoice = write({
  name: 'studioInvoices.create',
  permission: 'studio.invoices.write',
  input: studioInvoiceCreate,
  async run(ctx, input): Promise<StudioInvoiceView> {
    const tx = await ctx.tx();
    const client = await namedClient(ctx, input.clientId);
    if (input.projectId) await checkProject(ctx, input.projectId, client.id);
    const priced = priceInvoice({
      items: input.items,
      taxRate: input.taxRate ?? 0,
      discount: input.discount ?? 0,
      currency: input.currency ?? ctx.tenant.currency,
    });
    const now = toDate(ctx.now);
    const createdBy = userIdOf(ctx.actor);
    const dueDate = input.dueDate ?? null;
    const projectId = input.projectId ?? null;
    const id = newId();
    const number = await takeInvoiceNumber(ctx);
    await tx.insert(invoices).values({
      ...amountColumns(priced),
      ...number,
      tenantId: ctx.tenant.id,
      id,
      kind: 'studio',
      series: 'studio',
      numberYear: 0,
      contactId: client.id,
      issueDate: ctx.today,
      dueDate,
      notes: input.notes ?? null,
      createdBy,
      createdAt: now,
      updatedAt: now,
    });
    const { taxRate, discountMinor, totalMinor, currency } = priced;
    await tx
      .insert(studioInvoices)
      .values({ tenantId: ctx.tenant.id, invoiceId: id, projectId, taxRate, discountMinor });
    await storeLines(ctx, id, priced);
    await ownRecord(ctx, 'invoice', id);
    ctx.record({
      verb: 'invoice.created',
      subject: { type: 'studio_invoice', id },
      contactId: client.id,
      after: { number: number.number, totalCents: totalMinor, currency, dueDate, projectId },
    });
    await queueEvent(ctx, 'invoice.created', { createdBy, data: printInvoice(await invoiceNow(ctx, id)) });
    if (input.status === 'sent') await issueInvoice(ctx, await lockInvoice(ctx, id));
    return invoiceNow(ctx, id);
  },
});
