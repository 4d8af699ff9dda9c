import { requestPasswordReset as input } from '@officina/contracts/identity-inputs';
import { write } from '../../kernel/operation.ts';
import { throttleLinks } from './throttle-links.ts';

/**
 * Asks for a mail with a link to choose a new password. Whether there is such an account is found out by the job:
 * here every address costs the same work and gets the same answer.
 */
export const requestPasswordReset = write({
  name: 'identity.requestPasswordReset',
  permission: 'public',
  input,
  async run(ctx, { email }): Promise<{ success: true }> {
    await throttleLinks(ctx, 'password-reset');
    ctx.enqueue('send-reset-mail', { email });
    return { success: true };
  },
});
