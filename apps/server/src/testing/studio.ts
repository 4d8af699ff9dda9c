import type { KeyScope } from '@officina/contracts/api-keys';
import { createApiKey } from '../domains/identity/api-keys/create-api-key.ts';
import type { Ctx } from '../kernel/context.ts';
import { type HttpAnswer, httpClient, type World } from './harness.ts';

/** Calls under a new key of somebody: `call` takes the paths of `/api`. */
export async function withKey(
  world: World,
  scopes: KeyScope[] = ['read', 'write'],
  who: Ctx = world.ctx,
  facts: { rateLimit?: number; expiresAt?: string } = {},
) {
  const { id, key } = await createApiKey(who, { name: 'crm', scopes, ...facts });
  const client = await httpClient(world, 'visitor');
  const call = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> =>
    client.call(method, `/api${path}`, body, { authorization: `Bearer ${key}`, ...headers });
  return { id, key, call };
}
