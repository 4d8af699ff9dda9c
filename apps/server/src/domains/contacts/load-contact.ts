import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';
import type { ContactRow } from './contact-presenter.ts';

const live = () =>
  and(
    eq(contacts.tenantId, sql.placeholder('tenantId')),
    eq(contacts.id, sql.placeholder('id')),
    isNull(contacts.deletedAt),
  );

const liveContact = prepared((db) => db.select().from(contacts).where(live()).prepare('contact_live'));

/** A live contact of the tenant. Missing, deleted, foreign and malformed ids are all NOT_FOUND. */
export async function loadContact(ctx: Ctx, id: string, db: Executor = ctx.db): Promise<ContactRow> {
  const [row] = isUuid(id) ? await liveContact(db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Contact');
  return row;
}

/** As `loadContact`, locked until the operation's transaction ends. */
export async function lockContact(ctx: WriteCtx, id: string): Promise<ContactRow> {
  if (!isUuid(id)) throw notFound('Contact');
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.tenantId, ctx.tenant.id), eq(contacts.id, id), isNull(contacts.deletedAt)))
    .for('update');
  if (!row) throw notFound('Contact');
  return row;
}
