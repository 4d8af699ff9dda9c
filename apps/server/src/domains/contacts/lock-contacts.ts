import { contacts } from '@officina/db/schema/contacts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { type AppError, notFound } from '../../kernel/errors.ts';
import type { ContactRow } from './contact-presenter.ts';

/**
 * The live contacts among these ids, locked until the operation's transaction ends, in the order of their ids, so that
 * two bulk actions wait for each other instead of locking each other out. The ids that name none are `missing`.
 */
export async function lockContacts(
  ctx: WriteCtx,
  ids: readonly string[],
): Promise<{ rows: ContactRow[]; missing: Map<string, AppError> }> {
  const tx = await ctx.tx();
  const rows = await tx
    .select()
    .from(contacts)
    .where(
      and(eq(contacts.tenantId, ctx.tenant.id), inArray(contacts.id, [...ids]), isNull(contacts.deletedAt)),
    )
    .orderBy(asc(contacts.id))
    .for('update');
  const found = new Set(rows.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id)).map((id) => [id, notFound('Contact')] as const);
  return { rows, missing: new Map(missing) };
}
