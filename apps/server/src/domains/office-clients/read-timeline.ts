import {
  type OfficeTimelineEvent,
  TIMELINE_EVENTS,
  type TimelineFacts,
} from '@officina/contracts/office-clients';
import { officeTimeline, officeTimelinePage } from '@officina/contracts/office-clients-inputs';
import type { Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement, rawStatementByShape } from '../../kernel/statement.ts';
import { iso } from './client-row.ts';
import { loadClient } from './load-client.ts';
import { newestFirst, timelineEvents } from './timeline-events.ts';

interface Row {
  rank: number;
  /** ISO timestamp. */
  at: string;
  day_only: boolean;
  tie: string;
  id: string;
  binder_ref: number | null;
  charge_ref: number | null;
  facts: TimelineFacts;
}

const place = sql.placeholder;
const columns = sql`e.rank, ${iso('e.at')} as at, e.day_only, e.tie::text as tie, e.id,
  e.binder_ref::float8 as binder_ref, e.charge_ref::float8 as charge_ref, e.facts`;

function present(row: Row): OfficeTimelineEvent {
  const type = TIMELINE_EVENTS[row.rank - 1];
  if (!type) throw new Error(`no event has the rank ${row.rank}`);
  return {
    id: `${type}:${row.id}`,
    type,
    at: row.at,
    dayOnly: row.day_only,
    binderRef: row.binder_ref,
    chargeRef: row.charge_ref,
    facts: row.facts,
  };
}

async function valuesFor(ctx: Ctx, clientRef: number): Promise<Record<string, unknown>> {
  const { contact_id: contactId } = await loadClient(ctx, clientRef);
  const amounts = may(ctx.actor, 'office.charges.amounts');
  return { tenantId: ctx.tenant.id, timeZone: ctx.tenant.timeZone, contactId, amounts };
}

const statement = rawStatementByShape<{ types: string; after: boolean }, Row>(({ types, after }) => {
  const cursor = sql`(${place('cursorAt')}::timestamptz, ${place('cursorRank')}::int, ${place('cursorTie')}::bigint, ${place('cursorId')}::uuid)`;
  const kinds = TIMELINE_EVENTS.filter((type) => !types || types.split(',').includes(type));
  return sql`select ${columns} from ${timelineEvents(kinds)} e
    ${after ? sql`where (e.at, e.rank, e.tie, e.id) < ${cursor}` : sql``}
    order by ${newestFirst} limit ${place('limit')}::int`;
});

/** Moment, rank and tie of the last event shown. */
function isPlace(value: unknown): boolean {
  const [at = null, rank = '', tie = '', ...more] = typeof value === 'string' ? value.split(' ') : [];
  return isMoment(at) && /^[1-9]$/.test(rank) && /^\d{1,18}$/.test(tie) && !more.length;
}

/** A client's events from binders, charges and messages, newest first, of one moment the later step first. */
export const readOfficeTimeline = read({
  name: 'officeClients.timeline',
  permission: 'office.binders.read',
  input: officeTimeline,
  async run(ctx, { clientRef, types = [], limit, cursor }): Promise<Page<OfficeTimelineEvent>> {
    const after = decodeCursor(cursor, isPlace);
    const values = await valuesFor(ctx, clientRef);
    const [cursorAt, cursorRank, cursorTie] = String(after?.value).split(' ');
    const rows = await statement({ types: [...new Set(types)].sort().join(','), after: after !== null })(
      ctx.db,
      {
        ...values,
        limit: limit + 1,
        ...(after && { cursorAt, cursorRank, cursorTie, cursorId: after.id }),
      },
    );
    return pageOf(rows, limit, (row) => ({ value: `${row.at} ${row.rank} ${row.tie}`, id: row.id }), present);
  },
});

const pageStatement = rawStatement<{ total: number; rows: Row[] }>(sql`
  with events as materialized (select e.* from ${timelineEvents(TIMELINE_EVENTS)} e)
  select (select count(*)::int from events) as total, coalesce((select json_agg(r order by r.place) from (
    select ${columns}, row_number() over (order by ${newestFirst}) as place from events e
    order by ${newestFirst} limit ${place('limit')}::int offset ${place('offset')}::bigint
  ) r), '[]') as rows`);

/** The same as a numbered page with an exact total. */
export const pageOfficeTimeline = read({
  name: 'officeClients.timelinePage',
  permission: 'office.binders.read',
  input: officeTimelinePage,
  async run(ctx, { clientRef, page, pageSize }) {
    const values = await valuesFor(ctx, clientRef);
    const offset = (page - 1) * pageSize;
    const [found] = await pageStatement(ctx.db, { ...values, limit: pageSize, offset });
    return { clientRef, events: (found?.rows ?? []).map(present), page, pageSize, total: found?.total ?? 0 };
  },
});
