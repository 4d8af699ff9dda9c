import { z } from 'zod';
import { keyset, uuid } from './fields.ts';

export const notificationList = z.object({ ...keyset, unreadOnly: z.boolean().default(false) });

/** Without ids: all of them. */
export const notificationMarkRead = z.object({ ids: z.array(uuid).min(1).max(500).optional() });

/** The newest; `unread` alone leaves out what was read. */
export const inboxRead = z.object({
  limit: z.int().min(1).max(20).default(8),
  status: z.literal('unread').optional(),
});

/** All of them, or those that are named; of ids that are not the caller's nothing is said. */
export const inboxMark = z.object({
  ids: z.array(z.string().max(64)).max(200).optional(),
  markAll: z.boolean().optional(),
});
