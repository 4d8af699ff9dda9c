import { requestSignInLink as input } from '@officina/contracts/identity-inputs';
import { write } from '../../kernel/operation.ts';

/**
 * Asks for a mail with a link to sign in. Who gets one is found out by the job: here every address costs the same work
 * and gets the same answer. `browserHash` names the browser that asked.
 */
export const requestSignInLink = write({
  name: 'identity.requestSignInLink',
  permission: 'public',
  input,
  async run(ctx, { email, callbackUrl, browserHash }): Promise<{ success: true }> {
    ctx.enqueue('send-sign-in-link', { email, callbackUrl, browserHash, host: ctx.hostSubdomain });
    return { success: true };
  },
});
