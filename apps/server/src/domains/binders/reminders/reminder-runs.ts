import type { ReminderRunPage, ReminderRunView } from '@officina/contracts/reminders';
import { reminderRunList } from '@officina/contracts/reminders-inputs';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape, rawStatement } from '../../../kernel/statement.ts';
import { nextRun } from './reminder-time.ts';

const place = sql.placeholder;

interface Row extends Omit<ReminderRunView, 'startedAt' | 'finishedAt' | 'startedBy'> {
  startedAt: string;
  finishedAt: string | null;
  starterRef: number | null;
  starterName: string | null;
}

const select = (where: SQL) => sql`
  select r.id, r.run_date::text as "runDate", r.started_at::text as "startedAt", r.finished_at::text as "finishedAt",
    r.status, r.binders_scanned as "bindersScanned", r.approaching, r.overdue, r.ready,
    r.skipped_no_contact as "skippedNoContact", r.errors, u.ref::float8 as "starterRef", u.name as "starterName"
  from reminder_runs r left join users u on u.id = r.started_by
  where r.tenant_id = ${place('tenantId')}::uuid and ${where}`;

const moment = (text: string): string => new Date(text).toISOString();

const present = ({ starterRef, starterName, ...row }: Row): ReminderRunView => ({
  ...row,
  startedAt: moment(row.startedAt),
  finishedAt: row.finishedAt && moment(row.finishedAt),
  startedBy: starterRef === null ? null : { ref: starterRef, name: starterName ?? '' },
});

const one = rawStatement<Row>(select(sql`r.id = ${place('id')}::uuid`));

/** A run of the tenant that is known to be there. */
export async function loadRun(ctx: Ctx, id: string): Promise<ReminderRunView> {
  const [row] = await one(ctx.db, { tenantId: ctx.tenant.id, id });
  if (!row) throw new Error('the run is not there');
  return present(row);
}

const list = preparedByShape(String, (_, after: boolean) => {
  const beyond = sql`(r.started_at, r.id) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)`;
  return rawStatement<Row>(sql`${select(after ? beyond : sql.raw('true'))}
    order by r.started_at desc, r.id desc limit ${place('limit')}::int`);
});

/** Past runs of the reminder job and the one that goes on, newest first. */
export const reminderRuns = read({
  name: 'binders.reminderRuns',
  permission: 'office.reminders.run',
  input: reminderRunList,
  async run(ctx, { limit, cursor }): Promise<ReminderRunPage> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await list(ctx.db, after !== null)(ctx.db, {
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    const page = pageOf(rows, limit, (row) => ({ value: moment(row.startedAt), id: row.id }), present);
    const { officeReminderHour } = ctx.services.config;
    return {
      ...page,
      nextRunAt: moment(nextRun(ctx.tenant.timeZone, officeReminderHour, ctx.now).toString()),
    };
  },
});
