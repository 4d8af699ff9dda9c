import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { MAILS_PER_HOUR, mayMail } from './link-tokens.ts';
import { sendVerification } from './send-verification.ts';

/** Mails the confirmation link again; `sent` is false for an address that is confirmed already. */
export const resendVerification = write({
  name: 'identity.resendVerification',
  permission: 'verification.own',
  input: z.object({}),
  async run(ctx): Promise<{ sent: boolean }> {
    const actor = requireUser(ctx.actor);
    if (actor.emailVerified) return { sent: false };
    if (!(await mayMail(ctx, actor.id, 'verify_email'))) {
      const resetAt = new Date(ctx.now.add({ hours: 1 }).epochMilliseconds).toISOString();
      throw new AppError('RATE_LIMIT_EXCEEDED', undefined, { limit: MAILS_PER_HOUR, reset_at: resetAt });
    }
    await sendVerification(ctx, actor, ctx.tenant);
    return { sent: true };
  },
});
