import type { OfficeTimelineEvent } from '@officina/contracts/office-clients';
import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { markReady } from '../binders/mark-ready.ts';
import { receiveBinder } from '../binders/receive-binder.ts';
import { returnBinder } from '../binders/return-binder.ts';
import { undoReady } from '../binders/undo-ready.ts';
import { attachInvoice } from '../charges/attach-invoice.ts';
import { cancelCharge } from '../charges/cancel-charge.ts';
import { createCharge } from '../charges/create-charge.ts';
import { issueCharge } from '../charges/issue-charge.ts';
import { markChargePaid } from '../charges/mark-charge-paid.ts';
import { pageOfficeTimeline, readOfficeTimeline } from './read-timeline.ts';

async function office(phone: string | null = '+972501234567') {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const { ref: clientRef } = await createOfficeClient(db, world.tenant.id, {}, { phone });
  const { clock } = world.server;
  clock.set('2026-01-15T10:00:00.000Z');
  return { world, ctx: world.ctx, clientRef, clock };
}

const types = ({ items }: { items: OfficeTimelineEvent[] }) => items.map(({ type }) => type);

describe('the timeline of a client', () => {
  it('begins with a binder: told, noted, received', async () => {
    const { ctx, clientRef } = await office();
    const { ref } = await receiveBinder(ctx, { clientRef, binderNumber: 'B-1', receivedAt: '2026-01-15' });
    const { items } = await readOfficeTimeline(ctx, { clientRef });
    const event = { binderRef: ref, chargeRef: null, at: '2026-01-15T10:00:00.000Z', dayOnly: false };
    expect(items).toEqual([
      {
        ...event,
        id: expect.any(String),
        type: 'notification_sent',
        facts: { trigger: 'binder_received', channel: 'whatsapp' },
      },
      {
        ...event,
        id: expect.any(String),
        type: 'binder_status_change',
        facts: { binderNumber: 'B-1', oldStatus: 'null', newStatus: 'in_office' },
      },
      { ...event, id: expect.any(String), type: 'binder_received', facts: { binderNumber: 'B-1' } },
    ]);
  });

  it('leaves out messages that had nowhere to go', async () => {
    const { ctx, clientRef } = await office(null);
    await receiveBinder(ctx, { clientRef, binderNumber: 'B-1', receivedAt: '2026-01-15' });
    expect(types(await readOfficeTimeline(ctx, { clientRef }))).toEqual([
      'binder_status_change',
      'binder_received',
    ]);
  });

  it('knows only the day of a binder that was entered later, in the evening too', async () => {
    const { ctx, clientRef, clock } = await office(null);
    // In Jerusalem it is the 16th.
    clock.set('2026-01-15T22:30:00.000Z');
    await receiveBinder(ctx, { clientRef, binderNumber: 'today', receivedAt: '2026-01-16' });
    await receiveBinder(ctx, { clientRef, binderNumber: 'late', receivedAt: '2026-01-15' });
    const { items } = await readOfficeTimeline(ctx, { clientRef, types: ['binder_received'] });
    expect(items).toMatchObject([
      { facts: { binderNumber: 'today' }, at: '2026-01-15T22:30:00.000Z', dayOnly: false },
      { facts: { binderNumber: 'late' }, at: '2026-01-15T00:00:00.000Z', dayOnly: true },
    ]);
  });

  it('tells every step of binders and charges, the later one first', async () => {
    const { ctx, clientRef, clock } = await office(null);
    const { ref } = await receiveBinder(ctx, { clientRef, binderNumber: 'B-1', receivedAt: '2026-01-15' });
    const tick = () => clock.advance({ minutes: 1 });
    tick();
    await markReady(ctx, { ref });
    tick();
    await undoReady(ctx, { ref });
    tick();
    await returnBinder(ctx, { ref, pickupPersonName: 'Avi', readyFirst: true });
    tick();
    const first = await createCharge(ctx, { clientRef, amount: 1500, chargeType: 'retainer' });
    await issueCharge(ctx, { ref: first.ref });
    await attachInvoice(ctx, { ref: first.ref, provider: 'P', externalInvoiceId: 'A-1' });
    await markChargePaid(ctx, { ref: first.ref });
    tick();
    const second = await createCharge(ctx, { clientRef, amount: 1, chargeType: 'one_time' });
    tick();
    await cancelCharge(ctx, { ref: second.ref });
    const { items } = await readOfficeTimeline(ctx, { clientRef });
    expect(items.map(({ type, facts }) => [type, facts.newStatus ?? facts.status ?? null])).toEqual([
      ['charge_canceled', null],
      ['charge_created', 'canceled'],
      ['charge_paid', null],
      ['invoice_attached', null],
      ['charge_issued', null],
      ['charge_created', 'paid'],
      ['binder_returned', null],
      ['binder_status_change', 'returned'],
      ['binder_status_change', 'ready_for_pickup'],
      ['binder_status_change', 'in_office'],
      ['binder_status_change', 'ready_for_pickup'],
      ['binder_status_change', 'in_office'],
      ['binder_received', null],
    ]);
    expect(items[2]).toMatchObject({
      chargeRef: first.ref,
      binderRef: null,
      facts: { amountMinor: 150_000 },
    });
    expect(items[3]?.facts).toEqual({ provider: 'P', externalInvoiceId: 'A-1' });
    expect(items[6]?.facts).toEqual({ binderNumber: 'B-1', pickupPersonName: 'Avi' });
    const ids = new Set(items.map(({ id }) => id));
    expect(ids.size).toBe(items.length);
  });

  it('pages without loss among events of one moment, by cursor and by number', async () => {
    const { ctx, clientRef } = await office();
    for (let i = 0; i < 6; i++) {
      await receiveBinder(ctx, { clientRef, binderNumber: `B-${i}`, receivedAt: '2026-01-15' });
      await createCharge(ctx, { clientRef, amount: 1, chargeType: 'retainer' });
    }
    const whole = (await readOfficeTimeline(ctx, { clientRef, limit: 100 })).items;
    expect(whole).toHaveLength(24);
    const seen: OfficeTimelineEvent[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readOfficeTimeline>> = await readOfficeTimeline(ctx, {
        clientRef,
        limit: 5,
        cursor,
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => pageOfficeTimeline(ctx, { clientRef, page, pageSize: 10 })),
    );
    expect(pages.flatMap(({ events }) => events)).toEqual(whole);
    expect(pages[0]).toMatchObject({ clientRef, page: 1, pageSize: 10, total: 24 });
    expect(await pageOfficeTimeline(ctx, { clientRef, page: 9999, pageSize: 10 })).toMatchObject({
      events: [],
      total: 24,
    });
    for (const value of ['2026-01-15T10:00:00.000Z', '2026-01-15T10:00:00.000Z 0 1', 5, 'x 1 1'])
      await expect(
        readOfficeTimeline(ctx, {
          clientRef,
          cursor: Buffer.from(JSON.stringify([value, crypto.randomUUID()])).toString('base64url'),
        }),
      ).rejects.toMatchObject({ details: [{ field: 'cursor' }] });
  });

  it('is of one client and one tenant, and empty at first', async () => {
    const [one, other] = [await office(), await office()];
    await receiveBinder(other.ctx, {
      clientRef: other.clientRef,
      binderNumber: 'B',
      receivedAt: '2026-01-15',
    });
    expect(await readOfficeTimeline(one.ctx, { clientRef: one.clientRef })).toEqual({
      items: [],
      nextCursor: null,
    });
    await expect(readOfficeTimeline(one.ctx, { clientRef: other.clientRef })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Client not found',
    });
    const { ctx } = await createWorld('accountant');
    await expect(readOfficeTimeline(ctx, { clientRef: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
