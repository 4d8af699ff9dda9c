import { daysBetween } from '@officina/contracts/calendar';
import type { ContactDetail } from '@officina/contracts/contacts';
import { byId } from '@officina/contracts/contacts-inputs';
import { invoiceState, quoteState } from '@officina/contracts/sales';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { type DetailRow, detailRow } from './contact-detail-statement.ts';
import { contactAbilities, presentContact } from './contact-presenter.ts';

const iso = (printed: string): string => new Date(printed).toISOString();
/** Accepted of all that were ever sent, two decimals; null when none was. */
const conversionRate = (counts: { sent: number; won: number } | undefined): number | null =>
  counts?.sent ? Math.round((100 * counts.won) / counts.sent) / 100 : null;

function presentDetail(ctx: Ctx, row: DetailRow): ContactDetail {
  const { vehicles, quotes, invoices, tasks, activities, ...contact } = row;
  const shown = presentContact({
    ...contact,
    createdAt: new Date(contact.createdAt),
    updatedAt: new Date(contact.updatedAt),
  });
  const reference = { id: row.id, name: row.displayName };
  return {
    ...shown,
    vehicles,
    recentQuotes: quotes.map(({ all: _, sent: _s, won: _w, ...quote }) => ({
      ...quote,
      status: quoteState(quote.status, quote.validUntil, ctx.today),
    })),
    recentInvoices: invoices
      .filter(({ kind }) => kind !== 'credit_note')
      .map(({ kind: _, revenue: _r, ...invoice }) => {
        const status = invoiceState(invoice.status, invoice.dueDate, ctx.today);
        const daysOverdue =
          status === 'overdue' && invoice.dueDate ? daysBetween(invoice.dueDate, ctx.today) : 0;
        return { ...invoice, status, daysOverdue };
      }),
    openTasks: tasks?.map((task) => ({ ...task, dueAt: task.dueAt && iso(task.dueAt) })) ?? null,
    recentActivities: activities.map((activity) => ({
      ...activity,
      contact: reference,
      createdAt: iso(activity.createdAt),
    })),
    stats: {
      revenueCents: invoices[0]?.revenue ?? 0,
      currency: ctx.tenant.currency,
      quotes: quotes[0]?.all ?? 0,
      conversionRate: conversionRate(quotes[0]),
      lastActivityAt: activities[0] ? iso(activities[0].createdAt) : null,
    },
    abilities: contactAbilities(ctx),
  };
}

/** A live contact with what belongs to it. Missing, deleted, foreign and malformed ids are all NOT_FOUND. */
export const getContact = read({
  name: 'contacts.get',
  permission: 'contacts.read',
  input: byId,
  async run(ctx, { id }): Promise<ContactDetail> {
    const asked = { tenantId: ctx.tenant.id, id, currency: ctx.tenant.currency };
    const row = isUuid(id) ? await detailRow(ctx.db, asked, may(ctx.actor, 'tasks.read')) : undefined;
    if (!row) throw notFound('Contact');
    return presentDetail(ctx, row);
  },
});
