import type { Case } from './foreign-inputs.ts';
import { type ForeignRows, MARK } from './foreign-world.ts';

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const person = missing(({ clientId }) => ({ id: clientId }));
const invitation = missing(({ clientInvitationId }) => ({ id: clientInvitationId }));

/** Cases of the people of client organisations. */
export const PEOPLE_CASES: Record<string, Case> = {
  'people.disable': person,
  'people.enable': person,
  'people.invite': missing(({ orgId }) => ({ email: 'x@example.test', orgId })),
  'people.list': ['blind', ({ orgId }) => ({ q: MARK, orgId })],
  'people.resendInvitation': invitation,
  'people.revokeInvitation': invitation,
  'people.update': missing(({ clientId }) => ({ id: clientId, role: 'client_admin' })),
};
