import { newPassword, personName } from '@officina/contracts/identity-inputs';
import { acceptInvitation as input } from '@officina/contracts/tenancy-inputs';
import { users } from '@officina/db/schema/identity';
import { invitations, members, tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { parseInput } from '../../kernel/input.ts';
import { write } from '../../kernel/operation.ts';
import { checkPassword } from '../identity/check-password.ts';
import { lockTenant } from './lock-tenant.ts';
import { openInvitation } from './pending-invitation.ts';
import { checkUserLimit } from './user-limit.ts';

const newAccount = z.object({ name: personName, password: newPassword });

export interface Joined {
  email: string;
  tenant: { id: string; subdomain: string; name: string };
}

/** Who joins: an account proven by its session or password, or a new one. Hashes, so it runs before any transaction. */
async function joiner(ctx: WriteCtx, email: string, given: { name?: string; password?: string }) {
  const [account] = await ctx.db.select().from(users).where(eq(users.email, email));
  if (!account) {
    const { name, password } = parseInput(newAccount, given);
    return { id: newId(), created: { name, passwordHash: await ctx.services.passwords.hash(password) } };
  }
  const signedIn = ctx.actor.kind === 'user' && ctx.actor.id === account.id;
  const password = given.password ?? '';
  if (!signedIn && !(await checkPassword(ctx, { email, account, password })))
    throw new AppError('INVALID_CREDENTIALS');
  return { id: account.id, created: null };
}

/**
 * Joins the team with the token of an invitation. Who has an account must be signed in with it or give its password;
 * who has none chooses name and password, and their address counts as confirmed. INVALID_TOKEN when the link is dead.
 */
export const acceptInvitation = write({
  name: 'tenancy.acceptInvitation',
  permission: 'public',
  input,
  conflicts: { users_email_unique: () => new AppError('EMAIL_EXISTS') },
  async run(ctx, { token, ...given }): Promise<Joined> {
    const asked = await openInvitation(ctx, token);
    const { id: userId, created } = await joiner(ctx, asked.email, given);
    const now = toDate(ctx.now);
    // Clients are not the plan's users; the team is locked for them too.
    if (asked.contactId) await lockTenant(ctx, asked.tenantId);
    else await checkUserLimit(ctx, asked.tenantId, asked.email);
    const tx = await ctx.tx();
    // Again, now that the team is locked: of two answers to one invitation the second finds it used.
    const { id, tenantId, email, role, contactId } = await openInvitation(ctx, token, tx);
    if (created) await tx.insert(users).values({ id: userId, email, ...created, emailVerifiedAt: now });
    const joined = await tx
      .insert(members)
      .values({ tenantId, userId, role, contactId, joinedAt: now })
      .onConflictDoUpdate({
        target: [members.tenantId, members.userId],
        set: { role, contactId, joinedAt: now, removedAt: null },
        setWhere: isNotNull(members.removedAt),
      })
      .returning({ userId: members.userId });
    if (!joined.length) throw new AppError('MEMBER_EXISTS');
    await tx
      .update(invitations)
      .set({ acceptedAt: now })
      .where(and(eq(invitations.tenantId, tenantId), eq(invitations.id, id)));
    const [tenant] = await tx
      .select({ id: tenants.id, subdomain: tenants.subdomain, name: tenants.name })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    if (!tenant) throw new AppError('INVALID_TOKEN');
    const as = { tenantId, userId };
    ctx.record({
      verb: 'member.joined',
      subject: { type: 'user', id: userId },
      contactId,
      after: { email, role },
      as,
    });
    ctx.announce(`user:${userId}`);
    return { email, tenant };
  },
});
