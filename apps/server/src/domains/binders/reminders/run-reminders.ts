import type { ReminderCounts, ReminderRunView } from '@officina/contracts/reminders';
import { reminderRuns } from '@officina/db/schema/office';
import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { userIdOf } from '../../../kernel/actor.ts';
import { authorize } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { parseInput } from '../../../kernel/input.ts';
import { define, inTransaction } from '../../../kernel/operation.ts';
import { remindClients } from './remind-clients.ts';
import { whileAlone } from './reminder-lock.ts';
import { loadRun } from './reminder-runs.ts';

const runs = reminderRuns;

/** Begins a run, unless it is the schedule's and the day has had one. Who holds the lock knows that no other run goes on. */
async function start(ctx: Ctx): Promise<string | null> {
  const startedAt = toDate(ctx.now);
  const [run] = await ctx.db
    .insert(runs)
    .values({ tenantId: ctx.tenant.id, runDate: ctx.today, startedAt, startedBy: userIdOf(ctx.actor) })
    .onConflictDoUpdate({
      target: [runs.tenantId, runs.runDate],
      targetWhere: sql`started_by is null`,
      set: { startedAt },
      setWhere: eq(runs.status, 'running'),
    })
    .returning({ id: runs.id });
  if (!run) return null;
  await ctx.db
    .update(runs)
    .set({ status: 'completed_with_errors', finishedAt: startedAt })
    .where(and(eq(runs.tenantId, ctx.tenant.id), eq(runs.status, 'running'), ne(runs.id, run.id)));
  return run.id;
}

async function finish(ctx: Ctx, id: string, counts: ReminderCounts): Promise<void> {
  const result = { status: counts.errors ? 'completed_with_errors' : 'completed', ...counts } as const;
  await inTransaction(ctx, { conflicts: {}, input: {} }, async (unit) => {
    const tx = await unit.tx();
    await tx
      .update(runs)
      .set({ ...result, finishedAt: toDate(ctx.services.clock.now()) })
      .where(and(eq(runs.tenantId, ctx.tenant.id), eq(runs.id, id)));
    const after = { runDate: ctx.today, ...result };
    unit.record({ verb: 'reminders.run', subject: { type: 'reminder_run', id }, after });
  });
}

/** One run for the context's tenant, after any that goes on; null where the schedule's run of the day has been. */
const run = (ctx: Ctx): Promise<string | null> =>
  whileAlone(ctx, async () => {
    const id = await start(ctx);
    if (id) await finish(ctx, id, await remindClients(ctx));
    return id;
  });

const nothing = z.object({});

/**
 * Reminds the clients of the tenant now, and answers what was written. It takes a transaction per batch, for
 * colleagues are not to wait for it; a run beside it waits, and finds nothing left to write.
 */
export const runReminders = define(
  'write',
  { name: 'binders.runReminders', permission: 'office.reminders.run', input: nothing },
  async (ctx: Ctx, raw: z.input<typeof nothing>): Promise<ReminderRunView> => {
    authorize(ctx.actor, 'office.reminders.run');
    parseInput(nothing, raw);
    const id = await run(ctx);
    if (!id) throw new Error('a run by hand did not begin');
    return loadRun(ctx, id);
  },
);

/** The job `office-reminders`: the schedule's run of the tenant's day. Interrupted, it goes on where it was. */
export async function remindOnSchedule(ctx: Ctx): Promise<void> {
  await run(ctx);
}
