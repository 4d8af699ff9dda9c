import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import { portalInvoiceCreate } from '@officina/contracts/portal-invoices-inputs';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { type EngagementRow, holdEngagement } from '../load-engagement.ts';
import { amountColumns, replaceLine, statusOf } from './invoice-columns.ts';
import { tellInvoice } from './invoice-news.ts';
import { presentPortalInvoice } from './invoice-row.ts';
import { checkDates } from './invoice-rules.ts';
import { readPortalInvoice } from './load-invoice.ts';
import { invoiceConflicts } from './write-invoice.ts';

type Facts = Pick<
  Parameters<typeof amountColumns>[0] & typeof invoices.$inferInsert,
  'number' | 'dueDate' | 'amountEUR' | 'currency'
> & { issueDate: string | null; referencePO: string | null };

async function insertInvoice(ctx: WriteCtx, engagement: EngagementRow, facts: Facts): Promise<string> {
  const id = newId();
  const tenantId = ctx.tenant.id;
  const now = toDate(ctx.now);
  const { number, issueDate, dueDate, referencePO } = facts;
  const tx = await ctx.tx();
  await tx.insert(invoices).values({
    ...{ tenantId, id, number, dueDate, createdAt: now, updatedAt: now },
    ...amountColumns(facts),
    kind: 'engagement',
    series: 'portal',
    contactId: engagement.orgId,
    status: statusOf({ issueDate, paidAt: null }),
    issueDate: issueDate ?? ctx.today,
    vatRate: 0,
    createdBy: userIdOf(ctx.actor),
  });
  await replaceLine(ctx, id, facts, engagement.title);
  await tx.insert(engagementInvoices).values({
    ...{ tenantId, invoiceId: id, engagementId: engagement.id },
    referencePo: referencePO,
    dated: issueDate !== null,
  });
  return id;
}

/** The billing record of an engagement, for its organisation; its number, if any, is the staff's own. */
export const createPortalInvoice = write({
  name: 'billing.createInvoice',
  permission: 'portal.billing.write',
  input: portalInvoiceCreate,
  conflicts: invoiceConflicts,
  async run(
    ctx,
    { engagementId, invoiceNumber: number = null, amountEUR = null, ...given },
  ): Promise<PortalInvoice> {
    const engagement = await holdEngagement(ctx, engagementId, 'share');
    const { issueDate = null, dueDate = null } = given;
    checkDates(ctx, { issueDate, dueDate, paidAt: null });
    const currency = given.currency ?? 'EUR';
    const referencePO = given.referencePO ?? engagement.purchaseOrderRef;
    const facts = { number, issueDate, dueDate, currency, amountEUR, referencePO };
    const id = await insertInvoice(ctx, engagement, facts);
    const { number: _, ...told } = facts;
    ctx.record({
      verb: 'invoice.created',
      subject: { type: 'invoice', id },
      contactId: engagement.orgId,
      engagementId: engagement.id,
      after: { invoiceNumber: number, ...told },
    });
    const found = await readPortalInvoice(ctx, id);
    await tellInvoice(ctx, found, 'invoice_created');
    return presentPortalInvoice(ctx, found);
  },
});
