import { signIn as signInBody, signUp as signUpBody } from '@officina/contracts/identity-inputs';
import { portalRoleOf } from '@officina/contracts/role-words';
import type { Role } from '@officina/contracts/roles';
import { z } from 'zod';
import { currentSession } from '../../../domains/identity/session.ts';
import { signIn } from '../../../domains/identity/sign-in.ts';
import { signOut } from '../../../domains/identity/sign-out.ts';
import { signUp } from '../../../domains/tenancy/sign-up.ts';
import { row } from '../../row.ts';
import { id, moment } from './wire.ts';

const tag = 'Authentication';

/** The role words of this surface; a role that it does not know prints its own word. */
function roleWord(role: Role): string {
  if (role === 'owner' || role === 'admin') return 'OWNER';
  return role === 'member' ? 'USER' : role.toUpperCase();
}

const userShape = z.strictObject({ id, email: z.string(), name: z.string(), tenantId: id, role: z.string() });
const signedIn = z.strictObject({ user: userShape, expires: moment });
/** The portal's contract asks the same path for more of its people. */
const knownSession = z.strictObject({
  user: userShape.extend({
    image: z.string().nullable(),
    portalRole: z.string().nullable(),
    orgId: id.nullable(),
  }),
  expires: moment,
});

export const authRows = [
  row({
    method: 'POST',
    path: '/auth/signin',
    summary: 'Sign in with e-mail and password; sets the session cookie',
    tag,
    operation: signIn,
    body: signInBody,
    answer: 'bare',
    session: { open: (view) => view.token },
    present: ({ user, expires }) => ({ data: { user: { ...user, role: roleWord(user.role) }, expires } }),
    response: signedIn,
  }),
  row({
    method: 'POST',
    path: '/auth/signup',
    // Without that key it is the studio's sign-up.
    claims: async (request) => 'subdomain' in ((await request.body()) ?? {}),
    summary: 'Open a business with its owner; no session is opened',
    tag,
    operation: signUp,
    body: signUpBody,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: { success: true, ...view } }),
    response: z.strictObject({
      success: z.literal(true),
      user: z.strictObject({ id, email: z.string(), tenantId: id }),
      tenant: z.strictObject({ id, subdomain: z.string(), name: z.string() }),
    }),
  }),
  row({
    method: 'POST',
    path: '/auth/signout',
    summary: 'End the session',
    tag,
    operation: signOut,
    answer: 'bare',
    session: 'close',
    present: (view) => ({ data: view }),
    response: z.strictObject({ success: z.literal(true) }),
  }),
  row({
    method: 'GET',
    path: '/auth/session',
    summary: 'The session of the caller, or an empty object',
    tag,
    operation: currentSession,
    answer: 'bare',
    present: (session) => ({
      data: session
        ? {
            user: {
              id: session.user.id,
              email: session.user.email,
              name: session.user.name,
              tenantId: session.tenant.id,
              role: roleWord(session.role),
              image: null,
              portalRole: portalRoleOf(session.role),
              orgId: session.orgId,
            },
            expires: session.expires,
          }
        : {},
    }),
    response: z.union([knownSession, z.strictObject({})]),
  }),
];
