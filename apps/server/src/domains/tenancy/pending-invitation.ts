import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { users } from '@officina/db/schema/identity';
import { invitations } from '@officina/db/schema/tenancy';
import { and, eq, gt, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { hashSecret, isUuid, type TenantId, tenantOfToken } from '../../kernel/ids.ts';
import { lockTenant } from './lock-tenant.ts';
import { lockTeam, requireGrantable } from './team.ts';

const pending = (tenantId: TenantId, which: SQL) =>
  and(
    eq(invitations.tenantId, tenantId),
    which,
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );

async function waiting(ctx: WriteCtx, id: string, whose: SQL) {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(invitations)
        .where(and(pending(ctx.tenant.id, eq(invitations.id, id)), whose))
    : [];
  if (!row) throw notFound('Invitation');
  return row;
}

/** A colleague's invitation that still waits, expired or not, for a change by the locked team. NOT_FOUND for any other. */
export async function loadInvitation(ctx: WriteCtx, id: string) {
  const actor = await lockTeam(ctx, 'team.invite');
  const row = await waiting(ctx, id, isNull(invitations.contactId));
  requireGrantable(actor, row.role, 'team.invite');
  return row;
}

/** As `loadInvitation`, of somebody of a client organisation. */
export async function loadClientInvitation(ctx: WriteCtx, id: string) {
  await lockTenant(ctx, ctx.tenant.id);
  return waiting(ctx, id, isNotNull(invitations.contactId));
}

export interface OpenInvitation {
  id: string;
  tenantId: TenantId;
  email: string;
  role: (typeof invitations.$inferSelect)['role'];
  /** The client organisation whose people they join. */
  contactId: string | null;
  organization: string | null;
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
          contactId: invitations.contactId,
          organization: contacts.displayName,
          expiresAt: invitations.expiresAt,
          inviterName: users.name,
        })
        .from(invitations)
        .innerJoin(users, eq(users.id, invitations.invitedBy))
        .leftJoin(
          contacts,
          and(eq(contacts.tenantId, invitations.tenantId), eq(contacts.id, invitations.contactId)),
        )
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
