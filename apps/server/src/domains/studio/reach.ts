import { eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '../../kernel/context.ts';

/** Which rows an asker sees: all of the tenant, those they made, or those of their client organisation. */
export type Reach = { kind: 'all' } | { kind: 'own'; userId: string } | { kind: 'org'; orgId: string };

/** What the role allows; the permission word has been checked before. A key reaches what its owner does. */
export function reachOf({ actor }: Ctx): Reach {
  if (actor.kind === 'user' && actor.orgId) return { kind: 'org', orgId: actor.orgId };
  if (actor.kind === 'user' && actor.role === 'freelancer') return { kind: 'own', userId: actor.id };
  if (actor.kind === 'apiKey' && actor.role === 'freelancer') return { kind: 'own', userId: actor.userId };
  return { kind: 'all' };
}

/** The condition that leaves the asker their rows, by a placeholder named `reach`. */
export function reachCondition(
  { kind }: Pick<Reach, 'kind'>,
  { createdBy, contactId }: { createdBy: AnyPgColumn; contactId: AnyPgColumn },
): SQL | undefined {
  if (kind === 'all') return undefined;
  return eq(kind === 'own' ? createdBy : contactId, sql.placeholder('reach'));
}

/** The value of that placeholder. */
export const reachValue = (reach: Reach): string | null =>
  reach.kind === 'all' ? null : reach.kind === 'own' ? reach.userId : reach.orgId;

/** Is a row among those that the asker reaches? */
export function reaches(ctx: Ctx, row: { createdBy: string | null; contactId: string | null }): boolean {
  const reach = reachOf(ctx);
  if (reach.kind === 'all') return true;
  return reach.kind === 'own' ? row.createdBy === reach.userId : row.contactId === reach.orgId;
}
