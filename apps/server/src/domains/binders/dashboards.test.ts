import { BOARD_COLUMNS } from '@officina/contracts/binders';
import { createCharge } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { addNote } from './add-note.ts';
import { alerts, allAlerts } from './alerts.ts';
import { allAttention, attention } from './attention.ts';
import { markReady } from './mark-ready.ts';
import { officeOverview, officeSummary } from './office-figures.ts';
import { receiveBinder } from './receive-binder.ts';
import { binderOffice } from './testing/binder-office.ts';
import { todayBoard } from './today-board.ts';

/** One binder of each age; the first of a pair is of the earlier number. */
async function aged(ages: number[]) {
  const office = await binderOffice();
  const client = await office.completeClient({ displayName: 'Example Corp' });
  const binders = [];
  for (const age of ages)
    binders.push(
      await office.binder(client.contactId, age, { binderNumber: `B-${age}`, numberKey: `b-${age}` }),
    );
  return { ...office, client, binders };
}

describe('the counters', () => {
  it('are zero in an empty office', async () => {
    const { ctx } = await binderOffice();
    expect(await officeSummary(ctx, {})).toEqual({
      bindersInOffice: 0,
      bindersReadyForPickup: 0,
      bindersOverdue: 0,
    });
    expect(await officeOverview(ctx, {})).toEqual({
      totalClients: 0,
      activeBinders: 0,
      overdueBinders: 0,
      bindersDueToday: 0,
      bindersDueThisWeek: 0,
    });
    expect(await allAlerts(ctx, {})).toEqual({ items: [], total: 0 });
    expect(await allAttention(ctx, {})).toEqual({ items: [], total: 0 });
    const board = await todayBoard(ctx, {});
    expect(Object.values(board.columns)).toEqual(BOARD_COLUMNS.map(() => ({ count: 0, rows: [] })));
  });

  it('count by stored status, by promised day and over all clients, and follow every write', async () => {
    const { world, ctx, client, binder, returned, binders } = await aged([0, 82, 83, 90, 91]);
    const other = await binderOffice();
    await other.binder((await other.client()).contactId, 91);
    await binder(client.contactId, 100, { status: 'ready_for_pickup' });
    await binder(client.contactId, 100, returned(ctx.today));
    expect(await officeSummary(await world.as('member'), {})).toEqual({
      bindersInOffice: 5,
      bindersReadyForPickup: 1,
      bindersOverdue: 2,
    });
    const overview = {
      totalClients: 1,
      activeBinders: 6,
      overdueBinders: 2,
      bindersDueToday: 1,
      bindersDueThisWeek: 2,
    };
    expect(await officeOverview(ctx, {})).toEqual(overview);
    await markReady(ctx, { ref: binders[0]?.ref ?? 0 });
    expect(await officeSummary(ctx, {})).toMatchObject({ bindersInOffice: 4, bindersReadyForPickup: 2 });
    await receiveBinder(ctx, { clientRef: client.ref, binderNumber: 'N', receivedAt: '2025-10-17' });
    expect(await officeOverview(ctx, {})).toEqual({
      ...overview,
      activeBinders: 7,
      bindersDueToday: 2,
      bindersDueThisWeek: 3,
    });
    await expect(officeOverview(await world.as('manager'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(officeSummary(await world.as('accountant'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('alerts', () => {
  it('name late and nearly late binders, the most pressing first', async () => {
    const { ctx, client, binder, returned } = await aged([0, 74, 75, 90, 91, 130]);
    await binder(client.contactId, 91, {
      status: 'ready_for_pickup',
      binderNumber: 'later',
      numberKey: 'later',
    });
    await binder(client.contactId, 200, returned(ctx.today));
    const { items, total } = await allAlerts(ctx, {});
    expect(total).toBe(5);
    expect(
      items.map(({ binderNumber, ...one }) => [
        binderNumber,
        one.alertType,
        one.daysOverdue,
        one.daysRemaining,
      ]),
    ).toEqual([
      ['B-130', 'overdue', 40, null],
      ['B-91', 'overdue', 1, null],
      ['later', 'overdue', 1, null],
      ['B-90', 'near_sla', null, 0],
      ['B-75', 'near_sla', null, 15],
    ]);
    const part = await alerts(ctx, { limit: 2 });
    expect(part).toMatchObject({ items: items.slice(0, 2), total: 5 });
    const rest = await alerts(ctx, { limit: 3, cursor: part.nextCursor });
    expect(rest).toEqual({ items: items.slice(2), nextCursor: null });
    await expect(alerts(ctx, { cursor: 'x' })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  });
});

describe('attention', () => {
  it('names idle binders, binders to be collected and, for advisors alone, what is unpaid', async () => {
    const { world, ctx, client, binder, binders } = await aged([13, 14, 30]);
    const worked = await binder(client.contactId, 60, {
      lastWorkOn: '2025-12-26',
      binderNumber: 'worked',
      numberKey: 'w',
    });
    await binder(client.contactId, 5, { status: 'ready_for_pickup', binderNumber: 'young', numberKey: 'y' });
    await binder(client.contactId, 50, { status: 'ready_for_pickup', binderNumber: 'old', numberKey: 'o' });
    const { db } = world.server.services.client;
    const charge = { contactId: client.contactId, createdBy: world.user.id };
    const issuedAt = new Date('2026-01-10T00:00:00Z');
    await createCharge(db, world.tenant.id, { ...charge, status: 'issued', issuedAt, amountMinor: 150_050 });
    await createCharge(db, world.tenant.id, {
      ...charge,
      status: 'issued',
      issuedAt: new Date('2026-01-09T00:00:00Z'),
    });
    await createCharge(db, world.tenant.id, charge);
    const said = async (by: typeof ctx) =>
      (await allAttention(by, {})).items.map((item) =>
        item.type === 'unpaid_charge'
          ? [item.type, item.amountMinor, item.currency]
          : [item.type, item.binderNumber, ...(item.type === 'idle_binder' ? [item.idleDays] : [])],
      );
    const binderItems = [
      ['idle_binder', 'B-30', 30],
      ['idle_binder', 'worked', 20],
      ['idle_binder', 'B-14', 14],
      ['ready_for_pickup', 'old'],
      ['ready_for_pickup', 'young'],
    ];
    const secretary = await world.as('member');
    expect(await said(ctx)).toEqual([
      ...binderItems,
      ['unpaid_charge', 150_000, 'ILS'],
      ['unpaid_charge', 150_050, 'ILS'],
    ]);
    expect(await said(secretary)).toEqual(binderItems);
    expect((await attention(secretary, {})).total).toBe(5);
    expect((await attention(ctx, { limit: 1 })).total).toBe(7);
    const owed = await attention(ctx, { type: 'unpaid_charge', limit: 1 });
    expect(owed).toMatchObject({ total: 2, items: [{ type: 'unpaid_charge', amountMinor: 150_000 }] });
    expect(await attention(secretary, { type: 'unpaid_charge' })).toMatchObject({ total: 0, items: [] });
    await addNote(secretary, { ref: worked.ref, text: 'x' });
    await markReady(secretary, { ref: binders[2]?.ref ?? 0 });
    expect(await said(secretary)).toEqual([
      ['idle_binder', 'B-14', 14],
      ['ready_for_pickup', 'old'],
      ['ready_for_pickup', 'B-30'],
      ['ready_for_pickup', 'young'],
    ]);
  });
});

describe('the board of the day', () => {
  it('shows the first rows and the size of each column', async () => {
    const { world, ctx, client, binder } = await aged([0, 20, 75, 89, 90, 91]);
    await binder(client.contactId, 3, { status: 'ready_for_pickup', binderNumber: 'ready', numberKey: 'r' });
    const { today, columns } = await todayBoard(await world.as('member'), {});
    expect(today).toBe('2026-01-15');
    const shown = BOARD_COLUMNS.map((name) => [
      name,
      columns[name].count,
      columns[name].rows.map(({ binderNumber }) => binderNumber),
    ]);
    expect(shown).toEqual([
      ['overdue', 1, ['B-91']],
      ['due_today', 1, ['B-90']],
      ['near_sla', 2, ['B-89', 'B-75']],
      ['idle', 5, ['B-91', 'B-90', 'B-89', 'B-75', 'B-20']],
      ['ready', 1, ['ready']],
    ]);
    expect(columns.overdue.rows[0]).toMatchObject({
      client: { ref: client.ref, name: 'Example Corp' },
      daysOverdue: 1,
      signals: ['overdue', 'idle_binder'],
      abilities: { ready: true },
    });
    await markReady(ctx, { ref: columns.overdue.rows[0]?.ref ?? 0 });
    expect((await todayBoard(ctx, {})).columns.ready.count).toBe(2);
  });
});
