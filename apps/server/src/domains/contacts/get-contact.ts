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
const share = (part: number, whole: number): number | null =>
  whole ? Math.round((100 * part) / whole) / 100 : null;

function presentDetail(ctx: Ctx, row: DetailRow): ContactDetail {
  const { vehicles, quotes, invoices, tasks, activities, quoteStats, revenueCents, ...contact } = row;
  const shown = presentContact({
    ...contact,
    createdAt: new Date(contact.createdAt),
    updatedAt: new Date(contact.updatedAt),
  });
  const reference = { id: row.id, name: row.displayName };
  return {
    ...shown,
    vehicles,
    recentQuotes: quotes.map((quote) => ({
      ...quote,
      status: quoteState(quote.status, quote.validUntil, ctx.today),
    })),
    recentInvoices: invoices.map((invoice) => {
      const status = invoiceState(invoice.status, invoice.dueDate, ctx.today);
      const daysOverdue = status === 'overdue' ? daysBetween(invoice.dueDate, ctx.today) : 0;
      return { ...invoice, status, daysOverdue };
    }),
    openTasks: tasks?.map((task) => ({ ...task, dueAt: task.dueAt && iso(task.dueAt) })) ?? null,
    recentActivities: activities.map((activity) => ({
      ...activity,
      contact: reference,
      createdAt: iso(activity.createdAt),
    })),
    stats: {
      revenueCents,
      currency: ctx.tenant.currency,
      quotes: quoteStats.quotes,
      conversionRate: share(quoteStats.won, quoteStats.sent),
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
