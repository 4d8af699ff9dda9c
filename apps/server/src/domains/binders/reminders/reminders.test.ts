import { addDays } from '@officina/contracts/calendar';
import { afterEach, describe, expect, it } from 'vitest';
import { anotherServer, testServer } from '../../../testing/harness.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { statementsOf } from '../../../testing/statements.ts';
import { binderOffice, verbsOf } from '../testing/binder-office.ts';
import { reminderRuns } from './reminder-runs.ts';
import { runReminders } from './run-reminders.ts';
import { scheduleReminders } from './schedule-reminders.ts';

const PHONE = { phone: '050-123 4567', displayName: 'דנה כהן' };

async function office() {
  const made = await binderOffice();
  const { sql } = made.world.server.services.client;
  const { tenant, user } = made.world;
  return {
    ...made,
    sql,
    /** The messages by the number of their binder. */
    async told() {
      const rows = await sql`select b.binder_number as number, m.trigger, m.status, m."to", m.text
        from outbox_messages m join binders b on b.tenant_id = m.tenant_id and b.id = m.binder_id
        where m.tenant_id = ${tenant.id} order by m.trigger, number`;
      return rows.map(({ number, trigger, status }) => `${number} ${trigger} ${status}`);
    },
    /** Many binders of one client, that came in 91 days ago. */
    async overdueBinders(contactId: string, count: number) {
      const receivedAt = addDays(made.ctx.today, -91);
      await sql`insert into binders
          (tenant_id, contact_id, binder_number, number_key, received_at, expected_return_at, received_by)
        select ${tenant.id}, ${contactId}, 'B' || i, 'b' || i, ${receivedAt}::date, ${receivedAt}::date + 90, ${user.id}
        from generate_series(1, ${count}::int) i`;
    },
  };
}

afterEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00Z'));

