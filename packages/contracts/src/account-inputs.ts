import { z } from 'zod';
import { ACCOUNT_ROLES } from './accounts.ts';
import { email, lineText } from './fields.ts';
import { linkToken, locale } from './identity-inputs.ts';

/** 8 to 128 characters of any kind; nothing is trimmed. */
export const freePassword = z
  .string({ error: 'Required' })
  .min(8, 'Must be at least 8 characters')
  .max(128, 'Must be at most 128 characters');

export const register = z.object({
  email: email.max(254, 'Must be at most 254 characters'),
  password: freePassword,
  name: lineText(2, 120),
  role: z.enum(ACCOUNT_ROLES, `Must be one of ${ACCOUNT_ROLES.join(', ')}`).default('user'),
  /** What the person reads; the firm's language when left out. */
  locale: locale.optional(),
});

export const resetPassword = z.object({ token: linkToken, password: freePassword });

/** What an authenticator answered; whatever is wrong inside of it is judged by the verification. */
const ceremony = z.record(z.string(), z.unknown(), { error: 'Required' });
const challengeId = z.string({ error: 'Required' }).max(64);
const passkeyName = lineText(1, 64);

export const registerPasskey = z.object({
  challengeId,
  response: ceremony,
  deviceName: passkeyName.optional(),
});
export const beginAuthentication = z.object({ email: email.optional() });
export const authenticatePasskey = z.object({ challengeId, response: ceremony });
export const useBackupCode = z.object({ email, backupCode: z.string({ error: 'Required' }).max(64) });
export const byPasskeyId = z.object({ id: z.string() });
export const renamePasskey = z.object({ id: z.string(), name: passkeyName });
