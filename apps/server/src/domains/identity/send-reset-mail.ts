import { requestPasswordReset } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { write } from '../../kernel/operation.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { resetMail } from './account-mails.ts';
import { issueToken, mayMail } from './link-tokens.ts';
import { membershipsOf } from './memberships.ts';

/**
 * The job behind a request for a new password: mails a link valid for an hour, in the tenant that the account used
 * last. Addresses without an account, accounts without a tenant and a fourth mail within the hour get none.
 */
export const sendResetMail = write({
  name: 'identity.sendResetMail',
  permission: 'system',
  input: requestPasswordReset,
  async run(ctx, { email }): Promise<void> {
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const [membership] = user ? await membershipsOf(ctx.db, user.id) : [];
    if (!user || !membership || !(await mayMail(ctx, user.id, 'reset_password'))) return;
    const { tenant } = membership;
    const token = await issueToken(ctx, user.id, 'reset_password');
    const link = `${ctx.services.config.publicUrl}/reset-password?token=${token}`;
    await queueMessage(ctx, {
      channel: 'email',
      to: email,
      ...resetMail({ name: user.name, locale: user.locale ?? tenant.locale }, link),
      as: { tenantId: tenant.id },
    });
  },
});
