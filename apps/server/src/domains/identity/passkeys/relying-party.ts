import type { Ctx } from '../../../kernel/context.ts';

/** By which authenticators know us: the host that people see, unless the installation says otherwise. */
export const rpIdOf = ({ services: { config }, origins }: Ctx): string =>
  config.webauthnRpId ?? new URL(origins[0] ?? config.publicUrl).hostname;

/** What their owners read. */
export const RP_NAME = 'Officina';

/** COSE numbers of EdDSA, ES256 and RS256, the preferred one first. */
export const ALGORITHMS = [-8, -7, -257] as const;

export const CEREMONY_MS = 60_000;
