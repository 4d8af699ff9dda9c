import { z } from 'zod';
import { keyset } from './fields.ts';
import { MESSAGE_CHANNELS } from './messaging.ts';

export const outbox = z.object({
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  /** The whole address or number; case does not matter. */
  to: z.string().trim().toLowerCase().max(255).optional(),
  /** Part of a recipient, a subject or a text. */
  q: z.string().trim().max(200).optional(),
  ...keyset,
});
