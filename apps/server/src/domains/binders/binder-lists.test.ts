import type { BinderTab } from '@officina/contracts/binders';
import { addDays } from '@officina/contracts/calendar';
import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import { createCharge } from '@officina/db/factories-office';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listBinders } from './list-binders.ts';
import { markReady } from './mark-ready.ts';
import { pageBinders, pageClientBinders, pageScope } from './page-binders.ts';
import { binderOffice } from './testing/binder-office.ts';
import { workQueue } from './work-queue.ts';

type Office = Awaited<ReturnType<typeof binderOffice>>;
type Asked = Parameters<typeof listBinders>[1];

/** Every row of a list, page by page. */
async function walk({ ctx }: Office, asked: Asked, limit = 3) {
  const numbers: string[] = [];
  for (let cursor: string | null | undefined; ; ) {
    const page = await listBinders(ctx, { ...asked, limit, cursor });
    numbers.push(...page.items.map(({ binderNumber }) => binderNumber));
    cursor = page.nextCursor;
    if (!cursor) return numbers;
  }
}

/** Binders of all ages and states, some received on one day, of clients with and without documents and charges. */
async function filledOffice() {
  const office = await binderOffice();
  const { world, ctx, client, completeClient, binder, returned } = office;
  const clients = [
    await completeClient({ displayName: 'Alef', searchText: 'alef' }),
    await client({ idNumber: '514000001' }, { displayName: 'Bet', searchText: 'bet' }),
  ];
  const owing = clients[1];
  if (!owing) throw new Error('no client');
  const charge = {
    contactId: owing.contactId,
    createdBy: world.user.id,
    status: 'issued',
    issuedAt: new Date(),
  } as const;
  await createCharge(world.server.services.client.db, world.tenant.id, charge);
  for (const [at, age] of [0, 0, 5, 13, 14, 74, 75, 80, 89, 90, 90, 91, 120].entries()) {
    const contactId = clients[at % 2]?.contactId ?? '';
    const number = (kind: string) => ({
      binderNumber: `${kind}${at}`,
      numberKey: `${kind}${at}`.toLowerCase(),
    });
    await binder(contactId, age, { ...number('W'), lastWorkOn: at % 3 ? null : addDays(ctx.today, -2) });
    if (at % 2) await binder(contactId, age, { ...number('R'), status: 'ready_for_pickup' });
    if (at % 4 === 0)
      await binder(contactId, age, { ...number('X'), ...returned(addDays(ctx.today, -(at % 3))) });
  }
  return { ...office, clients };
}

