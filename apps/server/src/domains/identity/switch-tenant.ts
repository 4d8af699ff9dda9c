import { switchTenant as input } from '@officina/contracts/identity-inputs';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { membershipsOf } from './memberships.ts';
import { requireProvider } from './require-provider.ts';
import { rotateSession } from './rotate-session.ts';

/**
 * Lets the caller's session work in another tenant of theirs, under a new token. On a host that names a tenant only
 * that one can be entered: TENANT_MISMATCH; into a firm that wants its own provider only through that: SSO_REQUIRED.
 */
export const switchTenant = write({
  name: 'identity.switchTenant',
  permission: 'member',
  input,
  async run(ctx, { tenantId }): Promise<{ token: string; expires: string }> {
    const actor = requireUser(ctx.actor);
    const memberships = await membershipsOf(ctx.db, actor.id);
    const membership = memberships.find(({ tenant }) => tenant.id === tenantId);
    if (!membership) throw notFound('Tenant');
    const { tenant, role } = membership;
    if (ctx.hostSubdomain && ctx.hostSubdomain !== tenant.subdomain) throw new AppError('TENANT_MISMATCH');
    await requireProvider(ctx, { email: actor.email, role, tenantId: tenant.id, idpId: actor.idpId });
    const tx = await ctx.tx();
    await tx
      .update(members)
      .set({ lastUsedAt: toDate(ctx.now) })
      .where(and(eq(members.tenantId, tenant.id), eq(members.userId, actor.id)));
    ctx.record({
      verb: 'user.signed_in',
      subject: { type: 'user', id: actor.id },
      after: { source: 'switch' },
      as: { tenantId: tenant.id, userId: actor.id },
    });
    return rotateSession(ctx, actor, { activeTenantId: tenant.id });
  },
});
