import { createContact } from '@officina/db/factories';
import { createInvoice, createPayment, createQuote } from '@officina/db/factories-sales';
import { activities, tasks } from '@officina/db/schema/contacts';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements.ts';
import { createContact as journaledChange } from '../contacts/create-contact.ts';
import { garageDashboard } from './dashboard.ts';

async function garage(role?: Parameters<typeof createWorld>[0]) {
  const world = await createWorld(role);
  const { db } = world.server.services.client;
  const tenantId = world.tenant.id;
  const contact = await createContact(db, tenantId);
  const invoice = (facts: Parameters<typeof createInvoice>[3]) =>
    createInvoice(db, tenantId, contact.id, facts);
  const quote = (facts: Parameters<typeof createQuote>[3]) => createQuote(db, tenantId, contact.id, facts);
  const paid = (day: string, totalMinor: number) =>
    invoice({ status: 'paid', totalMinor, issueDate: day, paidAt: new Date(`${day}T12:00:00Z`) });
  return { world, db, tenantId, contact, invoice, quote, paid };
}

describe('the dashboard of a garage', () => {
  it('is all zeros for a new one', async () => {
    const { ctx } = await createWorld();
    const dashboard = await garageDashboard(ctx, {});
    expect(dashboard).toMatchObject({
      today: '2026-01-15',
      currency: 'EUR',
      overdue: { count: 0, totalCents: 0, openCents: 0 },
      pendingQuotes: { count: 0, totalCents: 0 },
      myTasks: { count: 0, items: [] },
      recentActivities: [],
      revenue: { monthCents: 0, lastMonthCents: 0, lastMonthToDateCents: 0 },
      pipeline: { totalCents: 0 },
    });
    expect(dashboard.revenue?.months.map(({ month }) => month)).toEqual([
      ...['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'],
      ...['2025-11', '2025-12', '2026-01'],
    ]);
  });

  it('counts what is overdue and what is left of it, and quotes that wait for an answer', async () => {
    const { world, db, tenantId, invoice, quote } = await garage();
    await invoice({ dueDate: '2026-01-14', totalMinor: 1000 });
    const partly = await invoice({ dueDate: '2025-12-01', totalMinor: 5000 });
    await createPayment(db, tenantId, partly.id, { amountMinor: 2000 });
    await createPayment(db, tenantId, partly.id, { amountMinor: 3000, reversedAt: new Date() });
    await invoice({ dueDate: '2026-01-15' });
    await invoice({ dueDate: '2026-01-01', status: 'cancelled' });
    await invoice({ dueDate: '2026-01-01', status: 'draft' });
    await invoice({ dueDate: '2026-01-01', kind: 'credit_note', creditedInvoiceId: partly.id });
    await quote({ status: 'sent', totalMinor: 300 });
    await quote({ status: 'sent', validUntil: '2026-01-14' });
    await quote({ status: 'accepted' });
    expect(await garageDashboard(world.ctx, {})).toMatchObject({
      overdue: { count: 2, totalCents: 6000, openCents: 4000 },
      pendingQuotes: { count: 1, totalCents: 300 },
    });
  });

  it('compares this month with the last, whole and up to the same day', async () => {
    const { world, paid } = await garage();
    await paid('2026-01-02', 100);
    await paid('2025-12-15', 20);
    await paid('2025-12-16', 3);
    await paid('2025-02-01', 5000);
    await paid('2025-01-31', 99_999);
    const { revenue } = await garageDashboard(world.ctx, {});
    expect(revenue).toMatchObject({ monthCents: 100, lastMonthCents: 23, lastMonthToDateCents: 20 });
    expect(revenue?.months[0]).toEqual({ month: '2025-02', revenueCents: 5000, invoices: 1 });
    expect(revenue?.months.reduce((sum, month) => sum + month.revenueCents, 0)).toBe(5123);
  });

  it('shows my open tasks due by tonight, soonest first, and the newest activities', async () => {
    const { world, db, tenantId, contact } = await garage('member');
    const gone = await createContact(db, tenantId, { deletedAt: new Date() });
    const mine = { tenantId, assigneeId: world.user.id, position: 1 };
    await db.insert(tasks).values([
      { ...mine, title: 'tonight', dueAt: new Date('2026-01-15T22:59:00Z'), contactId: contact.id },
      { ...mine, title: 'tomorrow', dueAt: new Date('2026-01-15T23:00:00Z') },
      { ...mine, title: 'late', dueAt: new Date('2026-01-02T10:00:00Z') },
      { ...mine, title: 'done', dueAt: new Date('2026-01-02T10:00:00Z'), status: 'done' },
      { ...mine, title: 'whenever' },
      { ...mine, title: 'of nobody', dueAt: new Date('2026-01-02T10:00:00Z'), assigneeId: null },
      { ...mine, title: 'hidden', dueAt: new Date('2026-01-02T10:00:00Z'), contactId: gone.id },
    ]);
    await db.insert(activities).values(
      Array.from({ length: 11 }, (_, i) => ({
        tenantId,
        type: 'NOTE_ADDED' as const,
        description: `n${i}`,
        createdAt: new Date(Date.UTC(2026, 0, 1, i)),
      })),
    );
    const { myTasks, recentActivities } = await garageDashboard(world.ctx, {});
    expect(myTasks).toMatchObject({
      count: 2,
      items: [
        { title: 'late', dueAt: '2026-01-02T10:00:00.000Z', contact: null, assignee: { id: world.user.id } },
        { title: 'tonight', contact: { id: contact.id, name: 'Jean Martin' } },
      ],
    });
    expect(recentActivities.map(({ description }) => description)).toEqual(
      Array.from({ length: 10 }, (_, i) => `n${10 - i}`),
    );
  });

  it('keeps totals of the business from members and tasks from accountants', async () => {
    const { world, paid } = await garage();
    await paid('2026-01-02', 100);
    expect(await garageDashboard(await world.as('member'), {})).toMatchObject({
      revenue: null,
      pipeline: null,
    });
    const accountant = await garageDashboard(await world.as('accountant'), {});
    expect(accountant).toMatchObject({ myTasks: null, revenue: { monthCents: 100 } });
    await expect(garageDashboard(await world.as('client'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('costs one statement while nothing changes, and is fresh after any change', async () => {
    const { world, paid } = await garage();
    const month = async () => (await garageDashboard(world.ctx, {})).revenue?.monthCents;
    expect(await month()).toBe(0);
    expect(await statementsOf(month)).toHaveLength(1);
    await paid('2026-01-02', 100);
    await journaledChange(world.ctx, { firstName: 'Jean', lastName: 'Martin' });
    expect(await month()).toBe(100);
  });

  it('knows nothing of other tenants', async () => {
    const [mine, other] = await Promise.all([garage(), garage()]);
    await other.paid('2026-01-02', 100);
    await other.invoice({ dueDate: '2026-01-01' });
    await other.quote({ status: 'sent' });
    expect(await garageDashboard(mine.world.ctx, {})).toMatchObject({
      overdue: { count: 0 },
      pendingQuotes: { count: 0 },
      revenue: { monthCents: 0 },
    });
  });
});
