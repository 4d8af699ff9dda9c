import type { ApiKeyStore } from '../domains/identity/api-keys/api-key-store.ts';
import { bearerOf, isAccessToken } from '../domains/identity/api-keys/key-token.ts';
import type { BearerFacts, BearerStore } from '../domains/identity/bearer-store.ts';
import type { SessionFacts, SessionStore } from '../domains/identity/session-store.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Tenant } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';

/** Who asks, by the credential that the path takes. */
export interface Identity {
  actor: Actor;
  /** The credential's tenant; null for a visitor. */
  tenant: Tenant | null;
  /** Set when a cookie said who asks. */
  session: SessionFacts | null;
  /** Why a credential was not good enough, for operations that need one. */
  refusal: AppError | null;
}

const visitor: Identity = { actor: { kind: 'visitor' }, tenant: null, session: null, refusal: null };

/** Who stands behind facts that are remembered from request to request. */
const actors = new WeakMap<SessionFacts | BearerFacts, Actor>();

function userActor(facts: SessionFacts | BearerFacts): Actor {
  let actor = actors.get(facts);
  if (!actor) {
    actor = {
      kind: 'user',
      ...facts.user,
      role: facts.role,
      orgId: facts.orgId,
      sessionExpiresAt: facts.expiresAt,
      ...('id' in facts
        ? { sessionId: facts.id, provedAt: facts.provedAt, idpId: facts.idpId }
        : { sessionId: '', provedAt: new Date(0), idpId: null }),
    };
    actors.set(facts, actor);
  }
  return actor;
}

/** The studio's paths, of which one is the office's too: there an access token says that the office is meant. */
const BY_KEY = /^\/api\/v1\/(clients|(projects|invoices)(\/.*)?)\/?$/;
const BY_KEY_ALONE = /^\/api\/v1\/(projects|invoices)(\/|$)/;

export interface Credentials {
  sessions: SessionStore;
  bearers: BearerStore;
  keys: ApiKeyStore;
}

async function identifyProgram(
  path: string,
  authorization: string | null,
  ip: string | null,
  { bearers, keys }: Credentials,
): Promise<Identity> {
  const token = bearerOf(authorization);
  if (token === null || (isAccessToken(token) && !BY_KEY_ALONE.test(path))) {
    const facts = await bearers.resolve(authorization);
    return { actor: userActor(facts), tenant: facts.tenant, session: null, refusal: null };
  }
  const facts = isAccessToken(token) ? null : await keys.resolve(token, ip);
  if (facts) return { ...facts, session: null, refusal: null };
  throw new AppError('UNAUTHORIZED', BY_KEY.test(path) ? undefined : 'Invalid or expired token');
}

/**
 * The paths of programs (`/api/v1`) take bearer tokens and API keys only, all others the session cookie; `/trpc` takes either. So a
 * page that a signed-in person visits can never act through the programs' paths.
 */
export async function identify(
  path: string,
  headers: Headers,
  ip: string | null,
  stores: Credentials,
): Promise<Identity> {
  const authorization = headers.get('authorization');
  if (path.startsWith('/api/v1/') || (authorization !== null && path.startsWith('/trpc/'))) {
    try {
      return await identifyProgram(path, authorization, ip, stores);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...visitor, refusal: error };
    }
  }
  const cookie = headers.get('cookie');
  const session = cookie ? await stores.sessions.resolve(cookie) : null;
  return session ? { actor: userActor(session), tenant: session.tenant, session, refusal: null } : visitor;
}
