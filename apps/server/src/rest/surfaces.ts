import { carriesKey } from '../domains/identity/api-keys/key-token.ts';
import type { Surface } from './bind.ts';
import type { Failures } from './dialect.ts';
import { academySurface } from './surfaces/academy/surface.ts';
import { filesSurface } from './surfaces/files/surface.ts';
import { garageSurface } from './surfaces/garage/surface.ts';
import { officeSurface } from './surfaces/office/surface.ts';
import { portalSurface } from './surfaces/portal/surface.ts';
import { keyFailures } from './surfaces/studio/dialect.ts';
import { studioSurface } from './surfaces/studio/surface.ts';

/** The published contracts that this system serves. */
export const surfaces: readonly Surface[] = [
  garageSurface,
  officeSurface,
  portalSurface,
  academySurface,
  studioSurface,
  filesSurface,
];

/** Paths whose rows tell errors in words of their own. */
const ownFailures = new Map<string, Failures>(
  surfaces
    .flatMap(({ rows }) => rows)
    .flatMap(({ path, failures, claims }) =>
      failures && !claims ? [[`/api${path}`, failures] as const] : [],
    ),
);

const OFFICE = /^\/(api\/v1|health|info)(\/|$)/;
/** Where a key, good or not, means nobody else. */
const OFFICE_ALONE = /^\/api\/v1\/(auth|binders|charges|dashboard|documents|search)(\/|$)/;
const PORTAL = /^\/api\/(portal|marketplace|partners|inquiry)(\/|$)/;
const ACADEMY =
  /^\/api\/(applications|barber|enrollment|timeclock|checkin|admin\/enrollment-override|program-holder|license|store)(\/|$)/;
const STUDIO =
  /^\/api\/(auth\/(passkeys|sso|permissions|verify-email)|payments|webhooks|v1\/(projects|invoices))(\/|$)/;

function surfaceOf(path: string): Surface {
  if (ACADEMY.test(path)) return academySurface;
  if (STUDIO.test(path)) return studioSurface;
  if (OFFICE.test(path)) return officeSurface;
  return PORTAL.test(path) ? portalSurface : garageSurface;
}

/**
 * In which words a path's failures are told, where no row answers: before its row, or on a path without one. On paths of
 * two contracts a key says that the studio is meant.
 */
export function failuresOf(path: string, authorization?: string): Failures {
  const byKey = path.startsWith('/api/v1/') && !OFFICE_ALONE.test(path) && carriesKey(authorization);
  if (byKey) return keyFailures;
  return ownFailures.get(path) ?? surfaceOf(path).dialect;
}
