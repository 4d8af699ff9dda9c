import { mutation, query, router } from '../../kernel/trpc.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeRole } from './change-role.ts';
import { checkSubdomain } from './check-subdomain.ts';
import { deleteLogo } from './delete-logo.ts';
import { dismissOnboarding } from './dismiss-onboarding.ts';
import { invite } from './invite.ts';
import { readOnboarding } from './onboarding.ts';
import { openBillingPortal } from './open-billing-portal.ts';
import { readInvitation } from './read-invitation.ts';
import { registerAccount } from './register-account.ts';
import { removeMember } from './remove-member.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { readSettings } from './settings.ts';
import { signUp } from './sign-up.ts';
import { startPlanCheckout } from './start-plan-checkout.ts';
import { listColleagues, listMembers } from './team-reads.ts';
import { updateSettings } from './update-settings.ts';
import { uploadLogo } from './upload-logo.ts';
import { readUsage } from './usage.ts';

export const tenancyRouter = router({
  settings: query(readSettings),
  updateSettings: mutation(updateSettings),
  uploadLogo: mutation(uploadLogo),
  deleteLogo: mutation(deleteLogo),
  usage: query(readUsage),
  onboarding: query(readOnboarding),
  dismissOnboarding: mutation(dismissOnboarding),
  startPlanCheckout: mutation(startPlanCheckout),
  openBillingPortal: mutation(openBillingPortal),
  checkSubdomain: query(checkSubdomain),
  members: query(listMembers),
  colleagues: query(listColleagues),
  changeRole: mutation(changeRole),
  removeMember: mutation(removeMember),
  invite: mutation(invite),
  resendInvitation: mutation(resendInvitation),
  revokeInvitation: mutation(revokeInvitation),
  invitation: query(readInvitation),
  acceptInvitation: mutation(acceptInvitation),
});

/** Procedures of this domain that are called under `identity`: they make an account. */
export const signUpRouter = router({
  signUp: mutation(signUp),
  register: mutation(registerAccount),
});
