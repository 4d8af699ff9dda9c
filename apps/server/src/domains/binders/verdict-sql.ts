import {
  APPROACHING_DAYS,
  type BinderSignal,
  IDLE_DAYS,
  PERMANENT_DOCUMENTS,
  type SlaState,
  type WorkState,
} from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';

/**
 * `binder-verdict.ts` in SQL, for filters and counts: expressions over `binders` under the alias `b`, with the
 * placeholders `today` and `tenantId`. A test holds the two against each other.
 */
export const today = sql`${sql.placeholder('today')}::date`;
export const tenant = sql`${sql.placeholder('tenantId')}::uuid`;

const whole = (days: number) => sql.raw(String(days));

/** As the partial indexes say it, so that they serve. */
export const open = sql.raw(`b.status <> 'returned'`);

export const overdue = sql`(${open} and b.expected_return_at < ${today})`;
export const dueToday = sql`(${open} and b.expected_return_at = ${today})`;
export const approaching = sql`(${open} and b.expected_return_at between ${today} and ${today} + ${whole(APPROACHING_DAYS)})`;
const onTrack = sql`(${open} and b.expected_return_at > ${today} + ${whole(APPROACHING_DAYS)})`;

/** Days since the binder was last worked on; `greatest` passes over a null. */
export const idleDays = sql`(${today} - greatest(b.received_at, b.last_work_on))`;
/** The binder waits for work: the signal `idle_binder`. */
export const idle = sql`(b.status = 'in_office' and ${idleDays} >= ${whole(IDLE_DAYS)})`;

export const inSlaState: Record<SlaState, SQL> = { on_track: onTrack, approaching, overdue };

export const inWorkState: Record<WorkState, SQL> = {
  waiting_for_work: idle,
  in_progress: sql`(b.status = 'ready_for_pickup' or (b.status = 'in_office' and ${idleDays} < ${whole(IDLE_DAYS)}))`,
  completed: sql.raw(`b.status = 'returned'`),
};

const onFile = (type: string) => sql`exists (select from documents d where d.tenant_id = ${tenant}
  and d.contact_id = b.contact_id and d.document_type = ${sql.raw(`'${type}'`)})`;

/**
 * What the client's other records say, by `b.contact_id` alone. Each EXISTS names the tenant itself, so that PostgreSQL
 * may look rows up one by one for a page or hash the tenant's once for a whole list.
 */
export const missingDocuments = sql`not (${sql.join(PERMANENT_DOCUMENTS.map(onFile), sql.raw(' and '))})`;
export const unpaidCharges = sql`exists (select from charges h where h.tenant_id = ${tenant}
  and h.contact_id = b.contact_id and h.status = 'issued')`;

/** When a binder, itself not returned, gives each signal. */
const given: Record<BinderSignal, SQL> = {
  missing_permanent_documents: missingDocuments,
  near_sla: approaching,
  overdue,
  ready_for_pickup: sql.raw(`b.status = 'ready_for_pickup'`),
  unpaid_charges: unpaidCharges,
  idle_binder: idle,
};

const each = (make: (signal: BinderSignal, condition: SQL) => SQL, between: string): SQL =>
  sql.join(
    (Object.keys(given) as BinderSignal[]).map((signal) => make(signal, given[signal])),
    sql.raw(between),
  );

/** Any of the signals in the placeholder `signals`, a list joined by commas. */
export const givesOneOf = sql`(${open} and (${each(
  (signal, condition) =>
    sql`(${sql.raw(`'${signal}'`)} = any(string_to_array(${sql.placeholder('signals')}::text, ',')) and ${condition})`,
  ' or ',
)}))`;

/** Any signal at all. */
export const givesSome = sql`(${open} and (${each((_, condition) => condition, ' or ')}))`;

/** The signals as a text array in their fixed order. */
export const signalsOf = sql`case when ${open} then array_remove(array[${each(
  (signal, condition) => sql`case when ${condition} then ${sql.raw(`'${signal}'`)} end`,
  ', ',
)}], null) else '{}'::text[] end`;

export const slaStateOf = sql`case when ${overdue} then 'overdue' when ${approaching} then 'approaching'
  when ${open} then 'on_track' end`;
export const workStateOf = sql`case when ${inWorkState.completed} then 'completed' when ${idle} then 'waiting_for_work'
  else 'in_progress' end`;
export const daysOverdue = sql`case when ${overdue} then ${today} - b.expected_return_at else 0 end`;
