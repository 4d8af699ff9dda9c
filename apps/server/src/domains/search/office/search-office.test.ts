import { addDays } from '@officina/contracts/calendar';
import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { createBinder, createCharge, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { pageOfficeSearch } from './page-office-search.ts';
import { searchOffice } from './search-office.ts';

type Filters = Omit<Parameters<typeof searchOffice>[1], 'limit' | 'cursor'>;

const nameOf = (hit: OfficeSearchHit) => (hit.type === 'client' ? hit.clientName : hit.binderNumber);

/** Two clients with binders in every state. */
async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const { tenant, user, ctx } = world;
  const client = (displayName: string, facts = {}) =>
    createOfficeClient(db, tenant.id, facts, { displayName, email: 'levi@example.test' });
  const cohen = await client('Cohen & Söns', { idNumber: '0514_01' });
  const levi = await client('LEVI 100%', { idNumber: '77Ab', status: 'frozen' });
  const binder = (of: { contactId: string }, binderNumber: string, age: number, facts = {}) =>
    createBinder(db, tenant.id, {
      contactId: of.contactId,
      binderNumber,
      receivedBy: user.id,
      receivedAt: addDays(ctx.today, -age),
      ...facts,
    });
  await binder(cohen, 'BND-fresh', 0);
  await binder(cohen, 'BND-idle', 20);
  await binder(cohen, 'BND-near', 80);
  await binder(levi, 'BND-late', 100);
  await binder(levi, 'BND-ready', 30, { status: 'ready_for_pickup' });
  await binder(levi, 'BND-gone', 200, {
    status: 'returned',
    returnedAt: ctx.today,
    returnedBy: user.id,
    pickupPersonName: 'Avi',
  });
  await createCharge(db, tenant.id, {
    contactId: levi.contactId,
    createdBy: user.id,
    status: 'issued',
    issuedAt: new Date('2026-01-01T00:00:00Z'),
  });
  const found = async (filters: Filters) => {
    const { items, total } = await searchOffice(ctx, filters);
    const numbered = await pageOfficeSearch(ctx, { ...filters, page: 1, pageSize: 100 });
    expect(numbered.items).toEqual(items);
    expect(numbered.total).toBe(total);
    return items.map(nameOf);
  };
  return { world, ctx, found, binder, client, cohen, levi };
}

const OF_COHEN = ['BND-near', 'BND-idle', 'BND-fresh'];
const OF_LEVI = ['BND-late', 'BND-ready'];

