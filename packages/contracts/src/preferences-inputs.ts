import { z } from 'zod';
import { expectedVersion, lineText } from './fields.ts';

/** A list's own name, as it stands in the web app. */
export const listName = z
  .string({ error: 'Required' })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Must be a name of lower-case letters, digits and dashes');

const PARAMS_MAX = 30;

/** Search params of a list's address: words only, few enough for every address bar. */
const params = z
  .record(
    z.string().regex(/^[\w-]{1,40}$/, 'Must be a name of at most 40 letters, digits, dashes and underscores'),
    z.string({ error: 'Must be a text' }).max(500, 'Must be at most 500 characters'),
    { error: 'Must be an object of texts' },
  )
  .refine((given) => Object.keys(given).length <= PARAMS_MAX, `Must be at most ${PARAMS_MAX} params`);

const label = lineText(1, 80);

export const viewList = z.object({ list: listName });

export const viewCreate = z.object({ list: listName, label, params, shared: z.boolean().optional() });

/** Absent leaves a field alone. */
export const viewUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  label: label.optional(),
  params: params.optional(),
  shared: z.boolean().optional(),
});

export const viewId = z.object({ id: z.string() });
