import { z } from 'zod';
import { read } from '../../kernel/operation.ts';
import { presentSession } from './session-view.ts';

/** The session of the caller; null for a visitor. */
export const currentSession = read({
  name: 'identity.session',
  permission: 'public',
  input: z.object({}),
  run: async (ctx) => presentSession(ctx),
});
