import { ACCOUNT_ROLES } from '@officina/contracts/accounts';
import { OAUTH_PROVIDERS } from '@officina/contracts/oauth';
import { z } from 'zod';
import { read } from '../../kernel/operation.ts';

/** The sign-up's choices and rules. The providers are those that this product can talk to, configured or not. */
export const readSignUp = read({
  name: 'identity.signUpChoices',
  permission: 'public',
  input: z.object({}),
  run: async () => ({
    availableRoles: [...ACCOUNT_ROLES],
    passwordRequirements: { minLength: 8 },
    emailVerificationRequired: true,
    oauthProviders: [...OAUTH_PROVIDERS],
  }),
});
