import type { ClientStatus } from '@officina/contracts/office';
import type { Tx } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { type ClientRow, clientColumns, clientTables } from './client-row.ts';

const mine = sql`o.tenant_id = ${sql.placeholder('tenantId')} and o.ref = ${sql.placeholder('ref')}`;

const statement = rawStatement<ClientRow>(sql`select ${clientColumns} from ${clientTables} where ${mine}`);
const locked = rawStatement<LockedRow>(sql`
  select ${clientColumns}, c.company, c.updated_at::text as updated_at
  from ${clientTables} where ${mine} for update`);
const held = rawStatement<HeldClient>(sql`
  select o.contact_id as "contactId", o.status, c.display_name as name
  from ${clientTables} where ${mine} for share of o`);

interface LockedRow extends ClientRow {
  company: string | null;
  /** Of the contact. */
  updated_at: string;
}

/** What a write for a client needs to know of it; its status stays as it is until the transaction ends. */
export interface HeldClient {
  contactId: string;
  status: ClientStatus;
  name: string;
}

/** A client of the tenant by its ref. Missing and foreign ones are NOT_FOUND. */
export async function loadClient(ctx: Ctx, ref: number): Promise<ClientRow> {
  const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, ref });
  if (!row) throw notFound('Client');
  return row;
}

/** As `loadClient`, with both of its rows locked until the transaction ends. */
export async function lockClient(ctx: Ctx, tx: Tx, ref: number): Promise<LockedRow> {
  const [row] = await locked(tx, { tenantId: ctx.tenant.id, ref });
  if (!row) throw notFound('Client');
  return row;
}

/** The client for whom something is written, kept from being closed meanwhile; null for missing and foreign ones. */
export async function holdClient(ctx: Ctx, tx: Tx, ref: number): Promise<HeldClient | null> {
  const [row] = await held(tx, { tenantId: ctx.tenant.id, ref });
  return row ?? null;
}
