import { z } from 'zod';
import { keyset, uuid } from './fields.ts';

export const notificationList = z.object({ ...keyset, unreadOnly: z.boolean().default(false) });

/** Without ids: all of them. */
export const notificationMarkRead = z.object({ ids: z.array(uuid).min(1).max(500).optional() });
