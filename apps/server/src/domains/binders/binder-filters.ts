import type { BinderTab } from '@officina/contracts/binders';
import type { BinderSignal, BinderStatus, SlaState, WorkState } from '@officina/contracts/office';
import { escapeLike, foldText } from '@officina/contracts/text';
import { type SQL, sql } from 'drizzle-orm';
import { dueToday, givesOneOf, inSlaState, inWorkState, open, overdue, tenant } from './verdict-sql.ts';

const place = sql.placeholder;

export interface BinderFilters {
  q?: string;
  clientRef?: number;
  workState?: WorkState;
  slaState?: SlaState;
  signal?: BinderSignal[];
}

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface FilterShape {
  q: boolean;
  client: boolean;
  workState: WorkState | null;
  slaState: SlaState | null;
  signal: boolean;
}

/** A filter as a shape and the values of its placeholders. */
export function filterValues({ q, clientRef, workState, slaState, signal }: BinderFilters) {
  const shape: FilterShape = {
    q: Boolean(q),
    client: clientRef !== undefined,
    workState: workState ?? null,
    slaState: slaState ?? null,
    signal: Boolean(signal?.length),
  };
  const values: Record<string, unknown> = {
    ...(q && { number: `%${escapeLike(q.toLowerCase())}%`, name: `%${escapeLike(foldText(q))}%` }),
    ...(shape.client && { clientRef }),
    ...(shape.signal && { signals: signal?.join(',') }),
  };
  return { shape, values };
}

/** Binders by a part of their number, or of their client's name or id number: each branch has an index of its own. */
const matching = sql`b.id in (
  select m.id from binders m where m.tenant_id = ${tenant} and m.number_key like ${place('number')}
  union all
  select m.id from contacts c join office_clients o on o.tenant_id = c.tenant_id and o.contact_id = c.id
    join binders m on m.tenant_id = o.tenant_id and m.contact_id = o.contact_id
    where c.tenant_id = ${tenant} and c.search_text like ${place('name')}
  union all
  select m.id from office_clients o join binders m on m.tenant_id = o.tenant_id and m.contact_id = o.contact_id
    where o.tenant_id = ${tenant} and o.id_number like ${place('number')})`;

const ofClient = sql`b.contact_id = (select o.contact_id from office_clients o
  where o.tenant_id = ${tenant} and o.ref = ${place('clientRef')}::bigint)`;

const all = (conditions: (SQL | false | null | undefined)[]): SQL => {
  const given = conditions.filter((each): each is SQL => Boolean(each));
  return given.length ? sql.join(given, sql.raw(' and ')) : sql.raw('true');
};

export const filterCondition = ({ q, client, workState, slaState, signal }: FilterShape): SQL =>
  all([
    q && matching,
    client && ofClient,
    workState && inWorkState[workState],
    slaState && inSlaState[slaState],
    signal && givesOneOf,
  ]);

export const inStatus = (status: BinderStatus): SQL => sql.raw(`b.status = '${status}'`);

export const inTab: Record<BinderTab, SQL> = {
  open,
  overdue,
  due_today: dueToday,
  ready: inStatus('ready_for_pickup'),
  returned: inStatus('returned'),
};
