import { requestPasswordReset as input } from '@officina/contracts/identity-inputs';
import { write } from '../../kernel/operation.ts';
import { throttleLinks } from './throttle-links.ts';

/**
 * Asks for a new link to set a first password. Whether there is such an account is found out by the job: here every
 * address costs the same work and gets the same answer.
 */
export const resendPasswordLink = write({
  name: 'identity.resendPasswordLink',
  permission: 'public',
  input,
  async run(ctx, { email }): Promise<{ ok: true }> {
    await throttleLinks(ctx, 'password-link');
    ctx.enqueue('send-password-link', { email });
    return { ok: true };
  },
});