describe('searching the office', () => {
  it('finds nothing without a filter', async () => {
    const { found } = await office();
    for (const filters of [{}, { query: '', clientName: '  ' }, { signalTypes: [] }])
      expect(await found(filters)).toEqual([]);
  });

  it('matches text anywhere, case aside, with wildcards as ordinary characters', async () => {
    const { found } = await office();
    const both = ['Cohen & Söns', 'LEVI 100%'];
    const cases: [Filters, string[]][] = [
      [{ query: 'cohen' }, ['Cohen & Söns', ...OF_COHEN]],
      [{ query: 'EN & SÖ' }, ['Cohen & Söns', ...OF_COHEN]],
      [{ query: '514' }, ['Cohen & Söns', ...OF_COHEN]],
      [{ query: '77aB' }, ['LEVI 100%', ...OF_LEVI]],
      [{ query: 'e' }, [...both, 'BND-late', 'BND-near', 'BND-ready', 'BND-idle', 'BND-fresh']],
      [{ query: 'bnd-' }, ['BND-late', 'BND-near', 'BND-ready', 'BND-idle', 'BND-fresh']],
      [{ query: 'ND-ID' }, ['BND-idle']],
      [{ query: '%' }, ['LEVI 100%', ...OF_LEVI]],
      [{ query: '_' }, ['Cohen & Söns', ...OF_COHEN]],
      [{ query: '\\' }, []],
      [{ query: 'example.test' }, []],
      [{ clientName: 'levi' }, ['LEVI 100%', ...OF_LEVI]],
      [{ clientName: '514' }, []],
      [{ idNumber: '_0' }, ['Cohen & Söns', ...OF_COHEN]],
      [{ idNumber: 'cohen' }, []],
      [{ binderNumber: 'LATE' }, ['BND-late']],
      [{ binderNumber: 'cohen' }, []],
    ];
    for (const [filters, expected] of cases)
      expect(await found(filters), JSON.stringify(filters)).toEqual(expected);
  });

  it('shows rows that meet every filter, and no clients once a filter is of binders', async () => {
    const { found } = await office();
    expect(await found({ query: 'levi', clientName: 'LE', idNumber: '77' })).toEqual([
      'LEVI 100%',
      ...OF_LEVI,
    ]);
    expect(await found({ query: 'levi', clientName: 'cohen' })).toEqual([]);
    expect(await found({ clientName: 'levi', slaState: 'overdue' })).toEqual(['BND-late']);
    expect(await found({ clientName: 'levi', hasSignals: true })).toEqual(OF_LEVI);
    expect(await found({ clientName: 'levi', hasSignals: false })).toEqual([]);
  });

  it('knows work, promise and signals, and the returned only as completed', async () => {
    const { found } = await office();
    const cases: [Filters, string[]][] = [
      [{ workState: 'waiting_for_work' }, ['BND-late', 'BND-near', 'BND-idle']],
      [{ workState: 'in_progress' }, ['BND-ready', 'BND-fresh']],
      [{ workState: 'completed' }, ['BND-gone']],
      [{ workState: 'completed', slaState: 'overdue' }, []],
      [{ workState: 'completed', hasSignals: false }, ['BND-gone']],
      [{ workState: 'completed', hasSignals: true }, []],
      [{ slaState: 'on_track' }, ['BND-ready', 'BND-idle', 'BND-fresh']],
      [{ slaState: 'approaching' }, ['BND-near']],
      [{ slaState: 'overdue' }, ['BND-late']],
      [{ signalTypes: ['ready_for_pickup', 'near_sla'] }, ['BND-near', 'BND-ready']],
      [{ signalTypes: ['unpaid_charges'] }, OF_LEVI],
      [{ signalTypes: ['missing_permanent_documents'], clientName: 'cohen' }, OF_COHEN],
      [{ binderNumber: 'gone' }, []],
    ];
    for (const [filters, expected] of cases)
      expect(await found(filters), JSON.stringify(filters)).toEqual(expected);
  });

  it('agrees with what it prints', async () => {
    const { ctx } = await office();
    const { items } = await searchOffice(ctx, { hasSignals: true });
    const binders = items.filter((hit) => hit.type === 'binder');
    expect(binders).toHaveLength(5);
    for (const workState of WORK_STATES)
      for (const hit of (await searchOffice(ctx, { workState })).items)
        expect(hit).toMatchObject({ workState });
    for (const slaState of SLA_STATES)
      expect((await searchOffice(ctx, { slaState })).items).toEqual(
        binders.filter((hit) => hit.slaState === slaState),
      );
    for (const signal of BINDER_SIGNALS)
      expect((await searchOffice(ctx, { signalTypes: [signal] })).items).toEqual(
        binders.filter(({ signals }) => signals.includes(signal)),
      );
    expect(binders[0]).toMatchObject({
      binderNumber: 'BND-late',
      daysOverdue: 10,
      signals: ['missing_permanent_documents', 'overdue', 'unpaid_charges', 'idle_binder'],
    });
  });

  it('pages in a total order, over clients into binders', async () => {
    const { ctx, client, binder } = await office();
    for (const [i, name] of ['b same', 'A same', 'B same', 'a same'].entries()) {
      const of = await client(name);
      await binder(of, `S-${i}`, 5);
      await binder(of, `T-${i}`, 5);
    }
    const whole = (await searchOffice(ctx, { clientName: 'same', limit: 100 })).items;
    expect(whole.map(nameOf).slice(0, 4)).toEqual(['A same', 'a same', 'b same', 'B same']);
    expect(whole).toHaveLength(12);
    const seen: OfficeSearchHit[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof searchOffice>> = await searchOffice(ctx, {
        clientName: 'same',
        limit: 3,
        cursor,
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => pageOfficeSearch(ctx, { clientName: 'same', page, pageSize: 5 })),
    );
    expect(pages.flatMap(({ items }) => items)).toEqual(whole);
    expect(await pageOfficeSearch(ctx, { clientName: 'same', page: 9999, pageSize: 5 })).toEqual({
      items: [],
      page: 9999,
      pageSize: 5,
      total: 12,
    });
    for (const value of ['x', 'b2026', 5, 'b2026-02-30'])
      await expect(
        searchOffice(ctx, {
          query: 'x',
          cursor: Buffer.from(JSON.stringify([value, '1'])).toString('base64url'),
        }),
      ).rejects.toMatchObject({ details: [{ field: 'cursor' }] });
  });

  it('finds nothing foreign, and is refused to others', async () => {
    const [, other] = await Promise.all([office(), createWorld('accountant')]);
    const stranger = await createWorld('member');
    expect(await searchOffice(stranger.ctx, { query: 'levi' })).toMatchObject({ items: [], total: 0 });
    expect(await searchOffice(stranger.ctx, { hasSignals: true })).toMatchObject({ items: [], total: 0 });
    for (const call of [
      () => searchOffice(other.ctx, { query: 'levi' }),
      () => pageOfficeSearch(other.ctx, { page: 1, pageSize: 1 }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
