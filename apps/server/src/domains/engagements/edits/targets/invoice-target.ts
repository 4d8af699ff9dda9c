import { AppError } from '../../../../kernel/errors.ts';
import { labelOf } from '../../billing/invoice-news.ts';
import { factsOf, type InvoiceFacts, type PortalInvoiceRow } from '../../billing/invoice-row.ts';
import { changeable, checkDates } from '../../billing/invoice-rules.ts';
import { holdPortalInvoice } from '../../billing/load-invoice.ts';
import { writeInvoice } from '../../billing/write-invoice.ts';
import { printDay } from '../../portal-print.ts';
import { dayOfPrinted, type HoldTarget } from './target.ts';

const DAYS = ['issueDate', 'dueDate'];

const toFacts = (changes: Record<string, unknown>): Partial<InvoiceFacts> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, to]) => [field, DAYS.includes(field) ? dayOfPrinted(to) : to]),
  );

function lockOf(found: PortalInvoiceRow, fields: readonly string[]): string | null {
  const allowed: readonly string[] | null = changeable(found);
  const bound = allowed !== null && fields.some((field) => !allowed.includes(field));
  const settled = found.row.status === 'cancelled' || (found.row.paidAt !== null && found.paidOnline);
  return bound || (settled && fields.includes('paidAt')) ? 'Invoice locked' : null;
}

export const holdInvoiceTarget: HoldTarget = async (ctx, id) => {
  const found = await holdPortalInvoice(ctx, id);
  const facts = factsOf(found);
  const { issueDate, dueDate, ...others } = facts;
  return {
    orgId: found.row.contactId,
    engagementId: found.own?.engagementId ?? null,
    title: labelOf(found),
    present: { ...others, issueDate: printDay(issueDate), dueDate: printDay(dueDate) },
    lockOf: (fields) => lockOf(found, fields),
    isSound(unit, changes) {
      try {
        checkDates(unit, { ...facts, ...toFacts(changes) });
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },
    store: async (unit, changes) => void (await writeInvoice(unit, found, toFacts(changes))),
  };
};
