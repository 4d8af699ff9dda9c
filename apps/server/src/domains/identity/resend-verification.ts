import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { lifetimeOf, MAILS_PER_HOUR, mayMail } from './link-tokens.ts';
import { sendVerification } from './send-verification.ts';

const HOUR_MS = 3_600_000;

/** Mails the confirmation link again, three times an hour; earlier links end. ALREADY_VERIFIED for a confirmed address. */
export const resendVerification = write({
  name: 'identity.resendVerification',
  permission: 'verification.own',
  input: z.object({}),
  async run(ctx): Promise<{ expiresIn: number }> {
    const actor = requireUser(ctx.actor);
    const tx = await ctx.tx();
    // Two that are asked for at once are counted one after the other.
    const [user] = await tx.select().from(users).where(eq(users.id, actor.id)).for('update');
    if (!user || user.emailVerifiedAt) throw new AppError('ALREADY_VERIFIED');
    // The mail of the sign-up is none that was asked for again.
    const age = ctx.now.epochMilliseconds - user.createdAt.getTime();
    const besides = age >= 0 && age < HOUR_MS ? 1 : 0;
    if (!(await mayMail(ctx, actor.id, 'verify_email', besides))) {
      const resetAt = new Date(ctx.now.add({ hours: 1 }).epochMilliseconds).toISOString();
      throw new AppError('RATE_LIMIT_EXCEEDED', undefined, { limit: MAILS_PER_HOUR, reset_at: resetAt });
    }
    await sendVerification(ctx, actor, ctx.tenant);
    return { expiresIn: lifetimeOf('verify_email') };
  },
});
