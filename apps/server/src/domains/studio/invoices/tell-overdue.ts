import { invoices } from '@officina/db/schema/sales';
import { studioInvoices } from '@officina/db/schema/studio';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Task } from '../../../jobs/task.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { TenantId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { ofInvoice, printInvoice } from './invoice-row.ts';
import { invoiceNow, lockInvoice } from './load-invoice.ts';

const JOB = 'tell-overdue-invoices';

/** Tells programs of one invoice that its due date has passed: once and for ever. */
const tellOverdue = write({
  name: 'studioInvoices.tellOverdue',
  permission: 'system',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<void> {
    const invoice = await lockInvoice(ctx, id);
    const tx = await ctx.tx();
    const [told] = await tx
      .update(studioInvoices)
      .set({ overdueToldAt: toDate(ctx.now) })
      .where(
        and(
          eq(studioInvoices.tenantId, ctx.tenant.id),
          eq(studioInvoices.invoiceId, id),
          isNull(studioInvoices.overdueToldAt),
        ),
      )
      .returning({ id: studioInvoices.invoiceId });
    const view = await invoiceNow(ctx, id);
    if (!told || view.status !== 'overdue') return;
    ctx.record({
      verb: 'invoice.overdue',
      subject: { type: 'studio_invoice', id },
      contactId: invoice.clientId,
      after: { number: invoice.number, dueDate: invoice.dueDate },
    });
    await queueEvent(ctx, 'invoice.overdue', { createdBy: invoice.createdBy, data: printInvoice(view) });
  },
});

/** The job of one tenant: every invoice that became overdue by its own calendar and was not told of yet. */
export const tellOverdueInvoices: Task = async (ctx) => {
  const rows = await ctx.db
    .select({ id: invoices.id })
    .from(invoices)
    .innerJoin(studioInvoices, ofInvoice)
    .where(
      and(
        eq(invoices.tenantId, ctx.tenant.id),
        eq(invoices.status, 'sent'),
        lt(invoices.dueDate, ctx.today),
        isNull(studioInvoices.overdueToldAt),
      ),
    );
  for (const { id } of rows) await tellOverdue(ctx, { id });
};

const orderJobs = write({
  name: 'studioInvoices.orderOverdue',
  permission: 'system',
  input: z.object({ tenants: z.array(z.string()) }),
  async run(ctx, { tenants }): Promise<void> {
    for (const tenant of tenants)
      ctx.enqueue(JOB, {}, { key: `${JOB}:${tenant}`, tenantId: tenant as TenantId });
  },
});

/** Orders the job for each tenant that may have some, whatever day it is there. */
export async function scheduleOverdue(ctx: Ctx): Promise<void> {
  const rows = await ctx.db.execute<{ tenant_id: string }>(sql`
    select distinct i.tenant_id from invoices i
    join studio_invoices s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
    where ${crossTenant('a schedule looks for the tenants that have work')} and i.kind = 'studio' and i.status = 'sent'
      and i.due_date < (${ctx.now.toString()}::timestamptz + interval '14 hours')::date and s.overdue_told_at is null`);
  if (rows.length) await orderJobs(ctx, { tenants: [...rows].map(({ tenant_id }) => tenant_id) });
}
