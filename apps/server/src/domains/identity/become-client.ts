import { users } from '@officina/db/schema/identity';
import { invitations, members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ClientClaim } from './client-claim.ts';

interface Account {
  id: string;
  email: string;
  name: string;
}

interface NewClient {
  /** Proved by who comes in. */
  email: string;
  user: Account | null;
  claim: ClientClaim;
}

async function accountFor(ctx: WriteCtx, email: string, name: string): Promise<Account> {
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  await tx
    .insert(users)
    .values({ email, name, emailVerifiedAt: now, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  const [user] = await tx.select().from(users).where(eq(users.email, email));
  if (!user) throw new AppError('INVALID_TOKEN');
  return user;
}

/** INVALID_TOKEN when it was taken back, or accepted by its own link, at the same time. */
async function accept(ctx: WriteCtx, invitationId: string): Promise<void> {
  const tx = await ctx.tx();
  const accepted = await tx
    .update(invitations)
    .set({ acceptedAt: toDate(ctx.now) })
    .where(
      and(
        eq(invitations.tenantId, ctx.tenant.id),
        eq(invitations.id, invitationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  if (!accepted.length) throw new AppError('INVALID_TOKEN');
}

/** Makes the owner of an address a client of the organisation that it entitles to, with an account if they have none. */
export async function becomeClient(ctx: WriteCtx, { email, user, claim }: NewClient): Promise<Account> {
  const account = user ?? (await accountFor(ctx, email, claim.name ?? email.slice(0, email.indexOf('@'))));
  const tx = await ctx.tx();
  await tx
    .insert(members)
    .values({
      tenantId: ctx.tenant.id,
      userId: account.id,
      role: claim.role,
      contactId: claim.orgId,
      joinedAt: toDate(ctx.now),
    })
    .onConflictDoNothing();
  if (claim.invitationId) await accept(ctx, claim.invitationId);
  ctx.record({
    verb: 'member.joined',
    subject: { type: 'user', id: account.id },
    contactId: claim.orgId,
    after: { email, role: claim.role, by: claim.by },
    as: { tenantId: ctx.tenant.id, userId: account.id },
  });
  ctx.announce(`user:${account.id}`);
  return account;
}
