import type { Density, Theme } from './preferences.ts';
import type { Role } from './roles.ts';
import type { IdpKind } from './sso.ts';

/** A tenant that the caller may enter. */
export interface TenantChoiceView {
  id: string;
  subdomain: string;
  name: string;
  role: Role;
  /** The one that the session works in. */
  current: boolean;
}

/** One of the caller's own sessions. Moments are ISO. */
export interface OwnSessionView {
  id: string;
  current: boolean;
  tenantName: string;
  ip: string | null;
  userAgent: string | null;
  createdAt: string;
  expiresAt: string;
}

export interface ProfileView {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  theme: Theme | null;
  density: Density | null;
  emailVerified: boolean;
}

/** Rules that a new password has to meet, in the order in which they are named. */
export const PASSWORD_RULES = [
  { rule: 'length', test: /^.{12,}$/su, message: 'Must be at least 12 characters' },
  { rule: 'lower', test: /\p{Ll}/u, message: 'Must contain a lower-case letter' },
  { rule: 'upper', test: /\p{Lu}/u, message: 'Must contain an upper-case letter' },
  { rule: 'digit', test: /\p{Nd}/u, message: 'Must contain a digit' },
  { rule: 'other', test: /[^\p{Ll}\p{Lu}\p{Nd}]/u, message: 'Must contain another character' },
] as const;

/** Host names that are ours and no business can have. */
export const RESERVED_SUBDOMAINS: readonly string[] = ['www', 'api', 'app', 'admin', 'mail', 'static'];

/** How somebody who is signed in can prove again that it is them. */
export interface ProofWays {
  password: boolean;
  passkey: boolean;
  /** Their firm's, where they sign in anew. */
  provider: { id: string; kind: IdpKind; name: string } | null;
}
