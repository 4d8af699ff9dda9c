import type { Role } from '@officina/contracts/roles';
import type { Db, Executor } from '@officina/db/client';
import type { Tenant } from '../../kernel/context.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { createLucia } from './lucia-sessions.ts';

/** What a valid session says; `fresh` asks the door to send the cookie again with its new end. */
export interface SessionFacts {
  id: string;
  user: { id: string; email: string; name: string; locale: string | null; emailVerified: boolean };
  tenant: Tenant;
  role: Role;
  expiresAt: Date;
  fresh: boolean;
}

const TTL_MS = 10_000;
const MAX_ENTRIES = 10_000;

/** Sessions by cookie token, remembered for ten seconds and forgotten at once when another process says so. */
export class SessionStore {
  readonly #lucia;
  readonly #cache = new Map<string, { facts: SessionFacts; until: number }>();

  constructor(db: Db, secureCookies: boolean) {
    this.#lucia = createLucia(db, secureCookies);
  }

  /** The session of a cookie header, or null. `id` is the token's hash, never the token. */
  async resolve(cookieHeader: string): Promise<SessionFacts | null> {
    const token = this.#lucia.readSessionCookie(cookieHeader);
    if (!token) return null;
    const id = hashSecret(token);
    const cached = this.#cache.get(id);
    const now = Date.now();
    if (cached && cached.until > now && cached.facts.expiresAt.getTime() > now) return cached.facts;
    const { session, user } = await this.#lucia.validateSession(token);
    if (!session) {
      this.#cache.delete(id);
      return null;
    }
    const { tenant, role, ...rest } = user;
    const facts: SessionFacts = { id, user: rest, tenant, role, expiresAt: session.expiresAt, fresh: false };
    if (this.#cache.size >= MAX_ENTRIES) this.#cache.clear();
    this.#cache.set(id, { facts, until: now + TTL_MS });
    return { ...facts, fresh: session.fresh };
  }

  tokenOf(cookieHeader: string): string | null {
    return this.#lucia.readSessionCookie(cookieHeader);
  }

  cookie(token: string): string {
    return this.#lucia.createSessionCookie(token).serialize();
  }

  blankCookie(): string {
    return this.#lucia.createBlankSessionCookie().serialize();
  }

  /** Drops what a committed change made stale: `user:<id>`, `session:<hash>` or `tenant:<id>`. */
  forget(topic: string): void {
    const [kind, id] = topic.split(':');
    if (kind === 'session') this.#cache.delete(id ?? '');
    for (const [key, { facts }] of this.#cache) {
      if ((kind === 'user' && facts.user.id === id) || (kind === 'tenant' && facts.tenant.id === id)) {
        this.#cache.delete(key);
      }
    }
  }

  forgetAll(): void {
    this.#cache.clear();
  }
}

/** Opens a session in the operation's transaction; the token is for the cookie alone. */
export async function openSession(
  db: Executor,
  userId: string,
  facts: { activeTenantId: string; createdAt: Date; ip: string | null; userAgent: string | null },
): Promise<{ token: string; expiresAt: Date }> {
  const session = await createLucia(db as Db, false).createSession(userId, facts);
  return { token: session.id, expiresAt: session.expiresAt };
}
