import { z } from 'zod';
import { BULK_CHUNK } from './bulk.ts';
import { uuid } from './fields.ts';

/** A chunk of a bulk action. `run` is one for the whole action: sent again, a chunk does nothing twice. */
export const bulkChunk = z.object({
  run: uuid,
  rows: z
    .array(z.looseObject({ id: z.string() }, { error: 'Must be an object' }), { error: 'Must be a list' })
    .min(1, 'Required')
    .max(BULK_CHUNK, `At most ${BULK_CHUNK} rows`)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'Each row once'),
});
