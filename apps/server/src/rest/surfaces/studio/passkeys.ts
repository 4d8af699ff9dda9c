import { registerPasskey as made, authenticatePasskey as signed } from '@officina/contracts/account-inputs';
import { PASSKEY_DEVICES } from '@officina/contracts/accounts';
import { studioRoleOf } from '@officina/contracts/role-words';
import { z } from 'zod';
import type { SignedIn } from '../../../domains/identity/enter.ts';
import { authenticatePasskey } from '../../../domains/identity/passkeys/authenticate-passkey.ts';
import { beginAuthentication } from '../../../domains/identity/passkeys/begin-authentication.ts';
import { beginRegistration } from '../../../domains/identity/passkeys/begin-registration.ts';
import { generateBackupCodes } from '../../../domains/identity/passkeys/generate-backup-codes.ts';
import { listPasskeys } from '../../../domains/identity/passkeys/list-passkeys.ts';
import { registerPasskey } from '../../../domains/identity/passkeys/register-passkey.ts';
import { removePasskey } from '../../../domains/identity/passkeys/remove-passkey.ts';
import { renamePasskey } from '../../../domains/identity/passkeys/rename-passkey.ts';
import { useBackupCode } from '../../../domains/identity/passkeys/use-backup-code.ts';
import { type Carried, type RestRow, row } from '../../row.ts';
import { studioFailures } from './dialect.ts';
import { id, moment, optional, succeeded } from './wire.ts';

const tag = 'Passkeys';
const done = succeeded({ message: z.string() });

/** Which step of a ceremony a body is, of the rows that share the path. */
const holds =
  (...keys: string[]) =>
  async (request: Carried): Promise<boolean> => {
    const body = await request.body();
    return body !== null && keys.some((key) => key in body);
  };

const credential = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()),
});
const registration = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ name: z.string(), id: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  attestation: z.literal('none'),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('preferred'),
    requireResidentKey: z.literal(false),
    userVerification: z.literal('preferred'),
  }),
  excludeCredentials: z.array(credential),
});
const authentication = z.strictObject({
  challenge: z.string(),
  timeout: z.int(),
  rpId: z.string(),
  userVerification: z.literal('preferred'),
});

/** The session goes into the cookie; the role is the membership's, in the words of this contract. */
const signedIn = {
  answer: 'bare' as const,
  session: { open: (view: SignedIn) => view.token },
  present: ({ user }: SignedIn) => ({
    data: {
      success: true,
      user: { id: user.id, email: user.email, name: user.name, role: studioRoleOf(user.role) },
      message: 'Signed in successfully',
    },
  }),
  response: succeeded({
    user: z.strictObject({ id, email: z.string(), name: z.string(), role: z.string() }),
    message: z.string(),
  }),
  attempts: { bucket: 'passkey', limit: 20, windowSeconds: 600 },
  anyOrigin: true,
};

const keep = {
  path: '/auth/passkeys/register',
  tag,
  operation: registerPasskey,
  body: made.extend({ deviceName: optional(made.shape.deviceName.unwrap()) }),
  answer: 'bare' as const,
  present: ({ id: passkeyId }: { id: string }) => ({
    data: { success: true, passkeyId, message: 'Passkey registered successfully' },
  }),
  response: succeeded({ passkeyId: id, message: z.string() }),
  // Here the caller is signed in: what is wrong is the request, not who sends it.
  failures: studioFailures({ statuses: { PASSKEY_REJECTED: 400 } }),
};
const use = {
  path: '/auth/passkeys/authenticate',
  tag,
  operation: authenticatePasskey,
  body: signed,
  ...signedIn,
};

export const passkeyRows: RestRow[] = [
  row({
    method: 'GET',
    path: '/auth/passkeys',
    summary: "The caller's passkeys, newest first",
    tag,
    operation: listPasskeys,
    answer: 'bare',
    present: ({ items }) => ({ data: { success: true, passkeys: items, count: items.length } }),
    response: succeeded({
      passkeys: z.array(
        z.strictObject({
          id,
          name: z.string(),
          deviceType: z.enum(PASSKEY_DEVICES),
          backedUp: z.boolean(),
          createdAt: moment,
          lastUsedAt: moment.nullable(),
        }),
      ),
      count: z.int(),
    }),
  }),
  row({
    method: 'POST',
    path: '/auth/passkeys',
    summary: 'Make ten backup codes; the earlier ones end',
    tag,
    operation: generateBackupCodes,
    body: z
      .object({ action: optional(z.literal('generate_backup_codes', { error: 'Unknown action' })) })
      .transform(() => ({})),
    answer: 'bare',
    present: ({ backupCodes }) => ({
      data: { success: true, backupCodes, message: 'Keep these codes safe: they are shown only once' },
    }),
    response: succeeded({ backupCodes: z.array(z.string()), message: z.string() }),
  }),
  row({ ...keep, method: 'POST', summary: 'Finish making a passkey', claims: holds('response') }),
  row({
    method: 'POST',
    path: '/auth/passkeys/register',
    summary: 'Begin making a passkey',
    tag,
    operation: beginRegistration,
    answer: 'bare',
    present: (view) => ({ data: { success: true, ...view } }),
    response: succeeded({ options: registration, challengeId: id }),
  }),
  row({ ...keep, method: 'PUT', summary: 'Finish making a passkey' }),
  row({
    ...signedIn,
    method: 'POST',
    path: '/auth/passkeys/authenticate',
    summary: 'Sign in with a backup code',
    tag,
    operation: useBackupCode,
    body: useBackupCode.input,
    claims: holds('backupCode'),
  }),
  row({
    ...use,
    method: 'POST',
    summary: 'Finish signing in with a passkey',
    claims: holds('response', 'challengeId'),
  }),
  row({
    method: 'POST',
    path: '/auth/passkeys/authenticate',
    summary: 'Begin signing in with a passkey',
    tag,
    operation: beginAuthentication,
    body: z.object({ email: optional(beginAuthentication.input.shape.email.unwrap()) }),
    answer: 'bare',
    present: (view) => ({ data: { success: true, ...view } }),
    response: succeeded({ options: authentication, challengeId: id }),
    attempts: signedIn.attempts,
    anyOrigin: true,
  }),
  row({ ...use, method: 'PUT', summary: 'Finish signing in with a passkey' }),
  row({
    method: 'PATCH',
    path: '/auth/passkeys/:id',
    summary: 'Give a passkey another name',
    tag,
    operation: renamePasskey,
    body: z.object({ name: renamePasskey.input.shape.name }),
    answer: 'bare',
    present: () => ({ data: { success: true, message: 'Passkey renamed successfully' } }),
    response: done,
  }),
  row({
    method: 'DELETE',
    path: '/auth/passkeys/:id',
    summary: 'Remove a passkey',
    tag,
    operation: removePasskey,
    answer: 'bare',
    present: () => ({ data: { success: true, message: 'Passkey removed successfully' } }),
    response: done,
  }),
];
