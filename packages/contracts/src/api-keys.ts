/** What a key may do of what its owner may: the reading words, the writing words. */
export const KEY_SCOPES = ['read', 'write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Requests in a minute, unless the key says otherwise. */
export const KEY_RATE_LIMIT = 100;

/** How long calls of programs stay in their log. */
export const REQUEST_LOG_DAYS = 30;

export interface ApiKeyView {
  id: string;
  name: string;
  /** Its first characters, by which people tell their keys apart. */
  prefix: string;
  scopes: KeyScope[];
  rateLimit: number;
  /** Whose rights it has. */
  owner: { id: string; name: string };
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  abilities: { revoke: boolean };
}

/** A call that a program made: nothing of what it sent or was answered. */
export interface ApiRequestView {
  id: string;
  at: string;
  method: string;
  /** Without the query. */
  path: string;
  status: number;
  durationMs: number;
  /** As it stands on the answer and in the journal. */
  requestId: string;
  key: { id: string; name: string; prefix: string };
}
