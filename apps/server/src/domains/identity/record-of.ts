import type { WriteCtx } from '../../kernel/context.ts';
import { membershipsOf } from './memberships.ts';

/** Journals what a person did to their own account, in the tenant that they used last; without one there is no journal. */
export async function recordOf(ctx: WriteCtx, userId: string, verb: string): Promise<void> {
  const [membership] = await membershipsOf(ctx.db, userId);
  if (!membership) return;
  ctx.record({
    verb,
    subject: { type: 'user', id: userId },
    as: { tenantId: membership.tenant.id, userId },
  });
}
