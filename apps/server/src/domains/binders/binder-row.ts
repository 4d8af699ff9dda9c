import type { BinderStatus } from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';
import { missingDocuments, unpaidCharges } from './verdict-sql.ts';

/** A binder with what a view of it needs. Days are YYYY-MM-DD. */
export interface BinderRow {
  id: string;
  ref: number;
  clientRef: number;
  clientName: string;
  number: string;
  status: BinderStatus;
  receivedAt: string;
  expectedReturnAt: string;
  returnedAt: string | null;
  lastWorkOn: string | null;
  pickupPersonName: string | null;
  notes: string | null;
  receivedByRef: number;
  receivedByName: string;
  returnedByRef: number | null;
  returnedByName: string | null;
  version: number;
  missingDocuments: boolean;
  unpaidCharges: boolean;
}

/** Days leave the database as texts: a driver would make moments of them, in a zone of its own. */
export const binderColumns = sql`b.id, b.ref::float8 as ref, o.ref::float8 as "clientRef", c.display_name as "clientName",
  b.binder_number as number, b.status, b.received_at::text as "receivedAt", b.expected_return_at::text as "expectedReturnAt",
  b.returned_at::text as "returnedAt", b.last_work_on::text as "lastWorkOn", b.pickup_person_name as "pickupPersonName",
  b.notes, r.ref::float8 as "receivedByRef", r.name as "receivedByName", g.ref::float8 as "returnedByRef",
  g.name as "returnedByName", b.version, ${missingDocuments} as "missingDocuments", ${unpaidCharges} as "unpaidCharges"`;

/** The client of `b` and the people who took it in and gave it back. */
export const binderJoins = sql.raw(`
  join office_clients o on o.tenant_id = b.tenant_id and o.contact_id = b.contact_id
  join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
  join users r on r.id = b.received_by
  left join users g on g.id = b.returned_by`);

/** Binders by condition, order and cut: the page is found first, by its index, and only its rows are looked up further. */
export const selectBinders = ({ where, order, cut }: { where: SQL; order: SQL; cut: SQL }): SQL => sql`
  select ${binderColumns}
  from (select * from binders b where b.tenant_id = ${sql.placeholder('tenantId')}::uuid and ${where}
    order by ${order} ${cut}) b
  ${binderJoins}
  order by ${order}`;

/**
 * How many rows are fetched where so many are wanted. A figure in the statement itself, unlike a parameter, lets
 * PostgreSQL know how few there will be, and so plan once for all calls; these few keep the number of statements small.
 */
const FETCHED = [21, 51, 101];
export const fetchedFor = (wanted: number): number => FETCHED.find((rows) => rows >= wanted) ?? wanted;
