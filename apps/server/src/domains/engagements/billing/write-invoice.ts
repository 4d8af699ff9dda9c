import { payments } from '@officina/db/schema/payments';
import { engagementInvoices, invoiceRevisions } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { livePayments } from '../../payments/load-payments.ts';
import { recordPayment } from '../../payments/record-payment.ts';
import { reversePayment } from '../../payments/reverse-payment.ts';
import { changesOf } from '../portal-print.ts';
import { amountColumns, replaceLine, statusOf } from './invoice-columns.ts';
import { factsOf, type InvoiceFacts, type PortalInvoiceRow } from './invoice-row.ts';

/** What a client was sent: before one of these changes, the issued invoice is kept as it was. */
const ISSUED: readonly (keyof InvoiceFacts)[] = [
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'currency',
  'referencePO',
  'amountEUR',
];

export const invoiceConflicts = {
  invoices_number_unique: () => new AppError('BAD_REQUEST', 'Invoice number already used'),
};

async function keepRevision(
  ctx: WriteCtx,
  invoiceId: string,
  revision: number,
  { internalNote: _, paidAt: _p, ...content }: InvoiceFacts,
): Promise<void> {
  const tx = await ctx.tx();
  await tx.insert(invoiceRevisions).values({
    tenantId: ctx.tenant.id,
    ...{ invoiceId, revision, content },
    supersededBy: userIdOf(ctx.actor),
    supersededAt: toDate(ctx.now),
  });
}

/** Money by bank transfer appears, moves to another day, or is crossed out, as the moment of payment does. */
async function followPaidAt(
  ctx: WriteCtx,
  invoice: { id: string; totalMinor: number },
  before: string | null,
  after: string | null,
): Promise<void> {
  if (before === after) return;
  if (!before && after) {
    await recordPayment(ctx, invoice, { method: 'bank_transfer', paidAt: new Date(after) });
    return;
  }
  if (!after) {
    for (const payment of await livePayments(ctx, invoice.id))
      if (payment.method !== 'stripe') await reversePayment(ctx, payment, 'Marked as unpaid');
    return;
  }
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ paidAt: new Date(after) })
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, invoice.id),
        eq(payments.method, 'bank_transfer'),
        isNull(payments.reversedAt),
      ),
    );
}

/** The columns of the shared table that follow; of invoices of other surfaces only what their payment changes. */
function columnsOf(found: PortalInvoiceRow, facts: InvoiceFacts, amounts: ReturnType<typeof amountColumns>) {
  const { row } = found;
  const paidAt = facts.paidAt ? new Date(facts.paidAt) : null;
  const ours = row.kind === 'engagement';
  const paid = { paidAt, ...(paidAt && !row.paidAt && { paymentMethod: 'bank_transfer' as const }) };
  if (!ours)
    return {
      ...paid,
      dueDate: facts.dueDate,
      ...(Boolean(paidAt) !== Boolean(row.paidAt) && {
        status: paidAt ? ('paid' as const) : ('sent' as const),
      }),
    };
  return {
    ...paid,
    number: facts.invoiceNumber,
    issueDate: facts.issueDate ?? row.issueDate,
    dueDate: facts.dueDate,
    status: statusOf(facts),
    ...amounts,
  };
}

export interface InvoiceChange {
  before: Partial<InvoiceFacts>;
  after: Partial<InvoiceFacts>;
}

/**
 * Writes what differs of a held invoice, whose locks and dates the caller has judged: the row, its line, the issued
 * version that is superseded, and its payment. Null when nothing differs. Journal and news are the caller's.
 */
export async function writeInvoice(
  ctx: WriteCtx,
  found: PortalInvoiceRow,
  next: Partial<InvoiceFacts>,
): Promise<InvoiceChange | null> {
  const before = factsOf(found);
  const changes = changesOf(before, next);
  if (!changes) return null;
  const { row, own } = found;
  const facts = { ...before, ...changes.after };
  const touches = (...keys: (keyof InvoiceFacts)[]) => keys.some((key) => key in changes.after);
  const ours = row.kind === 'engagement';
  const superseded = ours && before.issueDate !== null && touches(...ISSUED);
  if (superseded) await keepRevision(ctx, row.id, own?.revision ?? 1, before);
  const repriced = ours && touches('amountEUR', 'currency');
  // An amount that this surface did not write may have cents, which must not be rounded away by another change.
  const amounts = repriced
    ? amountColumns(facts)
    : {
        currency: row.currency,
        subtotalMinor: row.subtotalMinor,
        vatMinor: row.vatMinor,
        totalMinor: row.totalMinor,
        vatBreakdown: row.vatBreakdown,
      };
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({
      ...columnsOf(found, facts, amounts),
      version: sql`version + 1`,
      updatedAt: laterThan(row.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, row.id)));
  if (repriced) await replaceLine(ctx, row.id, facts, found.engagement?.title ?? 'Services');
  const extension = {
    referencePo: facts.referencePO,
    internalNote: facts.internalNote,
    dated: ours && facts.issueDate !== null,
    revision: (own?.revision ?? 1) + (superseded ? 1 : 0),
  };
  await tx
    .insert(engagementInvoices)
    .values({ tenantId: ctx.tenant.id, invoiceId: row.id, ...extension })
    .onConflictDoUpdate({
      target: [engagementInvoices.tenantId, engagementInvoices.invoiceId],
      set: extension,
    });
  await followPaidAt(ctx, { id: row.id, totalMinor: amounts.totalMinor }, before.paidAt, facts.paidAt);
  if (repriced || touches('paidAt')) ctx.enqueue('close-open-payments', { invoiceId: row.id });
  return changes;
}
