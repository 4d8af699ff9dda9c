import type { Density, Theme } from '@officina/contracts/preferences';
import type { Role } from '@officina/contracts/roles';

/** A person with a session, in the tenant of the context. */
export interface UserActor {
  kind: 'user';
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  /** Nothing else may be done before the address is verified. */
  mustVerify: boolean;
  locale: string | null;
  theme: Theme | null;
  density: Density | null;
  role: Role;
  /** The client organisation that they belong to; null for everybody but clients. */
  orgId: string | null;
  /** Hash of the session's token; empty for the bearer of an access token, who has no session. */
  sessionId: string;
  sessionExpiresAt: Date;
  /** When they last proved who they are: at sign-in, or since. The bearer of an access token never did. */
  provedAt: Date;
  /** The firm's provider at which they signed in, if it was one. */
  idpId: string | null;
}

/** A program with a key, which does what its owner may and its scopes allow. */
export interface ApiKeyActor {
  kind: 'apiKey';
  id: string;
  userId: string;
  /** The owner's, now. */
  role: Role;
  /** Requests per minute. */
  rateLimit: number;
  /** The permission words that it holds. */
  scopes: readonly string[];
}

/** Who is asking. A closed union: every check must say what it means for each kind. */
export type Actor =
  | UserActor
  | ApiKeyActor
  | { kind: 'visitor' }
  | { kind: 'webhook'; provider: string }
  | { kind: 'system'; job: string };

/** The user behind the request, where a person acts. */
export function userIdOf(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.id;
  return actor.kind === 'apiKey' ? actor.userId : null;
}
