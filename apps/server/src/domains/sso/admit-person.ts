import type { Role } from '@officina/contracts/roles';
import { SSO_ROLES } from '@officina/contracts/sso';
import { users } from '@officina/db/schema/identity';
import { ssoDomains, ssoLinks } from '@officina/db/schema/sso';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { proveMailbox } from '../identity/prove-mailbox.ts';
import { checkUserLimit } from '../tenancy/user-limit.ts';
import type { IdpRow } from './load-idp.ts';
import { type Claims, demand } from './sso-refused.ts';

interface Admitted {
  user: { id: string; email: string; name: string };
  role: Role;
}

async function linked(ctx: WriteCtx, idp: IdpRow, externalId: string) {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ user: users })
    .from(ssoLinks)
    .innerJoin(users, eq(users.id, ssoLinks.userId))
    .where(
      and(
        eq(ssoLinks.tenantId, ctx.tenant.id),
        eq(ssoLinks.idpId, idp.id),
        eq(ssoLinks.externalId, externalId),
      ),
    );
  return row?.user ?? null;
}

/** The account of an address that this provider may speak for; a new one where there is none. */
async function byAddress(ctx: WriteCtx, idp: IdpRow, { email, name }: Claims) {
  demand(email, 'the provider tells no e-mail address');
  const tx = await ctx.tx();
  const [domain] = await tx
    .select({ domain: ssoDomains.domain })
    .from(ssoDomains)
    .where(
      and(
        eq(ssoDomains.tenantId, ctx.tenant.id),
        eq(ssoDomains.idpId, idp.id),
        eq(ssoDomains.domain, email.split('@').at(-1) ?? ''),
        isNotNull(ssoDomains.verifiedAt),
      ),
    );
  demand(domain, 'the address is of no verified domain of this provider');
  const now = toDate(ctx.now);
  await tx
    .insert(users)
    .values({ id: newId(), email, name: name ?? email.split('@')[0] ?? email, emailVerifiedAt: now })
    .onConflictDoNothing();
  const [user] = await tx.select().from(users).where(eq(users.email, email)).for('update');
  demand(user, 'the account is gone');
  await proveMailbox(ctx, user);
  return user;
}

/** What somebody is in the firm from now on: groups decide, an owner stays one, and nobody becomes one. */
async function roleOf(ctx: WriteCtx, idp: IdpRow, userId: string, { groups, email }: Claims): Promise<Role> {
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  const mapped = idp.groupMapping.find(({ group }) => groups.includes(group))?.role;
  const own = and(eq(members.tenantId, tenantId), eq(members.userId, userId));
  const [member] = await tx.select().from(members).where(own).for('update');
  demand(!member?.removedAt, 'the person was removed from the firm');
  if (!member) {
    const role = mapped ?? idp.defaultRole;
    await checkUserLimit(ctx, tenantId, email ?? '');
    await tx.insert(members).values({ tenantId, userId, role, joinedAt: toDate(ctx.now) });
    ctx.record({
      verb: 'member.joined',
      subject: { type: 'user', id: userId },
      after: { role, source: idp.kind },
    });
    return role;
  }
  const changeable = (SSO_ROLES as readonly string[]).includes(member.role);
  if (!mapped || mapped === member.role || !changeable) return member.role;
  await tx.update(members).set({ role: mapped }).where(own);
  ctx.record({
    verb: 'member.role_changed',
    subject: { type: 'user', id: userId },
    before: { role: member.role },
    after: { role: mapped },
  });
  ctx.announce(`user:${userId}`);
  return mapped;
}

/**
 * The person whom a provider names: whom it has named before, else whose address it may speak for. They become a member
 * of the firm if they are none. Throws SsoRefused.
 */
export async function admitPerson(ctx: WriteCtx, idp: IdpRow, claims: Claims): Promise<Admitted> {
  const tx = await ctx.tx();
  const user = (await linked(ctx, idp, claims.externalId)) ?? (await byAddress(ctx, idp, claims));
  const role = await roleOf(ctx, idp, user.id, claims);
  const seen = { groups: claims.groups, lastLoginAt: toDate(ctx.now) };
  await tx
    .insert(ssoLinks)
    .values({
      tenantId: ctx.tenant.id,
      idpId: idp.id,
      externalId: claims.externalId,
      userId: user.id,
      ...seen,
    })
    .onConflictDoUpdate({
      target: [ssoLinks.tenantId, ssoLinks.idpId, ssoLinks.externalId],
      set: seen,
    });
  return { user, role };
}
