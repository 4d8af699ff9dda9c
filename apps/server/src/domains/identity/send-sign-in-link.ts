import { randomBytes } from 'node:crypto';
import { sendSignInLink as input } from '@officina/contracts/identity-inputs';
import { signInLinks } from '@officina/db/schema/identity';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { signInMail } from './account-mails.ts';
import { wayIn } from './way-in.ts';

const MINUTES = 15;
/** Mails to one address in ten minutes, whatever `RATE_LIMIT` says: nobody's mailbox is to be filled. */
const MAILS = 5;
const WINDOW_MINUTES = 10;

/** Whether a further link may go to the address; two that are asked for at once are counted one after the other. */
async function mayMail(ctx: WriteCtx, email: string): Promise<boolean> {
  const tx = await ctx.tx();
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in-link:${email}`}, 0))`);
  const since = toDate(ctx.now.subtract({ minutes: WINDOW_MINUTES }));
  const [recent] = await tx
    .select({ sent: count() })
    .from(signInLinks)
    .where(and(eq(signInLinks.email, email), gt(signInLinks.createdAt, since)));
  return (recent?.sent ?? 0) < MAILS;
}

/**
 * The job behind a request for a sign-in link: mails one, valid for a quarter of an hour, to members and to those whom
 * an inquiry or the verified domain of an organisation makes its client. Everybody else gets no mail.
 */
export const sendSignInLink = write({
  name: 'identity.sendSignInLink',
  permission: 'system',
  input,
  async run(ctx, { email, callbackUrl, browserHash, host }): Promise<void> {
    const way = await wayIn(ctx, email, ctx.tenant, host);
    if (!way || !(await mayMail(ctx, email))) return;
    const { tenant, user } = way;
    const token = randomBytes(32).toString('hex');
    const tx = await ctx.tx();
    await tx.insert(signInLinks).values({
      tokenHash: hashSecret(token),
      email,
      activeTenantId: tenant.id,
      browserHash,
      expiresAt: toDate(ctx.now.add({ minutes: MINUTES })),
      createdAt: toDate(ctx.now),
    });
    const query = new URLSearchParams({ ...(callbackUrl && { callbackUrl }), token, email });
    const link = `${ctx.services.config.publicUrl}/api/auth/callback/email?${query}`;
    await queueMessage(ctx, {
      channel: 'email',
      to: email,
      ...signInMail({ name: user?.name ?? '', locale: user?.locale ?? tenant.locale }, link),
      as: { tenantId: tenant.id },
    });
  },
});
