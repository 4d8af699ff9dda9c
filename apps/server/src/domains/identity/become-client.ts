import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
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

/** Makes the owner of an address a client of the organisation that it entitles to, with an account if they have none. */
export async function becomeClient(ctx: WriteCtx, { email, user, claim }: NewClient): Promise<Account> {
  const account = user ?? (await accountFor(ctx, email, claim.name ?? email.slice(0, email.indexOf('@'))));
  const tx = await ctx.tx();
  await tx
    .insert(members)
    .values({
      tenantId: ctx.tenant.id,
      userId: account.id,
      role: 'client',
      contactId: claim.orgId,
      joinedAt: toDate(ctx.now),
    })
    .onConflictDoNothing();
  ctx.record({
    verb: 'member.joined',
    subject: { type: 'user', id: account.id },
    contactId: claim.orgId,
    after: { email, role: 'client', by: claim.by },
    as: { tenantId: ctx.tenant.id, userId: account.id },
  });
  ctx.announce(`user:${account.id}`);
  return account;
}
