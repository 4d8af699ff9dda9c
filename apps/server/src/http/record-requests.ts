import type { Context } from 'hono';
import type { RequestRecorder } from '../domains/identity/api-keys/request-recorder.ts';
import type { Env } from './environment.ts';

/** Writes a call of an API key into the key's log: never a body, a query string or a header. */
export function recordRequest(recorder: RequestRecorder, c: Context<Env>, durationMs: number): void {
  const { actor, tenant, now, requestId } = c.get('ctx');
  if (actor.kind !== 'apiKey') return;
  recorder.add({
    tenantId: tenant.id,
    keyId: actor.id,
    at: new Date(now.epochMilliseconds),
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    durationMs,
    requestId,
  });
}
