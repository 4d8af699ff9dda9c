import type { Tenant, WriteCtx } from '../../kernel/context.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { verificationMail } from './account-mails.ts';
import { dropTokens, issueToken } from './link-tokens.ts';

interface Reader {
  id: string;
  email: string;
  name: string;
  locale: string | null;
}

/** Mails a link that confirms the user's address, valid for a day; earlier ones end. */
export async function sendVerification(ctx: WriteCtx, user: Reader, tenant: Tenant): Promise<void> {
  await dropTokens(ctx, user.id, 'verify_email');
  const token = await issueToken(ctx, user.id, 'verify_email');
  const link = `${ctx.services.config.publicUrl}/verify-email?token=${token}`;
  await queueMessage(ctx, {
    channel: 'email',
    to: user.email,
    ...verificationMail({ name: user.name, locale: user.locale ?? tenant.locale }, link),
    as: { tenantId: tenant.id, userId: user.id },
  });
}
