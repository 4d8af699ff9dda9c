import { addDays } from '@officina/contracts/calendar';
import { createMember } from '@officina/db/factories';
import { createCharge } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { addNote } from './add-note.ts';
import { binderOfNumber } from './binder-by-number.ts';
import { binderHistory } from './binder-history.ts';
import { getBinder } from './get-binder.ts';
import { markReady } from './mark-ready.ts';
import { pickupNames } from './pickup-names.ts';
import { receiveBinder } from './receive-binder.ts';
import { receiveWarnings } from './receive-warnings.ts';
import { returnBinder } from './return-binder.ts';
import { binderOffice, verbsOf } from './testing/binder-office.ts';
import { undoReady } from './undo-ready.ts';

const messagesOf = async ({ server, tenant }: World) => {
  const { sql } = server.services.client;
  const rows =
    await sql`select trigger, status from outbox_messages where tenant_id = ${tenant.id} order by created_at, id`;
  return rows.map(({ trigger, status }) => `${trigger} ${status}`);
};

describe('receiving a binder', () => {
  it('puts it into the office, tells the client and leaves an entry, together', async () => {
    const { world, ctx, completeClient } = await binderOffice('member');
    const client = await completeClient({ phone: '+972501234567', displayName: 'Example Corp' });
    const binder = await receiveBinder(ctx, {
      clientRef: client.ref,
      binderNumber: '  BND-001 ',
      receivedAt: '2025-12-01',
      notes: ' blue ',
    });
    expect(binder).toEqual({
      id: expect.any(String),
      ref: expect.any(Number),
      client: { ref: client.ref, name: 'Example Corp' },
      binderNumber: 'BND-001',
      status: 'in_office',
      receivedAt: '2025-12-01',
      expectedReturnAt: '2026-03-01',
      returnedAt: null,
      pickupPersonName: null,
      notes: 'blue',
      receivedBy: { ref: expect.any(Number), name: 'Marc Dupont' },
      returnedBy: null,
      version: 1,
      isOverdue: false,
      daysOverdue: 0,
      daysRemaining: 45,
      daysInOffice: 45,
      daysSinceReceived: 45,
      idleDays: 45,
      slaState: 'on_track',
      workState: 'waiting_for_work',
      signals: ['idle_binder'],
      abilities: { ready: true, undoReady: false, return: true, note: true },
    });
    expect(await verbsOf(world)).toEqual(['binder.received', 'notification.queued']);
    expect(await messagesOf(world)).toEqual(['binder_received queued']);
    const { sql } = world.server.services.client;
    const [entry] = await sql`select contact_id, before, after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'binder.received'`;
    expect(entry).toMatchObject({
      contact_id: client.contactId,
      before: null,
      after: { binderNumber: 'BND-001', status: 'in_office', receivedAt: '2025-12-01' },
    });
    const jobs =
      await sql`select 1 from graphile_worker._private_jobs where payload->>'tenantId' = ${world.tenant.id}`;
    expect(jobs).toHaveLength(1);
  });

  it('judges in the order of the specification, and writes nothing when it refuses', async () => {
    const { world, ctx, client } = await binderOffice();
    const [open, closed] = [await client(), await client({ status: 'closed', closedAt: '2026-01-01' })];
    await receiveBinder(ctx, { clientRef: open.ref, binderNumber: 'Bnd-1', receivedAt: ctx.today });
    const before = await verbsOf(world);
    const receive = (input: Partial<Parameters<typeof receiveBinder>[1]>) =>
      receiveBinder(ctx, { clientRef: open.ref, binderNumber: 'x', receivedAt: ctx.today, ...input });
    const stranger = await createMember(world.server.services.client.db, (await createWorld()).tenant.id);
    const accountant = await createMember(world.server.services.client.db, world.tenant.id, 'accountant');
    await expect(receive({ receivedAt: addDays(ctx.today, 1), clientRef: 0 })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'receivedAt' }],
    });
    await expect(receive({ clientRef: 999999999, receivedByRef: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Client 999999999 not found',
    });
    for (const { ref } of [stranger, accountant]) {
      await expect(receive({ clientRef: closed.ref, receivedByRef: ref })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: `User ${ref} not found`,
      });
    }
    await expect(receive({ clientRef: closed.ref, binderNumber: 'bnd-1' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Client is closed',
    });
    await expect(receive({ clientRef: (await client()).ref, binderNumber: ' BND-1' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Active binder BND-1 already exists',
    });
    await expect(receive({ receivedAt: '1899-12-31' })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(receive({ binderNumber: '  ' })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(receive({ binderNumber: 'x'.repeat(65) })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    expect(await verbsOf(world)).toEqual(before);
  });

  it('takes frozen clients, colleagues as receivers and numbers of other offices', async () => {
    const [{ world, ctx, client }, other] = await Promise.all([binderOffice(), binderOffice()]);
    const foreign = await other.client();
    await receiveBinder(other.ctx, { clientRef: foreign.ref, binderNumber: 'B', receivedAt: ctx.today });
    const colleague = await createMember(world.server.services.client.db, world.tenant.id, 'manager', {
      name: 'Rivka',
    });
    const { ref } = await client({ status: 'frozen' });
    const received = {
      clientRef: ref,
      binderNumber: 'B',
      receivedAt: ctx.today,
      receivedByRef: colleague.ref,
    };
    const binder = await receiveBinder(ctx, received);
    expect(binder.receivedBy).toEqual({ ref: colleague.ref, name: 'Rivka' });
    const { history } = await binderHistory(ctx, { ref: binder.ref });
    expect(history[0]?.changedBy?.name).toBe('Marc Dupont');
    const theirs = { clientRef: foreign.ref, binderNumber: 'C', receivedAt: ctx.today };
    await expect(receiveBinder(ctx, theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets one of two at a time have the number', async () => {
    const { world, ctx, client } = await binderOffice();
    const clients = await Promise.all([client(), client()]);
    const results = await Promise.allSettled(
      clients.map(({ ref }) =>
        receiveBinder(ctx, { clientRef: ref, binderNumber: 'X-1', receivedAt: ctx.today }),
      ),
    );
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toMatchObject([{ code: 'CONFLICT', message: 'Active binder X-1 already exists' }]);
    expect(await verbsOf(world)).toEqual(['binder.received', 'notification.skipped']);
  });
});

describe("a binder's way", () => {
  it('leads from receipt over ready to the hands of a named person', async () => {
    const { world, ctx, completeClient } = await binderOffice();
    const { ref: clientRef } = await completeClient({ email: 'c@example.test' });
    const { ref } = await receiveBinder(ctx, { clientRef, binderNumber: 'A', receivedAt: ctx.today });
    await expect(returnBinder(ctx, { ref, pickupPersonName: 'Avi' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'Cannot return binder from status in_office',
    });
    await expect(undoReady(ctx, { ref })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const ready = await markReady(ctx, { ref });
    expect(ready).toMatchObject({
      status: 'ready_for_pickup',
      version: 2,
      signals: ['ready_for_pickup'],
      abilities: { ready: false, undoReady: true, return: true, note: true },
    });
    await expect(markReady(ctx, { ref })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'Cannot mark binder as ready from status ready_for_pickup',
    });
    expect(await undoReady(ctx, { ref })).toMatchObject({ status: 'in_office', idleDays: 0 });
    await markReady(ctx, { ref });
    const back = await returnBinder(ctx, { ref, pickupPersonName: '  Avi ' });
    expect(back).toMatchObject({
      status: 'returned',
      returnedAt: ctx.today,
      pickupPersonName: 'Avi',
      returnedBy: { name: 'Marc Dupont' },
      signals: [],
      workState: 'completed',
      slaState: null,
      abilities: { ready: false, undoReady: false, return: false, note: false },
    });
    await expect(returnBinder(ctx, { ref, pickupPersonName: 'Avi' })).rejects.toMatchObject({
      message: 'Cannot return binder from status returned',
    });
    await expect(addNote(ctx, { ref, text: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { history } = await binderHistory(ctx, { ref });
    expect(history.map(({ oldStatus, newStatus }) => [oldStatus, newStatus])).toEqual([
      [null, 'in_office'],
      ['in_office', 'ready_for_pickup'],
      ['ready_for_pickup', 'in_office'],
      ['in_office', 'ready_for_pickup'],
      ['ready_for_pickup', 'returned'],
    ]);
    // Ready again is told no second time.
    expect(await messagesOf(world)).toEqual(['binder_received queued', 'binder_ready_for_pickup queued']);
    const again = await receiveBinder(ctx, { clientRef, binderNumber: 'a', receivedAt: ctx.today });
    expect(again.binderNumber).toBe('a');
  });

  it('asks for a name before it looks at the binder, then for the binder, then for the person', async () => {
    const { ctx, client, binder } = await binderOffice();
    const { ref } = await binder((await client()).contactId);
    await expect(returnBinder(ctx, { ref: 999999999, pickupPersonName: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'pickup_person_name is required',
    });
    await expect(
      returnBinder(ctx, { ref: 999999999, pickupPersonName: 'A', returnedByRef: 999999999 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'Binder not found' });
    await expect(
      returnBinder(ctx, { ref, pickupPersonName: 'A', returnedByRef: 999999999 }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'User 999999999 not found' });
  });

  it('makes a binder ready first where that is asked, in one transaction and in this order', async () => {
    const { world, ctx, client, binder } = await binderOffice();
    const { ref } = await binder((await client()).contactId);
    await returnBinder(ctx, { ref, pickupPersonName: 'Avi', readyFirst: true });
    const { history } = await binderHistory(ctx, { ref });
    expect(history.map(({ verb }) => verb)).toEqual(['binder.ready', 'binder.returned']);
    expect(history[1]).toMatchObject({ pickupPersonName: 'Avi', newStatus: 'returned' });
    const { sql } = world.server.services.client;
    const [{ transactions } = {}] =
      await sql`select count(distinct xid)::int as transactions from journal_entries
      where tenant_id = ${world.tenant.id}`;
    expect(transactions).toBe(1);
  });

  it('lets one of several at a time make a step', async () => {
    const { world, ctx, client, binder } = await binderOffice();
    const { ref } = await binder((await client()).contactId);
    const won = async (calls: Promise<unknown>[]) =>
      (await Promise.allSettled(calls))
        .map(({ status }) => status)
        .filter((status) => status === 'fulfilled');
    expect(
      await won([markReady(ctx, { ref }), markReady(ctx, { ref }), markReady(ctx, { ref })]),
    ).toHaveLength(1);
    const hand = () => returnBinder(ctx, { ref, pickupPersonName: 'Avi' });
    expect(await won([hand(), hand(), hand()])).toHaveLength(1);
    const steps = (await verbsOf(world)).filter((verb) => verb.startsWith('binder.'));
    expect(steps).toEqual(['binder.ready', 'binder.returned']);
  });

  it('can be gone by many at once, each refused for itself, and not twice in one run', async () => {
    const { world, ctx, client, binder } = await binderOffice('member');
    const { contactId } = await client();
    const [one, two] = [await binder(contactId), await binder(contactId, 5, { status: 'ready_for_pickup' })];
    const http = await httpClient(world);
    const run = '01900000-0000-7000-8000-00000000000a';
    const rows = [one, two].map(({ id, ref }) => ({ id, ref }));
    const answer = await http.call(
      'POST',
      '/trpc/binders.markReadyMany',
      { run, rows },
      { origin: 'http://localhost:3000' },
    );
    const refusal = {
      code: 'BAD_REQUEST',
      message: 'Cannot mark binder as ready from status ready_for_pickup',
    };
    expect(answer.body.result.data).toMatchObject({
      succeeded: 1,
      failed: 1,
      results: [
        { id: one.id, ok: true, changed: true, before: { status: 'in_office' }, version: 2 },
        { id: two.id, ok: false, error: refusal },
      ],
    });
    await http.call(
      'POST',
      '/trpc/binders.markReadyMany',
      { run, rows: [rows[0]] },
      { origin: 'http://localhost:3000' },
    );
    const { history } = await binderHistory(ctx, { ref: one.ref });
    expect(history.map(({ verb }) => verb)).toEqual(['binder.ready']);
  });

  it('counts a note as work of the day, and keeps it out of the history', async () => {
    const { world, ctx, completeClient, binder } = await binderOffice();
    const { ref } = await binder((await completeClient()).contactId, 40);
    expect(await getBinder(ctx, { ref })).toMatchObject({
      signals: ['idle_binder'],
      noteLog: [],
      history: [],
    });
    expect(await addNote(ctx, { ref, text: ' called ' })).toMatchObject({
      signals: [],
      idleDays: 0,
      version: 2,
    });
    await addNote(ctx, { ref, text: 'again' });
    const detail = await getBinder(ctx, { ref });
    expect(detail.noteLog.map(({ text, by }) => [text, by?.name])).toEqual([
      ['again', 'Marc Dupont'],
      ['called', 'Marc Dupont'],
    ]);
    expect(detail.noteLog[0]?.at).toBe('2026-01-15T10:00:00.000Z');
    expect(detail.history).toEqual([]);
    expect(await verbsOf(world)).toEqual(['binder.noted', 'binder.noted']);
  });
});

describe('what is read of one binder or client', () => {
  it('finds the binder in the office by its whole number, however it is written', async () => {
    const { ctx, client, binder, returned } = await binderOffice();
    const { contactId } = await client();
    await binder(contactId, 200, { binderNumber: 'N-1', numberKey: 'n-1', ...returned('2025-10-01') });
    expect(await binderOfNumber(ctx, { number: 'N-1' })).toBeNull();
    const { ref } = await binder(contactId, 0, { binderNumber: 'N-1', numberKey: 'n-1' });
    expect(await binderOfNumber(ctx, { number: ' n-1 ' })).toMatchObject({ ref, binderNumber: 'N-1' });
    expect(await binderOfNumber(ctx, { number: 'N' })).toBeNull();
  });

  it('remembers who collected, the latest first', async () => {
    const { ctx, client, binder, returned } = await binderOffice();
    const { contactId, ref } = await client();
    expect(await pickupNames(ctx, { clientRef: ref })).toEqual({ names: [] });
    await binder(contactId, 200, returned('2025-10-01', 'Avi'));
    await binder(contactId, 200, returned('2025-12-01', 'Dana'));
    await binder(contactId, 200, returned('2025-11-01', 'Avi'));
    await binder(contactId);
    expect(await pickupNames(ctx, { clientRef: ref })).toEqual({ names: ['Dana', 'Avi'] });
    await expect(pickupNames(ctx, { clientRef: 999999999 })).rejects.toMatchObject({
      message: 'Client not found',
    });
  });

  it('says what is missing and owed before a binder is received', async () => {
    const { world, ctx, client, completeClient, binder } = await binderOffice('member');
    const bare = await client({ status: 'frozen' });
    const { db } = world.server.services.client;
    const charge = { contactId: bare.contactId, createdBy: world.user.id };
    await createCharge(db, world.tenant.id, { ...charge, status: 'issued', issuedAt: new Date() });
    await createCharge(db, world.tenant.id, charge);
    await binder(bare.contactId);
    expect(await receiveWarnings(ctx, { clientRef: bare.ref })).toEqual({
      clientStatus: 'frozen',
      missingDocuments: ['id_copy', 'power_of_attorney', 'engagement_agreement'],
      openCharges: 1,
      openBinders: 1,
    });
    expect(await receiveWarnings(ctx, { clientRef: (await completeClient()).ref })).toEqual({
      clientStatus: 'active',
      missingDocuments: [],
      openCharges: 0,
      openBinders: 0,
    });
  });

  it('knows nothing of another office, and lets no accountant in', async () => {
    const [{ world, ctx }, other] = await Promise.all([binderOffice(), binderOffice()]);
    const { contactId, ref: clientRef } = await other.client();
    const { ref, binderNumber } = await other.binder(contactId);
    const missing = { code: 'NOT_FOUND', message: 'Binder not found' };
    await expect(getBinder(ctx, { ref })).rejects.toMatchObject(missing);
    await expect(binderHistory(ctx, { ref })).rejects.toMatchObject(missing);
    await expect(markReady(ctx, { ref })).rejects.toMatchObject(missing);
    await expect(undoReady(ctx, { ref })).rejects.toMatchObject(missing);
    await expect(addNote(ctx, { ref, text: 'x' })).rejects.toMatchObject(missing);
    await expect(returnBinder(ctx, { ref, pickupPersonName: 'A' })).rejects.toMatchObject(missing);
    await expect(receiveWarnings(ctx, { clientRef })).rejects.toMatchObject({ message: 'Client not found' });
    expect(await binderOfNumber(ctx, { number: binderNumber })).toBeNull();
    const accountant = await world.as('accountant');
    await expect(getBinder(accountant, { ref })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(markReady(accountant, { ref })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the day of a binder', () => {
  it.each([
    // Jerusalem is two hours ahead in January: its midnight is 22:00 UTC.
    ['2026-01-15T21:59:59Z', '2026-01-15', 90, 'approaching'],
    ['2026-01-15T22:00:00Z', '2026-01-16', 91, 'overdue'],
    ['2026-01-16T00:30:00Z', '2026-01-16', 91, 'overdue'],
  ])('turns at the midnight of the office: %s is %s there', async (now, today, age, slaState) => {
    const { world, ctx, completeClient, binder } = await binderOffice();
    const { ref } = await binder((await completeClient()).contactId, 90);
    world.server.clock.set(now);
    try {
      expect(ctx.today).toBe(today);
      expect(await getBinder(ctx, { ref })).toMatchObject({ daysSinceReceived: age, slaState });
      await markReady(ctx, { ref });
      const back = await returnBinder(ctx, { ref, pickupPersonName: 'Avi' });
      expect(back.returnedAt).toBe(today);
    } finally {
      world.server.clock.set('2026-01-15T10:00:00Z');
    }
  });
});
