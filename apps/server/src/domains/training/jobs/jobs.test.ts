import { createShop } from '@officina/db/factories-training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { shopCode } from '../checkin/shop-code.ts';
import { closeShifts } from './close-shifts.ts';
import { remindLearners } from './remind-learners.ts';
import { rotateCodes } from './rotate-codes.ts';
import { watchCompletion } from './watch-completion.ts';
import { watchStuck } from './watch-stuck.ts';

let school: Academy;
const setClock = (iso: string) => school.world.server.clock.set(iso);
const sql = () => school.world.server.services.client.sql;

beforeAll(async () => {
  school = await academy();
});
afterEach(() => setClock('2026-01-15T10:00:00Z'));

/** Twice one after the other, and twice at once. */
async function often(job: (ctx: Ctx) => Promise<void>) {
  const ctx = await school.world.server.contextFor('a job', null);
  if (!ctx) throw new Error('no context outside tenants');
  await Promise.all([job(ctx), job(ctx)]);
  await job(ctx);
}

const alertsOf = async ({ enrollment }: Learner) =>
  (
    await sql()`select kind, severity, resolved_at is not null as resolved from training_alerts
      where tenant_id = ${enrollment.tenantId} and enrollment_id = ${enrollment.id} order by kind`
  ).map(({ kind, severity, resolved }) => [kind, severity, resolved]);

async function mailsTo({ ctx }: Learner): Promise<string[]> {
  const to = ctx.actor.kind === 'user' ? ctx.actor.email : '';
  const rows = await sql()`select subject from outbox_messages
    where tenant_id = ${school.world.tenant.id} and "to" = ${to} order by created_at, id`;
  return rows.map(({ subject }) => subject);
}

/** A shift that has been open since a moment. */
async function open(
  { enrollment }: Learner,
  clockInAt: string,
  more: Partial<typeof progressEntries.$inferInsert> = {},
) {
  await school.world.server.services.client.db.insert(progressEntries).values({
    tenantId: enrollment.tenantId,
    apprenticeId: enrollment.apprentice?.id ?? '',
    programId: school.program.id,
    partnerId: school.shop.partnerId,
    shopId: school.shop.id,
    siteId: school.shop.site.id,
    source: 'timeclock',
    workDate: '2026-01-15',
    weekEnding: '2026-01-17',
    clockInAt: new Date(clockInAt),
    ...more,
  });
}

const shiftOf = async ({ enrollment }: Learner) =>
  (
    await sql()`select clock_out_at, hours_worked::float8 as hours, credited_hours::float8 as credited, status,
        auto_closed_reason as reason from progress_entries
      where tenant_id = ${enrollment.tenantId} and apprentice_id = ${enrollment.apprentice?.id ?? ''}`
  )[0];

describe('training.close-shifts', () => {
  it('ends a shift where its learner left, and one that nobody ended', async () => {
    const [left, lunch, forgotten, working] = await Promise.all(
      [1, 2, 3, 4].map(() => school.learner(ACTIVE)),
    );
    if (!left || !lunch || !forgotten || !working) throw new Error('no learners');
    await open(left, '2026-01-15T06:00:00Z', { outsideSince: new Date('2026-01-15T09:45:00Z') });
    await open(lunch, '2026-01-15T06:00:00Z', { outsideSince: new Date('2026-01-15T09:45:00.001Z') });
    await open(forgotten, '2026-01-14T23:59:59Z', { lunchStartAt: new Date('2026-01-15T04:00:00Z') });
    await open(working, '2026-01-15T00:00:00Z');
    await often(closeShifts);
    expect(await shiftOf(left)).toMatchObject({
      hours: 3.75,
      credited: 3.75,
      status: 'submitted',
      reason: 'left_site',
    });
    expect(await shiftOf(lunch)).toMatchObject({ clock_out_at: null });
    expect(await shiftOf(forgotten)).toMatchObject({
      hours: 4,
      credited: null,
      status: 'disputed',
      reason: 'missed_clock_out',
    });
    expect(await shiftOf(working)).toMatchObject({ clock_out_at: null });
    expect((await alertsOf(forgotten)).map(([kind]) => kind)).toEqual([
      'excessive_lunch',
      'missed_clock_out',
    ]);
    const ended = await school.journal('shift.ended');
    expect(ended).toHaveLength(2);
  });
});

