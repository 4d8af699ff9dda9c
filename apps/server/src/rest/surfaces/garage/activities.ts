import { activityDescription, activityType, metadata } from '@officina/contracts/activities-inputs';
import { dayOrMoment, uuid } from '@officina/contracts/fields';
import { z } from 'zod';
import { pageActivities } from '../../../domains/activities/activity-reads.ts';
import { logManualActivity } from '../../../domains/activities/log-manual-activity.ts';
import { row } from '../../row.ts';
import { activityShape, printActivity } from './activity-wire.ts';
import { enveloped, id, pagination, paginationOf, positive } from './wire.ts';

const tag = 'Activities';

/** Without `page` and `limit`: the 100 newest. With one of them: pages. */
const listQueryWords = z
  .object({
    contact_id: uuid.optional(),
    user_id: uuid.optional(),
    type: activityType.optional(),
    from_date: dayOrMoment.optional(),
    to_date: dayOrMoment.optional(),
    page: positive.optional(),
    limit: positive.optional(),
  })
  .transform(({ contact_id, user_id, type, from_date, to_date, page, limit }) => ({
    contactId: contact_id,
    userId: user_id,
    type,
    from: from_date,
    to: to_date,
    ...(page || limit ? { page: page ?? 1, limit: Math.min(limit ?? 50, 100) } : { limit: 100 }),
  }));

const logBody = z
  .object({
    type: activityType,
    description: activityDescription,
    contact_id: uuid.nullish(),
    metadata: metadata.optional(),
  })
  .transform(({ contact_id, ...rest }) => ({ ...rest, contactId: contact_id }));

/** What is answered of a new one: ids where lists print names. */
const loggedShape = activityShape
  .omit({ user: true, contact: true })
  .extend({ user_id: id.nullable(), contact_id: id.nullable() });

export const activityRows = [
  row({
    method: 'GET',
    path: '/activities',
    summary: 'The timeline, newest first',
    tag,
    operation: pageActivities,
    query: listQueryWords,
    answer: 'data',
    present: ({ items, numbered }) => ({
      data: items.map(printActivity),
      ...(numbered && { beside: { pagination: paginationOf(numbered) } }),
    }),
    response: z.strictObject({
      success: z.literal(true),
      data: z.array(activityShape),
      pagination: pagination.optional(),
    }),
  }),
  row({
    method: 'POST',
    path: '/activities',
    summary: 'Log a call, a note, a meeting',
    tag,
    operation: logManualActivity,
    body: logBody,
    status: 201,
    answer: 'data',
    present: ({ user, contact, createdAt, ...activity }) => ({
      data: {
        ...activity,
        user_id: user?.id ?? null,
        contact_id: contact?.id ?? null,
        created_at: createdAt,
      },
    }),
    response: enveloped(loggedShape),
  }),
];
