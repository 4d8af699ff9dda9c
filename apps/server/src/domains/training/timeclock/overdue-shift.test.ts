import type { ClockAction } from '@officina/contracts/training';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { closeShifts } from '../jobs/close-shifts.ts';
import { heartbeat } from './heartbeat.ts';
import { readTimeclock } from './read-context.ts';
import { replayClock } from './replay-clock.ts';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
const setClock = (iso: string) => school.world.server.clock.set(iso);
afterEach(() => setClock('2026-01-15T10:00:00Z'));

const START = '2026-01-15T07:00:00Z';
const NEXT = '2026-01-15T17:00:00.001Z';
const HERE = { lat: 39.7684, lng: -86.1581 };

async function runTask() {
  const ctx = await school.world.server.contextFor('a job', null);
  if (!ctx) throw new Error('no context outside tenants');
  await closeShifts(ctx);
}
/** A press on the timeclock; with a moment, one that the device recorded without network. */
const press = ({ ctx, enrollment }: Learner, action: ClockAction, occurredAt?: string) =>
  replayClock(ctx, {
    action,
    apprenticeId: enrollment.apprentice?.id,
    partnerId: school.shop.partnerId,
    programId: school.program.id,
    siteId: school.shop.site.id,
    ...HERE,
    accuracyM: 8,
    occurredAt,
  });
const outcome = (call: Promise<object>) =>
  call.then(
    ({ entryId: _, ...answer }: { entryId?: string }) => answer,
    (error: { code: string }) => error.code,
  );

/** The shift as it stands, and whether staff are asked to look. */
async function standing({ enrollment }: Learner) {
  const { sql } = school.world.server.services.client;
  return sql`select clock_in_at, clock_out_at, hours_worked::float8 as hours, status, auto_closed_reason as reason,
      (select count(*)::int from training_alerts a where a.tenant_id = e.tenant_id and a.subject = e.id::text
        and a.resolved_at is null and a.kind = 'missed_clock_out') as alerts
    from progress_entries e where e.tenant_id = ${enrollment.tenantId}
      and e.apprentice_id = ${enrollment.apprentice?.id ?? ''} order by e.clock_in_at`;
}

describe('a shift of more than ten hours is the same whether or not the task has come by', () => {
  const cases: [string, (learner: Learner) => Promise<unknown>][] = [
    ['to who clocks out', (learner) => outcome(press(learner, 'clock_out'))],
    ['to who clocks in anew', (learner) => outcome(press(learner, 'clock_in'))],
    [
      'to a device that tells where it is',
      async (learner) => {
        const { sql } = school.world.server.services.client;
        const [entry] =
          await sql`select id from progress_entries where tenant_id = ${learner.enrollment.tenantId}
          and apprentice_id = ${learner.enrollment.apprentice?.id ?? ''}`;
        return outcome(heartbeat(learner.ctx, { entryId: String(entry?.id), ...HERE, accuracyM: 8 }));
      },
    ],
    ['on the timeclock', async (learner) => (await readTimeclock(learner.ctx, {})).activeShift],
    [
      'to a device that recorded the end in time',
      (learner) => outcome(press(learner, 'clock_out', '2026-01-15T15:30:00Z')),
    ],
    [
      'to a device that recorded it too late',
      (learner) => outcome(press(learner, 'clock_out', '2026-01-15T17:00:00.001Z')),
    ],
  ];

  it.each(cases)('%s', async (_, ask) => {
    const learners = await Promise.all([school.learner(ACTIVE), school.learner(ACTIVE)]);
    setClock(START);
    for (const learner of learners) await press(learner, 'clock_in');
    const [before, after] = learners;
    setClock(NEXT);
    const unaided = await ask(before);
    await runTask();
    expect(await ask(after)).toEqual(unaided);
    await runTask();
    expect(await standing(after)).toEqual(await standing(before));
  });

  it('ends at ten hours, disputed, with an alert; one whose device was offline ends when it said', async () => {
    const learner = await school.learner(ACTIVE);
    setClock(START);
    await press(learner, 'clock_in');
    setClock(NEXT);
    expect(await outcome(press(learner, 'clock_out'))).toBe('NO_OPEN_SESSION');
    await runTask();
    expect(await standing(learner)).toMatchObject([{ hours: 10, status: 'disputed', alerts: 1 }]);
    expect(await press(learner, 'clock_out', '2026-01-15T15:30:00Z')).toMatchObject({ hoursWorked: 8.5 });
    expect(await standing(learner)).toMatchObject([
      { hours: 8.5, status: 'submitted', reason: null, alerts: 0 },
    ]);
  });
});
