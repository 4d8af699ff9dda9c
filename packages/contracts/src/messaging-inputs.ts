import { z } from 'zod';
import { MESSAGE_CHANNELS } from './messaging.ts';

export const outbox = z.object({
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  /** The whole address or number; case does not matter. */
  to: z.string().trim().toLowerCase().max(255).optional(),
  limit: z.int().min(1).max(100).default(50),
});
