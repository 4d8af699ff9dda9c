import { may } from '../../../kernel/authorize.ts';
import { dayOf } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type InvoiceFacts, isPaidLike, type PortalInvoiceRow } from './invoice-row.ts';

export const locked = () => new AppError('BAD_REQUEST', 'Invoice locked');

/** What may change of an invoice whatever has become of it. */
const ALWAYS: readonly (keyof InvoiceFacts)[] = ['referencePO', 'paidAt', 'internalNote'];
/** What a draft of another surface may still be given here: its own rules make the rest. */
const OF_OTHERS: readonly (keyof InvoiceFacts)[] = ['referencePO', 'internalNote', 'dueDate'];

/** The fields that may still be changed here; null for all of them. */
export function changeable(found: PortalInvoiceRow): readonly (keyof InvoiceFacts)[] | null {
  if (isPaidLike(found)) return ALWAYS;
  return found.row.kind === 'engagement' ? null : OF_OTHERS;
}

const changed = (before: InvoiceFacts, after: InvoiceFacts) =>
  (Object.keys(before) as (keyof InvoiceFacts)[]).filter((key) => before[key] !== after[key]);

/**
 * Refuses to change what no longer may be (BAD_REQUEST `Invoice locked`), and to cross out a payment for who may not
 * (FORBIDDEN). Money that came through the provider is given back there; crossing it out here would lose it.
 */
export function checkLocks(
  ctx: Ctx,
  found: PortalInvoiceRow,
  { before, after }: { before: InvoiceFacts; after: InvoiceFacts },
): void {
  const allowed = changeable(found);
  if (allowed && changed(before, after).some((key) => !allowed.includes(key))) throw locked();
  if (found.row.status === 'cancelled' && before.paidAt !== after.paidAt) throw locked();
  if (before.paidAt && !after.paidAt) {
    if (!may(ctx.actor, 'portal.billing.unpay')) throw new AppError('FORBIDDEN');
    if (found.paidOnline) throw locked();
  }
}

const invalidDates = () => new AppError('BAD_REQUEST', 'Invalid dates');

/** Refuses dates that cannot be: due or paid before the issue, or paid more than a day from now. */
export function checkDates(
  ctx: Ctx,
  { issueDate, dueDate, paidAt }: Pick<InvoiceFacts, 'issueDate' | 'dueDate' | 'paidAt'>,
): void {
  if (issueDate && dueDate && dueDate < issueDate) throw invalidDates();
  if (!paidAt) return;
  const at = new Date(paidAt);
  if (at.getTime() > ctx.now.add({ hours: 24 }).epochMilliseconds) throw invalidDates();
  if (issueDate && dayOf(at, ctx.tenant.timeZone) < issueDate) throw invalidDates();
}
