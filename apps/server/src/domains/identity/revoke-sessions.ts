import { bySessionId } from '@officina/contracts/identity-inputs';
import { z } from 'zod';
import { requireUser } from '../../kernel/authorize.ts';
import { notFound } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from './end-sessions.ts';

/** Ends one of the caller's own sessions; somebody else's does not exist. */
export const revokeSession = write({
  name: 'identity.revokeSession',
  permission: 'member',
  input: bySessionId,
  async run(ctx, { id }): Promise<{ ended: number }> {
    const actor = requireUser(ctx.actor);
    const ended = await endSessions(ctx, { userId: actor.id, id });
    if (!ended) throw notFound('Session');
    ctx.record({ verb: 'session.revoked', subject: { type: 'user', id: actor.id }, after: { ended } });
    return { ended };
  },
});

/** Signs the caller out everywhere else. */
export const revokeOtherSessions = write({
  name: 'identity.revokeOtherSessions',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<{ ended: number }> {
    const actor = requireUser(ctx.actor);
    const ended = await endSessions(ctx, { userId: actor.id, except: actor.sessionId });
    if (ended)
      ctx.record({ verb: 'session.revoked', subject: { type: 'user', id: actor.id }, after: { ended } });
    return { ended };
  },
});
