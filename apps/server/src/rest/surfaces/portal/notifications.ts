import { inboxMark } from '@officina/contracts/notifications-inputs';
import { z } from 'zod';
import { readInbox } from '../../../domains/notifications/inbox.ts';
import { markInbox } from '../../../domains/notifications/mark-inbox.ts';
import { row } from '../../row.ts';
import { clampedLimit, id, moment, okay } from './wire.ts';

const tag = 'Notifications';
const unreadCount = z.int().nonnegative();

const notification = z.strictObject({
  id,
  type: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: moment,
  readAt: moment.nullable(),
  entityType: z.string().nullable(),
  entityId: z.string().nullable(),
});

export const notificationRows = [
  row({
    method: 'GET',
    path: '/portal/notifications',
    summary: "The caller's newest notifications",
    tag,
    operation: readInbox,
    query: z.object({ limit: clampedLimit(20), status: z.literal('unread').optional().catch(undefined) }),
    answer: 'bare',
    present: (inbox) => ({ data: inbox }),
    response: z.strictObject({ items: z.array(notification), unreadCount }),
  }),
  row({
    method: 'POST',
    path: '/portal/notifications',
    summary: 'Mark notifications as read',
    tag,
    operation: markInbox,
    body: inboxMark,
    answer: 'data',
    present: ({ unreadCount: left }) => ({ data: undefined, beside: { unreadCount: left } }),
    response: okay({ unreadCount }),
  }),
];
