import { createHmac } from 'node:crypto';
import type { HttpAnswer, World } from './harness.ts';
import { httpClient } from './harness.ts';

let made = 0;
/** An id that no other test has. */
export const stripeId = (prefix: string): string =>
  `${prefix}_${process.pid}x${Date.now().toString(36)}x${String(++made).padStart(5, '0')}`;

/** An event as Stripe sends it; `created` in seconds, now when left out. */
export const stripeEvent = (
  world: World,
  type: string,
  object: Record<string, unknown>,
  more: { id?: string; created?: number } = {},
) => ({
  id: stripeId('evt'),
  object: 'event',
  api_version: '2026-10-28.endive',
  created: Math.floor(world.ctx.now.epochMilliseconds / 1000),
  livemode: false,
  type,
  data: { object },
  ...more,
});

/** The header of Stripe for these bytes. */
export function stripeSignature(
  world: World,
  body: string,
  { secret, age = 0 }: { secret?: string; age?: number } = {},
) {
  const key = secret ?? world.server.services.webhookSecrets.payments ?? '';
  const t = Math.floor(world.ctx.now.epochMilliseconds / 1000) - age;
  return `t=${t},v1=${createHmac('sha256', key).update(`${t}.${body}`).digest('hex')}`;
}

/** Delivers an event, signed, as Stripe does. */
export async function deliver(
  world: World,
  event: object,
  path = '/api/webhooks/stripe',
): Promise<HttpAnswer> {
  const body = JSON.stringify(event);
  const client = await httpClient(world, 'visitor');
  return client.call('POST', path, body, { 'stripe-signature': stripeSignature(world, body) });
}
