import { freePassword, register } from '@officina/contracts/account-inputs';
import { ACCOUNT_ROLES } from '@officina/contracts/accounts';
import { z } from 'zod';
import { requestPasswordReset } from '../../../domains/identity/request-password-reset.ts';
import { resendVerification } from '../../../domains/identity/resend-verification.ts';
import { resetPassword } from '../../../domains/identity/reset-password.ts';
import { readSignUp } from '../../../domains/identity/sign-up-choices.ts';
import { verifyEmail } from '../../../domains/identity/verify-email.ts';
import { registerAccount } from '../../../domains/tenancy/register-account.ts';
import { type Carried, type RestRow, row } from '../../row.ts';
import { id, optional, succeeded } from './wire.ts';

const tag = 'User Registration';
const verification = 'Email Verification';

/** What a body asks for in its `action`, of the rows that share the path. */
const asks = (action: string) => async (request: Carried) => (await request.body())?.action === action;
const action = z.unknown();

/** Longer ones are no token of ours, and are told so like any other. */
const token = z.string({ error: 'Required' }).transform((text) => text.slice(0, 500));

export const accountRows: RestRow[] = [
  row({
    method: 'GET',
    path: '/auth/signup',
    summary: 'What can be signed up for',
    tag,
    operation: readSignUp,
    answer: 'bare',
    present: (view) => ({ data: view }),
    response: z.strictObject({
      availableRoles: z.array(z.enum(ACCOUNT_ROLES)),
      passwordRequirements: z.strictObject({ minLength: z.int() }),
      emailVerificationRequired: z.boolean(),
      oauthProviders: z.array(z.string()),
    }),
  }),
  // A body with `subdomain` opens a garage, by the row of that contract.
  row({
    method: 'POST',
    path: '/auth/signup',
    summary: 'Open an account; no session is opened',
    tag,
    operation: registerAccount,
    body: register.extend({ role: optional(register.shape.role.unwrap()) }),
    status: 201,
    answer: 'bare',
    present: ({ user }) => ({
      data: { success: true, message: 'Account created successfully!', user },
    }),
    response: succeeded({
      message: z.string(),
      user: z.strictObject({ id, email: z.string(), name: z.string(), role: z.enum(ACCOUNT_ROLES) }),
    }),
    anyOrigin: true,
  }),
  row({
    method: 'POST',
    path: '/auth/verify-email',
    claims: asks('resend-verification'),
    summary: 'Send the verification mail again',
    tag: verification,
    operation: resendVerification,
    body: z.object({ action }).transform(() => ({})),
    answer: 'bare',
    present: ({ expiresIn }) => ({ data: { success: true, message: 'Verification email sent', expiresIn } }),
    response: succeeded({ message: z.string(), expiresIn: z.int() }),
  }),
  row({
    method: 'POST',
    path: '/auth/verify-email',
    claims: asks('forgot-password'),
    summary: 'Ask for a mail to choose a new password',
    tag: verification,
    operation: requestPasswordReset,
    body: z.object({ email: requestPasswordReset.input.shape.email }),
    answer: 'bare',
    present: () => ({
      data: { success: true, message: 'If the address is known, a mail is on its way' },
    }),
    response: succeeded({ message: z.string() }),
    anyOrigin: true,
  }),
  row({
    method: 'POST',
    path: '/auth/verify-email',
    claims: asks('reset-password'),
    summary: 'Choose a new password with the mailed token',
    tag: verification,
    operation: resetPassword,
    body: z.object({ token, password: freePassword }),
    answer: 'bare',
    present: () => ({ data: { success: true, message: 'Password updated successfully' } }),
    response: succeeded({ message: z.string() }),
    anyOrigin: true,
  }),
  row({
    method: 'POST',
    path: '/auth/verify-email',
    summary: 'Verify the address with the mailed token',
    tag: verification,
    operation: verifyEmail,
    body: z
      .object({ token, action: optional(z.never({ error: 'Unknown action' })) })
      .transform(({ token: given }) => ({ token: given })),
    answer: 'bare',
    present: (view) => ({ data: { success: true, message: 'Email verified successfully', ...view } }),
    response: succeeded({ message: z.string(), userId: id, email: z.string() }),
    anyOrigin: true,
  }),
];
