import { z } from 'zod';
import { portalId, portalText } from './portal-fields.ts';
import { PURGED_ENTITIES } from './purge.ts';

export const purge = z.object({
  entityType: z.enum(PURGED_ENTITIES),
  entityId: portalId,
  reason: portalText(5, 1000),
  /** Compared as typed by the operation. */
  confirm: z.string({ error: 'Required' }).max(200),
});