describe('the list of binders', () => {
  it('walks every tab in order, no row twice or lost, and counts them all', async () => {
    const office = await filledOffice();
    const { ctx } = office;
    const first = await listBinders(ctx, {});
    for (const tab of ['open', 'overdue', 'due_today', 'ready', 'returned'] as const) {
      const numbers = await walk(office, { tab });
      expect(new Set(numbers).size, tab).toBe(numbers.length);
      expect(first.counts?.[tab], tab).toBe(numbers.length);
      const back = await walk(office, { tab, sort: 'receivedAt', dir: 'asc' });
      expect(back.toReversed(), tab).toEqual(await walk(office, { tab, sort: 'receivedAt', dir: 'desc' }));
      expect([...back].sort()).toEqual([...numbers].sort());
    }
    expect(first.counts).toEqual({ open: 19, overdue: 3, due_today: 3, ready: 6, returned: 4 });
    expect(first.total).toBe(19);
  });

  it('orders each tab by what presses most', async () => {
    const office = await filledOffice();
    expect(await walk(office, { tab: 'overdue' })).toEqual(['W12', 'W11', 'R11']);
    expect((await walk(office, { tab: 'open' })).slice(0, 3)).toEqual(['R1', 'W1', 'W0']);
    expect(await walk(office, { tab: 'returned' })).toEqual(['X12', 'X0', 'X4', 'X8']);
    expect((await walk(office, { tab: 'ready' })).at(0)).toBe('R11');
    const queue = await workQueue(office.ctx, { limit: 4 });
    expect(queue.items.map(({ binderNumber }) => binderNumber)).toEqual(['W12', 'W11', 'R11', 'W9']);
    expect(queue.total).toBe(19);
    const next = await workQueue(office.ctx, { limit: 4, cursor: queue.nextCursor });
    expect(next.items[0]?.binderNumber).toBe('R9');
  });

  it('filters as the verdict says, whatever is asked together', async () => {
    const office = await filledOffice();
    const { items: all } = await listBinders(office.ctx, { limit: 100 });
    const words = fc.record(
      {
        workState: fc.constantFrom(...WORK_STATES),
        slaState: fc.constantFrom(...SLA_STATES),
        signal: fc.subarray([...BINDER_SIGNALS]),
        clientRef: fc.constantFrom(...office.clients.map(({ ref }) => ref)),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(words, async (asked) => {
        const meant = all.filter(
          (one) =>
            (!asked.workState || one.workState === asked.workState) &&
            (!asked.slaState || one.slaState === asked.slaState) &&
            (!asked.signal?.length || one.signals.some((signal) => asked.signal?.includes(signal))) &&
            (asked.clientRef === undefined || one.client.ref === asked.clientRef),
        );
        const found = await listBinders(office.ctx, { ...asked, limit: 100 });
        expect(found.items).toEqual(meant);
        expect(found.counts?.open).toBe(meant.length);
        if (asked.signal?.length) return;
        const { signal: _, ...rest } = asked;
        const page = await pageBinders(office.ctx, rest);
        expect(page.items).toEqual(meant);
        const second = await pageBinders(office.ctx, { ...rest, page: 2, pageSize: 3 });
        expect(second).toEqual({ items: meant.slice(3, 6), page: 2, pageSize: 3, total: meant.length });
      }),
      { numRuns: 40 },
    );
  });

  it('searches numbers, names and id numbers, and takes wildcards for letters', async () => {
    const office = await filledOffice();
    const count = async (q: string, tab: BinderTab = 'open') =>
      (await listBinders(office.ctx, { q, tab, limit: 100 })).counts?.[tab];
    expect(await walk(office, { q: ' w12 ' })).toEqual(['W12']);
    expect(await count('ÂLEF')).toBe(7);
    expect(await count('bet')).toBe(12);
    expect(await count('4000001')).toBe(12);
    expect(await count('x', 'returned')).toBe(4);
    expect(await count('%')).toBe(0);
    expect(await count('_')).toBe(0);
    expect(await count('\\')).toBe(0);
  });

  it('is right in the call after a write, and names what it cannot take', async () => {
    const office = await filledOffice();
    const { ctx } = office;
    const before = await listBinders(ctx, { tab: 'ready' });
    const [waiting] = (await listBinders(ctx, { workState: 'waiting_for_work' })).items;
    await markReady(ctx, { ref: waiting?.ref ?? 0 });
    const after = await listBinders(ctx, { tab: 'ready' });
    expect(after.counts?.ready).toBe((before.counts?.ready ?? 0) + 1);
    expect(after.items).toHaveLength(after.counts?.ready ?? 0);
    for (const asked of [{ cursor: 'x' }, { sort: 'returnedAt' as const }, { q: 'x'.repeat(201) }])
      await expect(listBinders(ctx, asked)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    const forged = Buffer.from(
      JSON.stringify(['2026-02-30/1', '00000000-0000-0000-0000-000000000000']),
    ).toString('base64url');
    await expect(listBinders(ctx, { cursor: forged })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(listBinders(await office.world.as('accountant'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('pages the fixed lists and those of a client', async () => {
    const office = await filledOffice();
    const { ctx, clients } = office;
    const numbers = async (scope: Parameters<typeof pageScope>[1]['scope'], page = 1, pageSize = 100) =>
      (await pageScope(ctx, { scope, page, pageSize })).items.map(({ binderNumber }) => binderNumber);
    expect(await numbers('overdue')).toEqual(['W12', 'W11', 'R11']);
    expect(await numbers('due_today')).toEqual(['W10', 'R9', 'W9']);
    expect(await numbers('open')).toEqual(await walk(office, {}));
    expect(await numbers('queue', 2, 3)).toEqual(['W9', 'R9', 'W10']);
    expect(await pageScope(ctx, { scope: 'open', page: 1_000_000_000, pageSize: 100 })).toEqual({
      items: [],
      page: 1_000_000_000,
      pageSize: 100,
      total: 19,
    });
    const mine = await pageClientBinders(ctx, { clientRef: clients[0]?.ref ?? 0, page: 1, pageSize: 2 });
    expect(mine.items.map(({ binderNumber }) => binderNumber)).toEqual(['X0', 'W0']);
    expect(mine.total).toBe(11);
    const nobody = { clientRef: 999999999, page: 1, pageSize: 2 };
    await expect(pageClientBinders(ctx, nobody)).rejects.toMatchObject({ message: 'Client not found' });
  });
});
