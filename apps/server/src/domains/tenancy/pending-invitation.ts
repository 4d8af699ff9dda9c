import type { Executor } from '@officina/db/client';
import { users } from '@officina/db/schema/identity';
import { invitations } from '@officina/db/schema/tenancy';
import { and, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { hashSecret, isUuid, type TenantId, tenantOfToken } from '../../kernel/ids.ts';
import { lockTeam, requireGrantable } from './team.ts';

const pending = (tenantId: TenantId, which: SQL) =>
  and(
    eq(invitations.tenantId, tenantId),
    which,
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );

/** An invitation that still waits, expired or not, for a change by the locked team. NOT_FOUND for any other. */
export async function loadInvitation(ctx: WriteCtx, id: string) {
  const actor = await lockTeam(ctx, 'team.invite');
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(invitations)
        .where(pending(ctx.tenant.id, eq(invitations.id, id)))
    : [];
  if (!row) throw notFound('Invitation');
  requireGrantable(actor, row.role, 'team.invite');
  return row;
}

export interface OpenInvitation {
  id: string;
  tenantId: TenantId;
  email: string;
  role: (typeof invitations.$inferSelect)['role'];
  expiresAt: Date;
  inviterName: string;
}

/** The invitation that a mailed token opens now. INVALID_TOKEN for unknown, used, revoked, replaced and expired ones. */
export async function openInvitation(
  ctx: Ctx,
  token: string,
  db: Executor = ctx.db,
): Promise<OpenInvitation> {
  const tenantId = tenantOfToken(token);
  const [row] = tenantId
    ? await db
        .select({
          id: invitations.id,
          email: invitations.email,
          role: invitations.role,
          expiresAt: invitations.expiresAt,
          inviterName: users.name,
        })
        .from(invitations)
        .innerJoin(users, eq(users.id, invitations.invitedBy))
        .where(
          and(
            pending(tenantId, eq(invitations.tokenHash, hashSecret(token))),
            gt(invitations.expiresAt, toDate(ctx.now)),
          ),
        )
    : [];
  if (!tenantId || !row) throw new AppError('INVALID_TOKEN');
  return { ...row, tenantId };
}
