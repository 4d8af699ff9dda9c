import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { AppError } from '../../kernel/errors.ts';
import { staged } from '../../kernel/operation.ts';
import { openRequest, type SsoStart } from './begin-sso.ts';
import { keepTrial } from './keep-trial.ts';
import { loadIdp } from './load-idp.ts';
import { Protocol } from './protocol.ts';
import { SsoRefused } from './sso-refused.ts';

/**
 * Begins a sign-in that nobody is signed in by: its checks are kept for the firm to read, and what it would change is
 * not. Also of a provider that is still off. SSO_FAILED where the provider does not even begin one.
 */
export const beginTrial = staged({
  name: 'sso.beginTrial',
  permission: 'sso.manage',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<SsoStart> {
    const { id: testBy } = requireUser(ctx.actor);
    const idp = await loadIdp(ctx, id);
    const protocol = new Protocol();
    protocol.begin('begin');
    try {
      return await openRequest(ctx, idp, { relayState: null, testBy });
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      protocol.fail(error.message);
      await keepTrial(ctx, { idpId: id, userId: testBy, steps: protocol.steps });
      throw new AppError('SSO_FAILED');
    }
  },
});
