import { OAUTH_PROVIDERS } from '@officina/contracts/oauth';
import { users } from '@officina/db/schema/identity';
import { oauthLinks } from '@officina/db/schema/oauth';
import { passkeys } from '@officina/db/schema/passkeys';
import { ssoLinks } from '@officina/db/schema/sso';
import { and, eq, exists, inArray, isNotNull, or } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { crossTenant } from '../../kernel/statement.ts';

/**
 * Throws LAST_CREDENTIAL when what was just taken away was the last that let somebody in. The account is locked first:
 * of two things taken away at once, the second sees that the first is gone.
 */
export async function requireWayIn(ctx: WriteCtx, userId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const offered = OAUTH_PROVIDERS.filter((provider) => ctx.services.oauth[provider]);
  const [account] = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        or(
          isNotNull(users.passwordHash),
          exists(tx.select().from(passkeys).where(eq(passkeys.userId, userId))),
          exists(
            tx
              .select()
              .from(oauthLinks)
              .where(and(eq(oauthLinks.userId, userId), inArray(oauthLinks.provider, offered))),
          ),
          exists(
            tx
              .select()
              .from(ssoLinks)
              .where(and(crossTenant('an account is global'), eq(ssoLinks.userId, userId))),
          ),
        ),
      ),
    );
  if (!account) throw new AppError('LAST_CREDENTIAL');
}
