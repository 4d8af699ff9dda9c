import type { GuestView } from '@officina/contracts/guest-access';
import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { findGuestSession, presentGuest } from './guest-session.ts';

/** What a guest's link opens, and how long. */
export const getGuestSession = read({
  name: 'guest.get',
  permission: 'public',
  input: z.object({ sessionId: z.string() }),
  async run(ctx, { sessionId }): Promise<GuestView> {
    const session = isUuid(sessionId) ? await findGuestSession(ctx, sessionId) : undefined;
    if (!session) throw notFound('Guest session');
    return presentGuest(ctx, session);
  },
});
