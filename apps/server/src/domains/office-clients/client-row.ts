import type { ClientStatus, ClientType } from '@officina/contracts/office';
import type { OfficeClientView } from '@officina/contracts/office-clients';
import { type SQL, sql } from 'drizzle-orm';

/** A client as SQL answers it: what its contact and its place in the office say together. */
export interface ClientRow {
  ref: number;
  contact_id: string;
  full_name: string;
  id_number: string;
  client_type: ClientType;
  status: ClientStatus;
  phone: string | null;
  email: string | null;
  /** Days as YYYY-MM-DD. */
  opened_at: string;
  closed_at: string | null;
  notes: string | null;
  version: number;
  /** ISO timestamp. */
  created_at: string;
}

/** An ISO timestamp in UTC with milliseconds, or null. */
export const iso = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The columns of `ClientRow`, of office_clients as `o` and contacts as `c`. */
export const clientColumns = sql`o.ref::float8 as ref, o.contact_id, c.display_name as full_name, o.id_number, o.client_type,
  o.status, c.phone, c.email, o.opened_at::text as opened_at, o.closed_at::text as closed_at, c.notes,
  c.version + o.version - 1 as version, ${iso('o.created_at')} as created_at`;

/** The clients of the placeholder `tenantId`, as `o` with their contacts as `c`. */
export const clientTables = sql`office_clients o
  join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id`;

export function presentClient(row: ClientRow): OfficeClientView {
  return {
    ref: row.ref,
    id: row.contact_id,
    fullName: row.full_name,
    idNumber: row.id_number,
    clientType: row.client_type,
    status: row.status,
    phone: row.phone,
    email: row.email,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    notes: row.notes,
    version: row.version,
    createdAt: row.created_at,
  };
}
