import { OAUTH_PROVIDERS, type OAuthAccountView } from '@officina/contracts/oauth';
import { oauthProvider } from '@officina/contracts/oauth-inputs';
import { oauthLinks } from '@officina/db/schema/oauth';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { notFound } from '../../kernel/errors.ts';
import { read, write } from '../../kernel/operation.ts';
import { requireWayIn } from '../identity/require-way-in.ts';

/** The providers that the caller can sign in with, or could; empty where none is offered and none was linked. */
export const listAccounts = read({
  name: 'oauth.accounts',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<{ items: OAuthAccountView[] }> {
    const { id } = requireUser(ctx.actor);
    const links = await ctx.db.select().from(oauthLinks).where(eq(oauthLinks.userId, id));
    const items = OAUTH_PROVIDERS.flatMap((provider): OAuthAccountView[] => {
      const link = links.find((each) => each.provider === provider);
      if (!link) return ctx.services.oauth[provider] ? [{ provider, linked: null }] : [];
      const { email, createdAt, lastUsedAt } = link;
      const at = { createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
      return [{ provider, linked: { email, ...at } }];
    });
    return { items };
  },
});

/** Ends a link of the caller's; LAST_CREDENTIAL when nothing else would let them in. */
export const unlinkAccount = write({
  name: 'oauth.unlink',
  permission: 'member',
  stepUp: true,
  input: oauthProvider,
  async run(ctx, { provider }): Promise<{ provider: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const tx = await ctx.tx();
    const [ended] = await tx
      .delete(oauthLinks)
      .where(and(eq(oauthLinks.userId, userId), eq(oauthLinks.provider, provider)))
      .returning({ email: oauthLinks.email });
    if (!ended) throw notFound('Linked account');
    await requireWayIn(ctx, userId);
    ctx.record({
      verb: 'oauth.unlinked',
      subject: { type: 'user', id: userId },
      before: { provider, email: ended.email },
    });
    return { provider };
  },
});
