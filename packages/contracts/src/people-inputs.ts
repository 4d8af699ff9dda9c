import { z } from 'zod';
import { email, keyset } from './fields.ts';
import { PERSON_STATES } from './people.ts';
import { portalId } from './portal-fields.ts';
import { CLIENT_ROLES } from './roles.ts';

const role = z.enum(CLIENT_ROLES, { error: `Must be one of ${CLIENT_ROLES.join(', ')}` });

export const personList = z.object({
  /** Part of a name, an address or the organisation's name. */
  q: z.string().trim().max(100).optional(),
  orgId: portalId.optional(),
  role: role.optional(),
  state: z.enum(PERSON_STATES, { error: `Must be one of ${PERSON_STATES.join(', ')}` }).optional(),
  ...keyset,
});

export const personInvite = z.object({ email, role: role.default('client'), orgId: portalId });

/** Absent leaves a field alone. */
export const personUpdate = z.object({ id: portalId, role: role.optional(), orgId: portalId.optional() });
