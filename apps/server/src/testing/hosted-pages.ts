import { expect } from 'vitest';
import { type HttpAnswer, httpClient, type World } from './harness.ts';

/** A card that the sandbox takes, and who holds it. */
export const CARD = { name: 'Ada', expiry: '12 / 40', cvc: '123', number: '4242 4242 4242 4242' };
export const DECLINED = { ...CARD, number: '4000 0000 0000 0002' };

/** Sends the form of a hosted page of the sandbox, which our own server shows. */
export async function sendForm(
  world: World,
  url: string,
  fields: Record<string, string>,
): Promise<HttpAnswer> {
  const visitor = await httpClient(world, 'visitor');
  const { pathname } = new URL(url);
  const page = await visitor.call('GET', pathname);
  expect(page.status).toBe(200);
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page.body) ?? [];
  const [, subscription = ''] = /name="subscription" value="([^"]+)"/.exec(page.body) ?? [];
  const body = new URLSearchParams({ token, subscription, ...fields }).toString();
  return visitor.call('POST', pathname, body, { 'content-type': 'application/x-www-form-urlencoded' });
}

/** Waits until the sandbox's webhooks have been delivered. */
export const webhooksArrived = async (world: World): Promise<void> => {
  await (await world.server.sandbox?.())?.settled();
};

/** What happens while our webhooks refuse whatever the sandbox sends. */
export async function withoutWebhooks<T>(world: World, during: () => Promise<T>): Promise<T> {
  const { webhookSecrets } = world.server.services;
  const { payments } = webhookSecrets;
  webhookSecrets.payments = 'whsec_changed_in_between';
  const result = await during();
  await webhooksArrived(world);
  webhookSecrets.payments = payments;
  return result;
}
