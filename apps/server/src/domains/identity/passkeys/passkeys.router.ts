import { mutation, query, router, sessionMutation } from '../../../kernel/trpc.ts';
import { authenticatePasskey } from './authenticate-passkey.ts';
import { beginAuthentication } from './begin-authentication.ts';
import { beginRegistration } from './begin-registration.ts';
import { generateBackupCodes } from './generate-backup-codes.ts';
import { listPasskeys } from './list-passkeys.ts';
import { registerPasskey } from './register-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { useBackupCode } from './use-backup-code.ts';

export const passkeysRouter = router({
  list: query(listPasskeys),
  beginRegistration: mutation(beginRegistration),
  register: mutation(registerPasskey),
  rename: mutation(renamePasskey),
  remove: mutation(removePasskey),
  generateBackupCodes: mutation(generateBackupCodes),
  beginAuthentication: mutation(beginAuthentication),
  authenticate: sessionMutation(authenticatePasskey),
  useBackupCode: sessionMutation(useBackupCode),
});
