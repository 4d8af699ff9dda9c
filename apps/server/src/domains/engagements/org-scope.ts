import { eq, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';

/** The client organisation that the caller is confined to; null for staff, who see all of the tenant's. */
export const orgOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.orgId : null);

export const isClient = (ctx: Ctx): boolean => orgOf(ctx.actor) !== null;

/** May the caller see rows of this organisation? */
export function seesOrg(ctx: Ctx, orgId: string | null): boolean {
  const own = orgOf(ctx.actor);
  return own === null || own === orgId;
}

/** The condition that leaves clients their own organisation's rows; none for staff. */
export function ownRows(ctx: Ctx, column: AnyPgColumn): SQL | undefined {
  const own = orgOf(ctx.actor);
  return own === null ? undefined : eq(column, own);
}
