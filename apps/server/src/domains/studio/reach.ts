import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { openedTo } from '../permissions/opened-to.ts';

/** Which rows an asker sees by their role: all of the tenant, those they made, or those of their client organisation. */
export type Reach =
  | { kind: 'all' }
  | { kind: 'own'; userId: string }
  | { kind: 'org'; orgId: string; userId: string };

/** What the role allows; the permission word has been checked before. A key reaches what its owner does. */
export function reachOf({ actor }: Ctx): Reach {
  if (actor.kind === 'user' && actor.orgId) return { kind: 'org', orgId: actor.orgId, userId: actor.id };
  const userId = userIdOf(actor);
  const own = (actor.kind === 'user' || actor.kind === 'apiKey') && actor.role === 'freelancer';
  return own && userId ? { kind: 'own', userId } : { kind: 'all' };
}

interface Columns {
  createdBy: AnyPgColumn;
  contactId: AnyPgColumn;
  id: AnyPgColumn;
}

/**
 * The condition that leaves the asker their rows and, of records that can be opened to single people, those that were
 * opened to them. Its placeholders are those of `reachValues` and `tenantId`.
 */
export function reachCondition(
  { kind }: Pick<Reach, 'kind'>,
  { createdBy, contactId, id }: Columns,
  opened?: ['project' | 'invoice', relation: 'can_view' | 'can_edit'],
): SQL | undefined {
  if (kind === 'all') return undefined;
  const byRole = eq(kind === 'own' ? createdBy : contactId, sql.placeholder('reach'));
  return opened ? or(byRole, inArray(id, openedTo(...opened))) : byRole;
}

/** The values of those placeholders. */
export const reachValues = (reach: Reach): { reach: string | null; me: string | null } => {
  if (reach.kind === 'all') return { reach: null, me: null };
  return { reach: reach.kind === 'own' ? reach.userId : reach.orgId, me: reach.userId };
};

/** Is a row among those that the asker reaches by their role? */
export function reaches(ctx: Ctx, row: { createdBy: string | null; contactId: string | null }): boolean {
  const reach = reachOf(ctx);
  if (reach.kind === 'all') return true;
  return reach.kind === 'own' ? row.createdBy === reach.userId : row.contactId === reach.orgId;
}
