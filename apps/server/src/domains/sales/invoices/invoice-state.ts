import {
  INVOICE_TRANSITIONS,
  type InvoiceAbilities,
  type InvoiceKind,
  type InvoiceState,
  type InvoiceStatus,
  invoiceState,
} from '@officina/contracts/sales';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';

/** What decides about an invoice: its stored status, its due date, and what was paid and credited of it. */
export interface InvoiceFacts {
  kind: InvoiceKind;
  status: InvoiceStatus;
  dueDate: string | null;
  totalMinor: number;
  paidMinor: number;
  creditedMinor: number;
}

/** Credit notes are never due, so never overdue. */
export const stateOf = (
  ctx: Ctx,
  { kind, status, dueDate }: Pick<InvoiceFacts, 'kind' | 'status' | 'dueDate'>,
): InvoiceState => (kind === 'credit_note' ? status : invoiceState(status, dueDate, ctx.today));

/** Where a status change may lead (garage §4.4); nothing is cancelled once money has been received. */
export function reachable(ctx: Ctx, invoice: InvoiceFacts): readonly InvoiceStatus[] {
  if (invoice.kind !== 'invoice') return [];
  const next = INVOICE_TRANSITIONS[stateOf(ctx, invoice)];
  return invoice.paidMinor > 0 ? next.filter((status) => status !== 'cancelled') : next;
}

/** The refusal of a status change; words are printed as every surface of the contract prints them. */
export function refusedTransition(ctx: Ctx, invoice: InvoiceFacts, to: string): AppError {
  return new AppError('INVALID_STATUS_TRANSITION', undefined, {
    from: stateOf(ctx, invoice).toUpperCase(),
    to: to.toUpperCase(),
    allowed: reachable(ctx, invoice).map((status) => status.toUpperCase()),
  });
}

/** What the asker may do with an invoice now. Credit notes and invoices of other surfaces are not changed here. */
export function invoiceAbilities(ctx: Ctx, invoice: InvoiceFacts): InvoiceAbilities {
  const { kind, status, totalMinor, paidMinor, creditedMinor } = invoice;
  const own = kind === 'invoice';
  const mayEdit = own && may(ctx.actor, 'invoices.edit');
  const leadsTo = (next: InvoiceStatus) => mayEdit && reachable(ctx, invoice).includes(next);
  return {
    edit: mayEdit && status === 'draft',
    issue: leadsTo('sent'),
    pay: leadsTo('paid'),
    undoPayment:
      own &&
      may(ctx.actor, 'invoices.undoPayment') &&
      creditedMinor === 0 &&
      (paidMinor > 0 || status === 'paid'),
    remind: own && may(ctx.actor, 'invoices.send') && status === 'sent',
    credit: mayEdit && status === 'paid' && creditedMinor < totalMinor,
    cancel: leadsTo('cancelled'),
    delete: own && may(ctx.actor, 'invoices.delete') && status === 'draft',
  };
}
