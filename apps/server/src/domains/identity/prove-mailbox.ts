import { apiKeys } from '@officina/db/schema/api-keys';
import { users } from '@officina/db/schema/identity';
import { oauthLinks } from '@officina/db/schema/oauth';
import { backupCodes, passkeys } from '@officina/db/schema/passkeys';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { endSessions } from './end-sessions.ts';
import { dropTokens } from './link-tokens.ts';

interface Account {
  id: string;
  emailVerifiedAt: Date | null;
}

/**
 * Whoever opened this account with an address that was not theirs must not keep a key to it: what was set before the
 * mailbox was first proved, by anything but the account's own verification mail, ends. Source: studio specification §7.1.
 */
export async function proveMailbox(ctx: WriteCtx, { id, emailVerifiedAt }: Account): Promise<void> {
  if (emailVerifiedAt) return;
  const now = toDate(ctx.now);
  const tx = await ctx.tx();
  await tx
    .update(users)
    .set({ emailVerifiedAt: now, passwordHash: null, updatedAt: now })
    .where(eq(users.id, id));
  await tx.delete(passkeys).where(eq(passkeys.userId, id));
  await tx.delete(oauthLinks).where(eq(oauthLinks.userId, id));
  await tx.delete(backupCodes).where(eq(backupCodes.userId, id));
  await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(crossTenant('an account is global'), eq(apiKeys.userId, id), isNull(apiKeys.revokedAt)));
  await dropTokens(ctx, id, 'verify_email');
  await dropTokens(ctx, id, 'reset_password');
  await endSessions(ctx, { userId: id });
}
