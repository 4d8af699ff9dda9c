import { PLAN_LIMITS } from '@officina/contracts/plans';
import { STAFF_ROLES } from '@officina/contracts/roles';
import type { Executor } from '@officina/db/client';
import { invitations, members } from '@officina/db/schema/tenancy';
import { and, count, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { lockTenant } from './lock-tenant.ts';

export const liveMembers = (db: Executor, tenantId: TenantId) =>
  db
    .select({ live: count() })
    .from(members)
    .where(
      and(eq(members.tenantId, tenantId), isNull(members.removedAt), inArray(members.role, [...STAFF_ROLES])),
    );

export const pendingInvitations = (db: Executor, ctx: Ctx, tenantId: TenantId, exceptEmail = '') =>
  db
    .select({ live: count() })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        isNull(invitations.contactId),
        gt(invitations.expiresAt, toDate(ctx.now)),
        ne(invitations.email, exceptEmail),
      ),
    );

/**
 * Refuses one more user than the plan allows, under the tenant's lock. Pending invitations count as users, apart from
 * that of the address which is now invited again or joining.
 */
export async function checkUserLimit(ctx: WriteCtx, tenantId: TenantId, email: string): Promise<void> {
  const { plan } = await lockTenant(ctx, tenantId);
  const limit = PLAN_LIMITS[plan].users;
  if (limit === null) return;
  const tx = await ctx.tx();
  const [joined] = await liveMembers(tx, tenantId);
  const [pending] = await pendingInvitations(tx, ctx, tenantId, email);
  const used = (joined?.live ?? 0) + (pending?.live ?? 0);
  if (used >= limit) {
    throw new AppError('PLAN_LIMIT_REACHED', undefined, {
      plan: plan.toUpperCase(),
      resource: 'users',
      limit,
      used,
    });
  }
}
