import type { Permission } from '@officina/contracts/permissions';
import { roleMay } from '@officina/contracts/permissions';
import { GRANTABLE_ROLES, type Role, STAFF_ROLES } from '@officina/contracts/roles';
import type { StaffRole } from '@officina/contracts/tenancy';
import { members } from '@officina/db/schema/tenancy';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { lockTenant } from './lock-tenant.ts';

/** Roles that the actor may give and take; jobs of ours may all. */
export function rolesGrantedBy(actor: Actor): readonly StaffRole[] {
  if (actor.kind === 'system') return STAFF_ROLES;
  return actor.kind === 'user' ? (GRANTABLE_ROLES[actor.role] ?? []) : [];
}

/** Throws FORBIDDEN unless the actor may deal with people of this role. */
export function requireGrantable(actor: Actor, role: Role, permission: Permission): void {
  if (!rolesGrantedBy(actor).some((granted) => granted === role)) {
    throw new AppError('FORBIDDEN', undefined, { permission, role });
  }
}

const liveStaff = (ctx: Ctx) =>
  and(
    eq(members.tenantId, ctx.tenant.id),
    isNull(members.removedAt),
    inArray(members.role, [...STAFF_ROLES]),
  );

/**
 * Locks the team and looks again at what the actor may: a colleague may have demoted them since the request came in.
 * Answers the actor as they are now.
 */
export async function lockTeam(ctx: WriteCtx, permission: Permission): Promise<Actor> {
  await lockTenant(ctx, ctx.tenant.id);
  const { actor } = ctx;
  if (actor.kind !== 'user') return actor;
  const tx = await ctx.tx();
  const [membership] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(liveStaff(ctx), eq(members.userId, actor.id)));
  if (!membership || !roleMay(membership.role, permission)) {
    throw new AppError('FORBIDDEN', undefined, { permission });
  }
  return { ...actor, role: membership.role };
}

/** A live member of the firm's own people, for a change by the locked team. NOT_FOUND for everybody else. */
export async function loadTeammate(ctx: WriteCtx, userId: string): Promise<{ role: Role }> {
  const tx = await ctx.tx();
  const [member] = isUuid(userId)
    ? await tx
        .select({ role: members.role })
        .from(members)
        .where(and(liveStaff(ctx), eq(members.userId, userId)))
    : [];
  if (!member) throw notFound('User');
  return member;
}

/** Throws LAST_OWNER when this member is the only owner left. */
export async function requireAnotherOwner(ctx: WriteCtx, member: { role: Role }): Promise<void> {
  if (member.role !== 'owner') return;
  const tx = await ctx.tx();
  const [owners] = await tx
    .select({ live: count() })
    .from(members)
    .where(and(liveStaff(ctx), eq(members.role, 'owner')));
  if ((owners?.live ?? 0) < 2) throw new AppError('LAST_OWNER');
}
