import { mutation, query, router, sessionMutation } from '../../kernel/trpc.ts';
import { changePassword } from './change-password.ts';
import { listOwnSessions } from './own-sessions.ts';
import { listOwnTenants } from './own-tenants.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resendPasswordLink } from './resend-password-link.ts';
import { resendVerification } from './resend-verification.ts';
import { resetPassword } from './reset-password.ts';
import { revokeOtherSessions, revokeSession } from './revoke-sessions.ts';
import { currentSession } from './session.ts';
import { setPassword } from './set-password.ts';
import { proveByPasskey } from './step-up/prove-by-passkey.ts';
import { proveByPassword } from './step-up/prove-by-password.ts';
import { waysToProve } from './step-up/ways-to-prove.ts';
import { switchTenant } from './switch-tenant.ts';
import { updateProfile } from './update-profile.ts';
import { verifyEmail } from './verify-email.ts';

export const identityRouter = router({
  session: query(currentSession),
  tenants: query(listOwnTenants),
  sessions: query(listOwnSessions),
  switchTenant: sessionMutation(switchTenant),
  waysToProve: query(waysToProve),
  proveByPassword: sessionMutation(proveByPassword),
  proveByPasskey: sessionMutation(proveByPasskey),
  changePassword: sessionMutation(changePassword),
  updateProfile: mutation(updateProfile),
  revokeSession: mutation(revokeSession),
  revokeOtherSessions: mutation(revokeOtherSessions),
  verifyEmail: mutation(verifyEmail),
  resendVerification: mutation(resendVerification),
  requestPasswordReset: mutation(requestPasswordReset),
  resetPassword: mutation(resetPassword),
  setPassword: sessionMutation(setPassword),
  resendPasswordLink: mutation(resendPasswordLink),
});
