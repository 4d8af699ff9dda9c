import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { livePayments, type PaymentRow, sumOf } from '../../payments/load-payments.ts';
import type { InvoiceRow } from './invoice-presenter.ts';

/** An invoice of the tenant, locked until the operation's transaction ends. Throws NOT_FOUND. */
export async function lockInvoice(ctx: WriteCtx, id: string): Promise<InvoiceRow> {
  if (!isUuid(id)) throw notFound('Invoice');
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)))
    .for('update');
  if (!row) throw notFound('Invoice');
  return row;
}

/** As `lockInvoice`; credit notes and invoices that another surface wrote are DOCUMENT_LOCKED. */
export async function lockOwnInvoice(ctx: WriteCtx, id: string): Promise<InvoiceRow> {
  const row = await lockInvoice(ctx, id);
  if (row.kind !== 'invoice') throw new AppError('DOCUMENT_LOCKED');
  return row;
}

/** As `lockOwnInvoice`; anything but a draft is DOCUMENT_LOCKED. */
export async function lockDraft(ctx: WriteCtx, id: string): Promise<InvoiceRow> {
  const row = await lockOwnInvoice(ctx, id);
  if (row.status !== 'draft') throw new AppError('DOCUMENT_LOCKED');
  return row;
}

export interface Settlement {
  payments: PaymentRow[];
  paidMinor: number;
  creditedMinor: number;
}

/** What was paid and credited of an invoice; read it once the invoice is locked. */
export async function settlementOf(ctx: WriteCtx, invoiceId: string): Promise<Settlement> {
  const payments = await livePayments(ctx, invoiceId);
  const tx = await ctx.tx();
  const [sums] = await tx
    .select({ credited: sql<string>`coalesce(sum(${invoices.totalMinor}), 0)` })
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.creditedInvoiceId, invoiceId)));
  return { payments, paidMinor: sumOf(payments), creditedMinor: Number(sums?.credited ?? 0) };
}
