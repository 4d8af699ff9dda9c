import type { SessionView } from '@officina/contracts/boot';
import type { Role } from '@officina/contracts/roles';
import type { Db } from '@officina/db/client';
import type { Clock } from '../../kernel/clock.ts';
import type { Tenant } from '../../kernel/context.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { absoluteEnd, aheadOf, createLucia } from './lucia-sessions.ts';
import { sessionCookies } from './session-cookies.ts';

/** What a valid session says; `fresh` asks the door to send the cookie again with its new end. */
export interface SessionFacts {
  id: string;
  user: SessionView['user'];
  tenant: Tenant;
  role: Role;
  orgId: string | null;
  expiresAt: Date;
  provedAt: Date;
  idpId: string | null;
  fresh: boolean;
}

const TTL_MS = 10_000;
const MAX_ENTRIES = 10_000;

/**
 * Sessions by cookie token, remembered for ten seconds and forgotten at once when another process says so. By the token
 * itself: hashing it took as long as all else that a remembered session costs, and every request carries it anyway.
 */
export class SessionStore {
  readonly #lucia;
  readonly #cookies;
  readonly #clock;
  readonly #cache = new Map<string, { facts: SessionFacts; until: number }>();
  /** Grows with each forgetting: what was read before it must not be remembered after it. */
  #forgotten = 0;

  constructor(db: Db, clock: Clock, { secureCookies, https }: { secureCookies: boolean; https: boolean }) {
    this.#lucia = createLucia(db, clock, secureCookies);
    this.#cookies = sessionCookies(https);
    this.#clock = clock;
  }

  /** The session of a cookie header, or null. `id` is the token's hash, never the token. */
  async resolve(cookieHeader: string): Promise<SessionFacts | null> {
    for (const token of this.#cookies.tokensOf(cookieHeader)) {
      const facts = await this.#sessionOf(token);
      if (facts) return facts;
    }
    return null;
  }

  async #sessionOf(token: string): Promise<SessionFacts | null> {
    const cached = this.#cache.get(token);
    const now = this.#clock.now().epochMilliseconds;
    if (cached && now < Math.min(cached.until, cached.facts.expiresAt.getTime())) return cached.facts;
    const before = this.#forgotten;
    const { session, user } = await this.#lucia.validateSession(token);
    if (!session) {
      this.#cache.delete(token);
      return null;
    }
    const { tenant, role, orgId, ...rest } = user;
    const idleEnd = session.expiresAt.getTime() - aheadOf(this.#clock);
    const expiresAt = new Date(Math.min(idleEnd, absoluteEnd(session.createdAt).getTime()));
    const { provedAt, idpId } = session;
    const facts: SessionFacts = {
      id: hashSecret(token),
      user: rest,
      tenant,
      role,
      orgId,
      expiresAt,
      provedAt,
      idpId,
      fresh: false,
    };
    if (before === this.#forgotten) {
      if (this.#cache.size >= MAX_ENTRIES) this.#cache.clear();
      this.#cache.set(token, { facts, until: now + TTL_MS });
    }
    return { ...facts, fresh: session.fresh };
  }

  /** The cookies of a request that was let in, with their new end. */
  renewed(cookieHeader: string, { id }: SessionFacts): readonly string[] {
    const token = this.#cookies.tokensOf(cookieHeader).find((one) => hashSecret(one) === id);
    return token ? this.cookies(token) : [];
  }

  cookies(token: string): readonly string[] {
    return this.#cookies.written(this.#lucia.createSessionCookie(token));
  }

  blankCookies(): readonly string[] {
    return this.#cookies.written(this.#lucia.createBlankSessionCookie());
  }

  /** Drops what a committed change made stale: `user:<id>`, `session:<hash>` or `tenant:<id>`. */
  forget(topic: string): void {
    this.#forgotten++;
    const [kind, id] = topic.split(':');
    for (const [token, { facts }] of this.#cache) {
      const concerned = { session: facts.id, user: facts.user.id, tenant: facts.tenant.id }[kind ?? ''];
      if (concerned === id) this.#cache.delete(token);
    }
  }

  forgetAll(): void {
    this.#forgotten++;
    this.#cache.clear();
  }
}
