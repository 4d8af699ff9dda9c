import { ACTIVITY_TYPES, type ActivityView } from '@officina/contracts/activities';
import { z } from 'zod';
import { id, moment, named } from './wire.ts';

/** An activity as timelines print it. */
export const activityShape = z.strictObject({
  id,
  type: z.enum(ACTIVITY_TYPES),
  description: z.string(),
  user: named.nullable(),
  contact: named.nullable(),
  metadata: z.record(z.string(), z.unknown()),
  created_at: moment,
});

export const printActivity = (activity: ActivityView) => ({
  id: activity.id,
  type: activity.type,
  description: activity.description,
  user: activity.user,
  contact: activity.contact,
  metadata: activity.metadata,
  created_at: activity.createdAt,
});
