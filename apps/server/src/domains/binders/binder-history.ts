import {
  BINDER_STEPS,
  type BinderHistoryEntry,
  type BinderStep,
  type PersonReference,
} from '@officina/contracts/binders';
import { byBinder } from '@officina/contracts/binders-inputs';
import { type SQL, sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';

const place = sql.placeholder;
const verbs = sql.raw(
  Object.keys(BINDER_STEPS)
    .map((verb) => `'${verb}'`)
    .join(', '),
);

/** An entry as the database writes it into JSON. */
export interface HistoryRow {
  verb: BinderStep;
  /** ISO timestamp. */
  at: string;
  userRef: number | null;
  userName: string | null;
  pickupPersonName: string | null;
}

export const personOf = (row: Pick<HistoryRow, 'userRef' | 'userName'>): PersonReference | null =>
  row.userRef === null ? null : { ref: row.userRef, name: row.userName ?? '' };

export const isoText = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The steps of binder `b` as JSON, in the order of the journal. */
export const historyJson = sql`(select coalesce(json_agg(json_build_object('verb', j.verb, 'at', ${isoText('j.recorded_at')},
    'userRef', u.ref, 'userName', u.name,
    'pickupPersonName', case when j.verb = 'binder.returned' then b.pickup_person_name end) order by j.xid, j.id), '[]')
  from journal_entries j left join users u on u.id = j.actor_id
  where j.tenant_id = b.tenant_id and j.subject_id = b.id and j.verb in (${verbs})
    and j.redacted_at is null)`;

export const presentHistory = (row: HistoryRow): BinderHistoryEntry => ({
  verb: row.verb,
  oldStatus: BINDER_STEPS[row.verb].from,
  newStatus: BINDER_STEPS[row.verb].to,
  changedBy: personOf(row),
  changedAt: row.at,
  pickupPersonName: row.pickupPersonName,
});

const statement = rawStatement<{ history: HistoryRow[] }>(sql`
  select ${historyJson} as history from binders b
  where b.tenant_id = ${place('tenantId')}::uuid and b.ref = ${place('ref')}::bigint`);

/** The changes of a binder's status, read from the journal, oldest first. */
export const binderHistory = read({
  name: 'binders.history',
  permission: 'office.binders.read',
  input: byBinder,
  async run(ctx, { ref }): Promise<{ ref: number; history: BinderHistoryEntry[] }> {
    const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, ref });
    if (!row) throw notFound('Binder');
    return { ref, history: row.history.map(presentHistory) };
  },
});
