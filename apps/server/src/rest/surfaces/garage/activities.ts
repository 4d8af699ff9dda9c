import { ACTIVITY_TYPES, type ActivityView } from '@officina/contracts/activities';
import {
  activityDescription,
  activityType,
  dayOrMoment,
  metadata,
} from '@officina/contracts/activities-inputs';
import { uuid } from '@officina/contracts/fields';
import { z } from 'zod';
import { pageActivities } from '../../../domains/activities/activity-reads.ts';
import { logManualActivity } from '../../../domains/activities/log-manual-activity.ts';
import { row } from '../../row.ts';
import { enveloped, id, moment, named, pagination, paginationOf, positive } from './wire.ts';

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

const shape = {
  id,
  type: z.enum(ACTIVITY_TYPES),
  description: z.string(),
  metadata: z.record(z.string(), z.unknown()),
  created_at: moment,
};

/** Keys of an activity in every list. */
export const activityShape = z.strictObject({
  ...shape,
  user: named.nullable(),
  contact: named.nullable(),
});

export const printActivity = ({
  id,
  type,
  description,
  user,
  contact,
  metadata,
  createdAt,
}: ActivityView) => ({
  ...{ id, type, description, user, contact, metadata },
  created_at: createdAt,
});

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
    response: enveloped(z.strictObject({ ...shape, user_id: id.nullable(), contact_id: id.nullable() })),
  }),
];
