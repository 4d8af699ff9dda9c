import type { OAuthProvider } from '@officina/contracts/oauth';
import { oauthLinks } from '@officina/db/schema/oauth';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { OAuthRefused } from './oauth-refused.ts';
import type { Profile } from './providers.ts';

interface Linked {
  provider: OAuthProvider;
  profile: Profile;
  userId: string;
  /** The tenant whose journal tells of it. */
  tenantId: TenantId;
  /** The link is made by signing in with it. */
  used: boolean;
}

/**
 * Lets the provider's account sign in as this user from now on. OAuthAccountNotLinked where it signs in as somebody else,
 * or the user has another one of the same provider; the constraints judge.
 */
export async function keepLink(
  ctx: WriteCtx,
  { provider, profile: { externalId, email }, userId, tenantId, used }: Linked,
): Promise<void> {
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  const [made] = await tx
    .insert(oauthLinks)
    .values({ provider, externalId, userId, email, createdAt: now, lastUsedAt: used ? now : null })
    .onConflictDoNothing()
    .returning({ userId: oauthLinks.userId });
  if (made) {
    ctx.record({
      verb: 'oauth.linked',
      subject: { type: 'user', id: userId },
      after: { provider, email },
      as: { tenantId, userId },
    });
    return;
  }
  const [there] = await tx
    .select({ userId: oauthLinks.userId })
    .from(oauthLinks)
    .where(and(eq(oauthLinks.provider, provider), eq(oauthLinks.externalId, externalId)));
  if (there?.userId !== userId) throw new OAuthRefused('OAuthAccountNotLinked');
}
