import type { ActivityType, TimelineItem } from '@officina/contracts/activities';
import { contactTimeline } from '@officina/contracts/activities-inputs';
import type { Page } from '@officina/contracts/paging';
import type { Permission } from '@officina/contracts/permissions';
import { type SQL, sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { loadTimelineContact } from './load-timeline-contact.ts';

/** Whose changes a timeline tells, and the word that it takes to read of them. */
export const SUBJECTS: Record<string, Permission> = {
  contact: 'contacts.read',
  vehicle: 'vehicles.read',
  service_record: 'vehicles.read',
  quote: 'quotes.read',
  invoice: 'invoices.read',
  credit_note: 'invoices.read',
  task: 'tasks.read',
  message: 'messages.read',
  tenant: 'settings.read',
};

/** Of a studio's records: their clients have a timeline of their own. */
export const STUDIO_SUBJECTS: Record<string, Permission> = {
  client: 'studio.clients.read',
  project: 'studio.projects.read',
  studio_invoice: 'studio.invoices.read',
};

/** Changes whose activity already stands on the timeline. */
const TOLD_BY_ACTIVITIES = [
  'activity.logged',
  'quote.sent',
  'quote.accepted',
  'quote.rejected',
  'invoice.issued',
  'invoice.paid',
  'invoice.payment_recorded',
  'invoice.reminded',
  'message.queued',
  'message.sent',
];

interface Row {
  kind: TimelineItem['kind'];
  id: string;
  /** ISO timestamp. */
  at: string;
  word: string;
  user_id: string | null;
  user_name: string | null;
  description: string | null;
  metadata: Record<string, unknown> | null;
  subject_type: string | null;
  subject_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

const iso = (column: SQL) => sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const place = sql.placeholder;

/** Each branch walks its own index and stops after a page; the merge sees two pages at most. */
function timelineStatement(after: boolean) {
  const beyond = (at: string) =>
    after
      ? sql`and (${sql.raw(at)}, id) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)`
      : sql.raw('');
  const mine = sql`tenant_id = ${place('tenantId')}::uuid and contact_id = ${place('contactId')}::uuid`;
  return rawStatement<Row>(sql`
    select item.kind, item.id, ${iso(sql.raw('item.at'))} as at, item.word, item.user_id, users.name as user_name,
      item.description, item.metadata, item.subject_type, item.subject_id, item.before, item.after, item.reason
    from (
      (select 'activity' as kind, id, created_at as at, type as word, user_id, description, metadata,
        null as subject_type, null::uuid as subject_id, null::jsonb as before, null::jsonb as after, null as reason
      from activities
      where ${mine} ${beyond('created_at')}
      order by created_at desc, id desc limit ${place('limit')}::int)
      union all
      (select 'change', id, recorded_at, verb, actor_id, null, null, subject_type, subject_id, before, after, reason
      from journal_entries
      where ${mine} ${beyond('recorded_at')} and redacted_at is null
        and subject_type = any(string_to_array(${place('subjects')}::text, ','))
        and (${place('only')}::text is null or subject_id = any(string_to_array(${place('only')}::text, ',')::uuid[]))
        and (subject_type = 'studio_invoice' or verb <> all(string_to_array(${place('told')}::text, ',')))
      order by recorded_at desc, id desc limit ${place('limit')}::int)
    ) item
    left join users on users.id = item.user_id
    order by item.at desc, item.id desc limit ${place('limit')}::int`);
}

const firstPage = timelineStatement(false);
const nextPage = timelineStatement(true);

function present(row: Row): TimelineItem {
  const user = row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' };
  const { id, at, before, after, reason } = row;
  if (row.kind === 'activity') {
    const type = row.word as ActivityType;
    return {
      kind: 'activity',
      id,
      at,
      user,
      type,
      description: row.description ?? '',
      metadata: row.metadata ?? {},
    };
  }
  const subject = { type: row.subject_type ?? '', id: row.subject_id ?? '' };
  return { kind: 'change', id, at, user, verb: row.word, subject, before, after, reason };
}

/** The kinds of records whose changes the caller may read, joined by commas. */
export const readableSubjects = (ctx: Ctx, subjects = SUBJECTS): string =>
  Object.keys(subjects)
    .filter((subject) => may(ctx.actor, subjects[subject] as Permission))
    .join(',');

interface Asked {
  limit: number;
  cursor?: string | null;
  /** Of what changes are told: the kinds of records, joined by commas. */
  subjects: string;
  /** Of these records alone, where they are named. */
  only?: readonly string[] | null;
}

/** Activities and changes of one contact, merged, newest first. Whether the caller may see it, they have found out. */
export async function timelineOf(
  ctx: Ctx,
  contactId: string,
  { limit, cursor, subjects, only }: Asked,
): Promise<Page<TimelineItem>> {
  const after = decodeCursor(cursor, isMoment);
  const rows = await (after ? nextPage : firstPage)(ctx.db, {
    tenantId: ctx.tenant.id,
    contactId,
    subjects,
    told: TOLD_BY_ACTIVITIES.join(','),
    only: only?.join(',') ?? null,
    limit: limit + 1,
    ...(after && { cursorAt: after.value, cursorId: after.id }),
  });
  return pageOf(rows, limit, (row) => ({ value: row.at, id: row.id }), present);
}

/** What happened with a contact; changes only of what the caller may read. */
export const readTimeline = read({
  name: 'activities.timeline',
  permission: 'activities.read',
  input: contactTimeline,
  async run(ctx, { contactId, ...page }): Promise<Page<TimelineItem>> {
    const contact = await loadTimelineContact(ctx, contactId);
    return timelineOf(ctx, contact.id, { ...page, subjects: readableSubjects(ctx) });
  },
});
