import { z } from 'zod';
import { dayOrMoment, expectedVersion, keyset, optionalText, requiredText, uuid } from './fields.ts';
import { TASK_DUE_FILTERS, TASK_PRIORITIES, TASK_SORTS, TASK_STATUSES } from './tasks.ts';

const oneOf = (words: readonly string[]) => ({ error: `Must be one of ${words.join(', ')}` });

export const taskStatus = z.enum(TASK_STATUSES, oneOf(TASK_STATUSES));
export const taskPriority = z.enum(TASK_PRIORITIES, oneOf(TASK_PRIORITIES));

/** Field by field, as every surface limits them. */
export const taskFields = {
  title: requiredText(255),
  description: optionalText(5000),
  assigneeId: uuid.nullish(),
  contactId: uuid.nullish(),
  /** A moment, or a day: then 18:00 of it in the tenant's time. */
  dueAt: dayOrMoment.nullish(),
};

export const taskCreate = z.object({
  ...taskFields,
  priority: taskPriority.optional(),
  status: taskStatus.optional(),
});

/** Absent leaves a field alone, null clears it. */
export const taskUpdate = taskCreate.extend({
  id: z.string(),
  version: expectedVersion,
  title: taskFields.title.optional(),
});

export const taskFilters = z.object({
  assigneeId: uuid.optional(),
  contactId: uuid.optional(),
  priority: taskPriority.optional(),
  due: z.enum(TASK_DUE_FILTERS, oneOf(TASK_DUE_FILTERS)).optional(),
});

const statuses = z
  .union([taskStatus, z.array(taskStatus).min(1)], oneOf(TASK_STATUSES))
  .transform((value) => [...new Set(Array.isArray(value) ? value : [value])]);

export const taskList = taskFilters.extend({
  ...keyset,
  status: statuses.optional(),
  sort: z.enum(TASK_SORTS).default('urgency'),
  dir: z.enum(['asc', 'desc']).default('asc'),
});

/** `limit` counts per column. */
export const taskBoard = taskFilters.extend({ limit: z.int().min(1).max(100).default(50) });

/** All at once, most urgent first, for surfaces whose contract knows no pages. */
export const taskAll = taskFilters.extend({ status: statuses.optional() });

export const taskMove = z.object({
  id: z.string(),
  status: taskStatus,
  /** The task of that column above which it goes; left out, to the column's end. */
  beforeId: uuid.nullish(),
});