describe('training.rotate-codes', () => {
  it('gives approved shops a code once the current one has expired', async () => {
    const closed = await createShop(school.world.server.services.client.db, school.world.tenant.id, {
      isApproved: false,
    });
    await often(rotateCodes);
    const first = await shopCode(school.world.ctx, { shopId: school.shop.id });
    expect(first).toMatchObject({ expiresAt: '2026-01-16T10:00:00.000Z' });
    setClock('2026-01-16T09:59:59Z');
    await often(rotateCodes);
    expect((await shopCode(school.world.ctx, { shopId: school.shop.id })).code).toBe(first.code);
    setClock('2026-01-16T10:00:00Z');
    await often(rotateCodes);
    expect((await shopCode(school.world.ctx, { shopId: school.shop.id })).code).not.toBe(first.code);
    const codes = await sql()`select count(*)::int as n from checkin_codes
      where tenant_id = ${school.world.tenant.id} and shop_id = ${closed.id}`;
    expect(codes[0]?.n).toBe(0);
  });
});

describe('training.stuck', () => {
  it('tells staff once of whoever does not get on, at eight in the morning, and forgets who does', async () => {
    const since = (iso: string) => ({ stateChangedAt: new Date(iso) });
    const slow = await school.learner(since('2026-01-08T12:59:00Z'));
    const slower = await school.learner(since('2026-01-01T12:59:00Z'));
    const papers = await school.learner({
      progressState: 'documents_pending',
      ...since('2026-01-10T12:00:00Z'),
    });
    const late = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-01-01T12:00:00Z') });
    const fresh = await school.learner(since('2026-01-08T13:01:00Z'));
    await often(watchStuck);
    expect(await alertsOf(slow)).toEqual([]);
    // Eight in programme time, not in Paris where the provider is.
    setClock('2026-01-15T13:00:00Z');
    await often(watchStuck);
    expect(await alertsOf(slow)).toEqual([['stuck_orientation', 'warning', false]]);
    expect(await alertsOf(slower)).toEqual([['stuck_orientation', 'high', false]]);
    expect(await alertsOf(papers)).toEqual([['stuck_documents', 'warning', false]]);
    expect(await alertsOf(late)).toEqual([['stuck_payment', 'high', false]]);
    expect(await alertsOf(fresh)).toEqual([]);
    const { email } = school.world.user;
    const mails = await sql()`select text from outbox_messages
      where tenant_id = ${school.world.tenant.id} and "to" = ${email}`;
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Dana Reed: payment, 14 days');
    await sql()`update enrollments set progress_state = 'orientation_complete', state_changed_at = '2026-01-15T13:00Z'
      where tenant_id = ${slow.enrollment.tenantId} and id = ${slow.enrollment.id}`;
    setClock('2026-01-16T13:00:00Z');
    await often(watchStuck);
    expect(await alertsOf(slow)).toEqual([['stuck_orientation', 'warning', true]]);
    setClock('2026-01-21T13:00:00Z');
    await often(watchStuck);
    expect(await alertsOf(papers)).toEqual([['stuck_documents', 'high', false]]);
    const raised = await school.journal('alert.raised');
    expect(raised.filter(({ after }) => after?.enrollmentId === papers.enrollment.id)).toHaveLength(1);
  });
});

describe('training.reminders', () => {
  it('mail each step once, in the morning of programme time', async () => {
    const learner = await school.learner({ stateChangedAt: new Date('2026-02-02T12:00:00Z') });
    const late = await school.learner({ ...ACTIVE, pastDueSince: new Date('2026-02-02T12:00:00Z') });
    const mornings = async (...days: number[]) => {
      for (const day of days) {
        setClock(`2026-02-${String(day).padStart(2, '0')}T13:30:00Z`);
        await often(remindLearners);
      }
    };
    setClock('2026-02-04T15:00:00Z');
    await often(remindLearners);
    expect(await mailsTo(learner)).toEqual([]);
    await mornings(3, 4, 5);
    expect(await mailsTo(learner)).toEqual(['Your orientation is waiting']);
    await mornings(6, 7, 8, 9, 10, 11, 20);
    expect(await mailsTo(learner)).toEqual(['Your orientation is waiting', 'Your orientation is waiting']);
    expect(await mailsTo(late)).toEqual([
      'Your payment is past due',
      'Your payment is past due',
      'The timeclock is locked',
    ]);
  });
});

describe('training.completion', () => {
  it('tells staff of whoever has all hours and the coursework', async () => {
    const ready = await school.learner({
      ...ACTIVE,
      courseworkComplete: true,
      apprentice: { totalHours: 1900, transferHoursCredited: 100 },
    });
    const almost = await school.learner({
      ...ACTIVE,
      courseworkComplete: true,
      apprentice: { totalHours: 1999.99 },
    });
    await often(watchCompletion);
    expect(await alertsOf(ready)).toEqual([['ready_to_complete', 'info', false]]);
    expect(await alertsOf(almost)).toEqual([]);
  });
});