describe('reminding by hand', () => {
  it('tells each client once what its binder calls for', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    const ready = { status: 'ready_for_pickup' } as const;
    await w.binder(contactId, 74, { binderNumber: 'ontrack' });
    await w.binder(contactId, 75, { binderNumber: 'near' });
    await w.binder(contactId, 90, { binderNumber: 'today' });
    await w.binder(contactId, 91, { binderNumber: 'late' });
    await w.binder(contactId, 0, { binderNumber: 'ready', ...ready });
    await w.binder(contactId, 80, { binderNumber: 'readynear', ...ready });
    await w.binder(contactId, 95, { binderNumber: 'readylate', ...ready });
    await w.binder(contactId, 95, { binderNumber: 'gone', ...w.returned(w.ctx.today) });
    const run = await runReminders(w.ctx, {});
    expect(run).toEqual({
      id: expect.any(String),
      runDate: '2026-01-15',
      startedAt: '2026-01-15T10:00:00.000Z',
      finishedAt: '2026-01-15T10:00:00.000Z',
      startedBy: { ref: expect.any(Number), name: w.world.user.name },
      status: 'completed',
      bindersScanned: 7,
      approaching: 2,
      overdue: 2,
      ready: 2,
      skippedNoContact: 0,
      errors: 0,
    });
    expect(await w.told()).toEqual([
      'near binder_approaching_sla queued',
      'today binder_approaching_sla queued',
      'late binder_overdue queued',
      'readylate binder_overdue queued',
      'ready binder_ready_for_pickup queued',
      'readynear binder_ready_for_pickup queued',
    ]);
    const verbs = await verbsOf(w.world);
    expect(verbs).toEqual([...Array(6).fill('notification.queued'), 'reminders.run']);
    const again = await runReminders(w.ctx, {});
    expect(again).toMatchObject({
      bindersScanned: 7,
      approaching: 0,
      overdue: 0,
      ready: 0,
      status: 'completed',
    });
    expect(await w.told()).toHaveLength(6);
    w.world.server.clock.advance({ hours: 24 });
    expect(await runReminders(w.ctx, {})).toMatchObject({ approaching: 1, overdue: 1, ready: 0 });
  });

  it('counts who cannot be reached once, and takes the message up when they can', async () => {
    const w = await office();
    const { contactId } = await w.client();
    await w.binder(contactId, 91, { binderNumber: 'late' });
    expect(await runReminders(w.ctx, {})).toMatchObject({ overdue: 0, skippedNoContact: 1 });
    expect(await runReminders(w.ctx, {})).toMatchObject({ overdue: 0, skippedNoContact: 0 });
    expect(await w.told()).toEqual(['late binder_overdue skipped']);
    await w.sql`update contacts set email = 'dana@example.test'
      where tenant_id = ${w.world.tenant.id} and id = ${contactId}`;
    expect(await runReminders(w.ctx, {})).toMatchObject({ overdue: 1, skippedNoContact: 0 });
    expect(await runReminders(w.ctx, {})).toMatchObject({ overdue: 0, skippedNoContact: 0 });
    expect(await w.told()).toEqual(['late binder_overdue queued']);
  });

  it('counts a binder that fails and goes on with the rest', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    await w.binder(contactId, 91, { binderNumber: 'a' });
    const bad = await w.binder(contactId, 91, { binderNumber: 'b' });
    await w.binder(contactId, 91, { binderNumber: 'c' });
    // The database itself refuses this one binder's message.
    const refuse = `refuse_${bad.id.replaceAll('-', '')}`;
    await w.sql.unsafe(`create function ${refuse}() returns trigger language plpgsql as $$ begin
      if new.binder_id = '${bad.id}' then raise exception 'refused'; end if; return new; end $$;
      create trigger ${refuse} before insert on outbox_messages for each row execute function ${refuse}();
      /* cross-tenant: a trigger of the test */`);
    try {
      expect(await runReminders(w.ctx, {})).toMatchObject({
        overdue: 2,
        errors: 1,
        status: 'completed_with_errors',
      });
    } finally {
      await w.sql.unsafe(`drop trigger ${refuse} on outbox_messages; drop function ${refuse}`);
    }
    expect(await w.told()).toEqual(['a binder_overdue queued', 'c binder_overdue queued']);
    expect(await runReminders(w.ctx, {})).toMatchObject({ overdue: 1, errors: 0, status: 'completed' });
  });

  it('makes other runs wait, in this process and another, so that nobody is told twice', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    await w.overdueBinders(contactId, 40);
    const other = await anotherServer();
    const elsewhere = {
      ...w.ctx,
      now: w.ctx.now,
      today: w.ctx.today,
      services: other.services,
      db: other.services.client.db,
    };
    const runs = await Promise.all([w.ctx, elsewhere, w.ctx, elsewhere].map((ctx) => runReminders(ctx, {})));
    expect(runs.map(({ overdue }) => overdue).sort()).toEqual([0, 0, 0, 40]);
    expect(await w.told()).toHaveLength(40);
    const [jobs] = await w.sql`select count(*)::int as count from graphile_worker._private_jobs
      where payload->>'tenantId' = ${w.world.tenant.id}`;
    expect(jobs?.count).toBe(40);
  });

  it('takes a fixed number of statements for each batch of binders', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    await w.overdueBinders(contactId, 1100);
    const first = await statementsOf(() => runReminders(w.ctx, {}));
    const second = await statementsOf(() => runReminders(w.ctx, {}));
    expect(await w.told()).toHaveLength(1100);
    // Three batches: a look, begin, addressees, messages, journal, jobs and commit for each.
    expect(first.length - second.length).toBeLessThanOrEqual(3 * 8);
  });

  it('is for advisors, and leaves other offices alone', async () => {
    const [w, other] = await Promise.all([office(), office()]);
    const { contactId } = await other.client({}, PHONE);
    await other.binder(contactId, 91);
    await expect(runReminders(await other.world.as('manager'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(reminderRuns(await other.world.as('member'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await runReminders(w.ctx, {})).toMatchObject({ bindersScanned: 0, overdue: 0 });
    expect(await other.told()).toEqual([]);
    expect((await reminderRuns(other.ctx, {})).items).toEqual([]);
  });
});

describe('past runs', () => {
  it('are listed newest first, page by page, with the next one to come', async () => {
    const w = await office();
    for (let i = 0; i < 3; i++) {
      await runReminders(w.ctx, {});
      w.world.server.clock.advance({ minutes: 1 });
    }
    const page = await reminderRuns(w.ctx, { limit: 2 });
    const rest = await reminderRuns(w.ctx, { limit: 2, cursor: page.nextCursor });
    expect([...page.items, ...rest.items].map(({ startedAt }) => startedAt.slice(11, 16))).toEqual([
      '10:02',
      '10:01',
      '10:00',
    ]);
    expect(rest.nextCursor).toBeNull();
    expect(page.nextRunAt).toBe('2026-01-16T05:00:00.000Z');
  });

  it('that were interrupted are closed by the next one', async () => {
    const w = await office();
    await w.sql`insert into reminder_runs (tenant_id, run_date, started_at, started_by)
      values (${w.world.tenant.id}, '2026-01-14', '2026-01-14T10:00:00Z', ${w.world.user.id})`;
    expect((await reminderRuns(w.ctx, {})).items).toMatchObject([{ status: 'running', finishedAt: null }]);
    await runReminders(w.ctx, {});
    expect((await reminderRuns(w.ctx, {})).items).toMatchObject([
      { status: 'completed' },
      { status: 'completed_with_errors', finishedAt: expect.any(String) },
    ]);
  });
});

describe('the schedule', () => {
  const look = async () => {
    const server = await testServer();
    const ctx = await server.contextFor('order-reminders', null);
    if (ctx) await scheduleReminders(ctx);
  };

  it('runs at seven of the office’s own clock, once a day', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    await w.binder(contactId, 91, { binderNumber: 'late' });
    const { clock } = w.world.server;
    const runs = async () =>
      (await reminderRuns(w.ctx, {})).items.map(({ runDate, overdue, startedBy }) => [
        runDate,
        overdue,
        startedBy,
      ]);
    for (const time of ['04:45', '05:00', '05:15', '09:00']) {
      clock.set(`2026-01-16T${time}:00Z`);
      await Promise.all([look(), look()]);
      await Promise.all([runJobs(w.world), runJobs(w.world)]);
    }
    expect(await runs()).toEqual([['2026-01-16', 1, null]]);
    // Nobody looked at seven: it is made up for.
    clock.set('2026-01-17T12:00:00Z');
    await look();
    await runJobs(w.world);
    expect(await runs()).toEqual([
      ['2026-01-17', 0, null],
      ['2026-01-16', 1, null],
    ]);
    expect(await w.told()).toEqual(['late binder_overdue sent']);
  });

  it('goes on with a run of the day that was interrupted', async () => {
    const w = await office();
    const { contactId } = await w.client({}, PHONE);
    await w.binder(contactId, 91);
    w.world.server.clock.set('2026-01-16T05:00:00Z');
    await w.sql`insert into reminder_runs (tenant_id, run_date, started_at)
      values (${w.world.tenant.id}, '2026-01-16', '2026-01-16T04:59:00Z')`;
    await w.sql`select graphile_worker.add_job('office-reminders', ${JSON.stringify({ tenantId: w.world.tenant.id })}::json)`;
    await runJobs(w.world);
    expect((await reminderRuns(w.ctx, {})).items).toMatchObject([{ status: 'completed', overdue: 1 }]);
  });

  it('leaves tenants without binders alone', async () => {
    const w = await office();
    w.world.server.clock.set('2026-01-16T05:00:00Z');
    await look();
    await runJobs(w.world);
    expect((await reminderRuns(w.ctx, {})).items).toEqual([]);
  });
});
