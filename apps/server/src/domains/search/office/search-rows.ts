import {
  BINDER_SIGNALS,
  type BinderSignal,
  type ClientStatus,
  type SlaState,
  type WorkState,
} from '@officina/contracts/office';
import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { type SQL, sql } from 'drizzle-orm';
import { daysOverdue, signalsOf, slaStateOf, tenant, workStateOf } from '../../binders/verdict-sql.ts';
import type { OfficeShape } from './filter-shape.ts';
import { bindersFound, clientsFound } from './search-branches.ts';

/** A hit as the statements answer it; the columns of a binder are null for a client. */
export interface HitRow {
  client_ref: number;
  client_name: string;
  id_number: string;
  client_status: ClientStatus;
  /** Name in lower case, by which clients are ordered; empty for binders. */
  name_key: string;
  ref: number;
  binder_ref: number | null;
  binder_number: string | null;
  due: string | null;
  work_state: WorkState | null;
  sla_state: SlaState | null;
  days_overdue: number | null;
  signals: BinderSignal[] | null;
}

/** What orders the hits: clients by name, then binders by the day on which they are due. */
export const HIT_ORDER = sql.raw('h.kind, h.name_key, h.due, h.ref');

/** Hits with no more than what orders them; `beyond` and `limit` cut a branch short. */
export const clientHits = (shape: OfficeShape, cut: SQL = sql``): SQL => sql`
  select 0 as kind, lower(c.display_name) as name_key, null::date as due, o.ref, o.contact_id, null::uuid as binder_id
  from ${clientsFound(shape)} ${cut}`;

export const binderHits = (shape: OfficeShape, cut: SQL = sql``): SQL => sql`
  select 1, '', b.expected_return_at, b.ref, b.contact_id, b.id from ${bindersFound(shape)} ${cut}`;

/** The rows of a page of hits `h`: only for these are names looked up and verdicts made. */
export const hitRows = (hits: SQL): SQL => sql`
  select o.ref::float8 as client_ref, c.display_name as client_name, o.id_number, o.status as client_status, h.name_key,
    h.kind, h.ref::float8 as ref, b.ref::float8 as binder_ref, b.binder_number, h.due::text as due,
    case when b.id is not null then ${workStateOf} end as work_state, case when b.id is not null then ${slaStateOf} end as sla_state,
    case when b.id is not null then ${daysOverdue} end as days_overdue, case when b.id is not null then ${signalsOf} end as signals
  from (${hits}) h
    join office_clients o on o.tenant_id = ${tenant} and o.contact_id = h.contact_id
    join contacts c on c.tenant_id = ${tenant} and c.id = h.contact_id
    left join binders b on b.tenant_id = ${tenant} and b.id = h.binder_id
  order by ${HIT_ORDER}`;

export function presentHit(row: HitRow): OfficeSearchHit {
  const client = { clientRef: row.client_ref, clientName: row.client_name };
  if (row.binder_ref === null || row.work_state === null) {
    return { type: 'client', ...client, idNumber: row.id_number, clientStatus: row.client_status };
  }
  return {
    type: 'binder',
    ...client,
    binderRef: row.binder_ref,
    binderNumber: row.binder_number ?? '',
    expectedReturnAt: row.due ?? '',
    workState: row.work_state,
    slaState: row.sla_state,
    daysOverdue: row.days_overdue ?? 0,
    signals: BINDER_SIGNALS.filter((signal) => row.signals?.includes(signal)),
  };
}
