import type { InvoiceState, InvoiceView } from '@officina/contracts/sales';
import type { Ctx } from '../../../kernel/context.ts';
import { createInvoice } from '../invoices/create-invoice.ts';
import { recordInvoicePayment } from '../invoices/record-payment.ts';
import { setInvoiceStatus } from '../invoices/set-invoice-status.ts';
import { exampleLines, type SalesWorld } from './sales-world.ts';

export const addDraft = (world: SalesWorld, ctx: Ctx = world.ctx): Promise<InvoiceView> =>
  createInvoice(ctx, { contactId: world.contactId, lines: exampleLines });

export async function addIssued(world: SalesWorld): Promise<InvoiceView> {
  const { id } = await addDraft(world);
  return setInvoiceStatus(world.ctx, { id, status: 'sent' });
}

export type InvoiceFrom = InvoiceState | 'partly paid' | 'cancelled after issue';

/** An invoice of 360.00 in a given state. The clock moves for an overdue one. */
export async function invoiceIn(world: SalesWorld, state: InvoiceFrom): Promise<string> {
  const { id } = await addDraft(world);
  const mark = (status: 'sent' | 'cancelled') => setInvoiceStatus(world.ctx, { id, status });
  if (state === 'cancelled') await mark('cancelled');
  if (state === 'draft' || state === 'cancelled') return id;
  await mark('sent');
  if (state === 'paid') await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'card' });
  if (state === 'partly paid')
    await recordInvoicePayment(world.ctx, { id, amountCents: 10_000, method: 'cash' });
  if (state === 'cancelled after issue') await mark('cancelled');
  if (state === 'overdue') world.server.clock.set('2026-02-15T10:00:00.000Z');
  return id;
}
