import type { WriteCtx } from '../../kernel/context.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { setPasswordMail } from './account-mails.ts';
import { dropTokens, issueToken } from './link-tokens.ts';

interface Reader {
  id: string;
  email: string;
  name: string;
  locale: string | null;
}

/** Mails a link with which a person without a password chooses their first one, valid for 72 hours; earlier ones end. */
export async function sendPasswordLink(
  ctx: WriteCtx,
  user: Reader,
  {
    contactId,
    welcome = '',
  }: { contactId?: string /** Said first, with its own blank line. */; welcome?: string } = {},
): Promise<void> {
  await dropTokens(ctx, user.id, 'set_password');
  const token = await issueToken(ctx, user.id, 'set_password');
  const link = `${ctx.services.config.publicUrl}/set-password?token=${token}`;
  await queueMessage(ctx, {
    channel: 'email',
    to: user.email,
    contactId,
    ...setPasswordMail({ name: user.name, locale: user.locale ?? ctx.tenant.locale }, link, welcome),
    as: { tenantId: ctx.tenant.id, userId: user.id },
  });
}
