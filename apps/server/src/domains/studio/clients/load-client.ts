import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { prepared } from '../../../kernel/statement.ts';
import { reaches } from '../reach.ts';
import { type ClientRow, clientColumns, isLive, ofClient } from './client-row.ts';

const liveClient = prepared((db) =>
  db
    .select(clientColumns)
    .from(contacts)
    .innerJoin(studioClients, ofClient)
    .where(
      and(eq(contacts.tenantId, sql.placeholder('tenantId')), eq(contacts.id, sql.placeholder('id')), isLive),
    )
    .prepare('studio_client'),
);

const within = (ctx: Ctx, { id, createdBy }: ClientRow) =>
  reaches(ctx, 'studio.clients.read', { id, createdBy, contactId: id });

async function findClient(ctx: Ctx, id: string): Promise<ClientRow | null> {
  const [row] = isUuid(id) ? await liveClient(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  return row && within(ctx, row) ? row : null;
}

/** A live client that the asker reaches; missing, foreign and malformed ids are all NOT_FOUND. */
export async function loadClient(ctx: Ctx, id: string): Promise<ClientRow> {
  const row = await findClient(ctx, id);
  if (!row) throw notFound('Client');
  return row;
}

/** As `loadClient`, of an id that stands in a body: VALIDATION_ERROR naming its field. */
export async function namedClient(ctx: Ctx, id: string): Promise<ClientRow> {
  const row = await findClient(ctx, id);
  if (!row) throw invalid({ field: 'clientId', message: 'Not a client' });
  return row;
}

/** As `loadClient`, locked until the operation's transaction ends; deleted ones where `deleted` says so. */
export async function lockClient(
  ctx: WriteCtx,
  id: string,
  { deleted = false } = {},
): Promise<ClientRow & { deletedAt: Date | null }> {
  if (!isUuid(id)) throw notFound('Client');
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ ...clientColumns, deletedAt: contacts.deletedAt })
    .from(contacts)
    .innerJoin(studioClients, ofClient)
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id), deleted ? undefined : isLive))
    .for('update');
  if (!row || !within(ctx, row)) throw notFound('Client');
  return row;
}
