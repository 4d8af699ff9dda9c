import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { write } from '../../kernel/operation.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { createStudioClient } from '../studio/clients/create-client.ts';
import { removeStudioClient } from '../studio/clients/remove-client.ts';
import { createStudioInvoice } from '../studio/invoices/create-invoice.ts';
import { scheduleOverdue, tellOverdueInvoices } from '../studio/invoices/tell-overdue.ts';
import { createProject } from '../studio/projects/create-project.ts';
import { updateProject } from '../studio/projects/update-project.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { getWebhook, listDeliveries } from './get-webhook.ts';
import { redeliver, testWebhook } from './send-again.ts';
import { BACKOFF } from './settle-delivery.ts';
import { updateWebhook } from './update-webhook.ts';

interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A receiver on this machine that answers as it is told. */
let server: Server;
let url = '';
let received: Received[] = [];
let answer: { status: number; text?: string; headers?: Record<string, string> } = { status: 200 };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(answer.status, answer.headers).end(answer.text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => new Promise((done) => server.close(done)));

let world: World;
beforeEach(async () => {
  world = await createWorld();
  received = [];
  answer = { status: 200 };
});

const sql = () => world.server.services.client.sql;

/** Runs the delivery jobs of the world that are queued, as often as there were before the call. */
async function deliver(): Promise<void> {
  const jobs = await sql()<{ payload: Record<string, unknown> }[]>`
    with taken as (delete from graphile_worker._private_jobs
      where payload->>'tenantId' = ${world.tenant.id} and payload->>'deliveryId' is not null returning id, payload)
    select payload from taken order by id`;
  const ctx = world.server.systemContext('deliver-webhook', world.tenant);
  for (const { payload } of jobs) await deliverWebhook(ctx, payload, { attempt: 1, last: false });
}

const logOf = async (id: string) => (await listDeliveries(world.ctx, { id })).items;
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text);
const rawKey = (secret: string) => Buffer.from(secret.slice('whsec_'.length), 'base64');

describe('a delivery', () => {
  it('carries the row as programs read it, signed in both ways', async () => {
    const { secret, id } = await createWebhook(world.ctx, { url, events: ['client.created'] });
    const client = await createStudioClient(world.ctx, { name: 'Acme', tags: ['a'] });
    await createProject(world.ctx, { name: 'no event of this subscription' });
    await deliver();
    expect(received).toHaveLength(1);
    const { headers = {}, body = '' } = received[0] ?? {};
    const event = JSON.parse(body);
    expect(event).toEqual({
      id: expect.any(String),
      event: 'client.created',
      timestamp: '2026-01-15T10:00:00.000Z',
      data: expect.objectContaining({
        id: client.id,
        name: 'Acme',
        tags: ['a'],
        created_at: client.createdAt,
      }),
    });
    const seconds = String(Date.parse('2026-01-15T10:00:00Z') / 1000);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-webhook-event': 'client.created',
      'x-webhook-signature': `t=${seconds},v1=${hmac(secret, `${seconds}.${body}`).digest('hex')}`,
      'webhook-id': event.id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${hmac(rawKey(secret), `${event.id}.${seconds}.${body}`).digest('base64')}`,
    });
    const [logged] = await logOf(id);
    expect(logged).toMatchObject({
      id: headers['x-webhook-delivery'],
      status: 'success',
      attempts: 1,
      responseCode: 200,
      error: null,
    });
    const stored = await sql()`select secret from webhook_subscriptions where tenant_id = ${world.tenant.id}`;
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6));
  });

  it('exists if and only if the change does', async () => {
    await createWebhook(world.ctx, { url, events: ['*'] });
    const fails = write({
      name: 'test.createThenFail',
      permission: 'public',
      input: z.object({}),
      async run(ctx) {
        await createStudioClient(ctx, { name: 'x' });
        throw new Error('rolled back on purpose');
      },
    });
    await expect(fails(world.ctx, {})).rejects.toThrow('on purpose');
    await deliver();
    expect(received).toEqual([]);
    expect(await sql()`select 1 from webhook_deliveries where tenant_id = ${world.tenant.id}`).toHaveLength(
      0,
    );
  });

  it('is tried again after each wait with the same id, and given up after the last', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['client.created'] });
    answer = { status: 500, text: `\u0000oops${'x'.repeat(2000)}` };
    await createStudioClient(world.ctx, { name: 'x' });
    const from = world.server.clock.now().epochMilliseconds;
    for (const seconds of BACKOFF) {
      await deliver();
      const [row] = await logOf(id);
      const wait = (Date.parse(row?.nextAttemptAt ?? '') - from) / 1000;
      expect(row).toMatchObject({ status: 'retrying', responseCode: 500, error: 'Answered 500' });
      expect(row?.responseBody).toHaveLength(1000);
      expect(wait).toBeGreaterThanOrEqual(seconds * 0.9);
      expect(wait).toBeLessThanOrEqual(seconds * 1.1);
    }
    const jobs = await sql()`select run_at from graphile_worker._private_jobs
      where payload->>'tenantId' = ${world.tenant.id} and payload->>'deliveryId' is not null`;
    expect(new Date(jobs[0]?.run_at).getTime() - from).toBeGreaterThan(28_800_000 * 0.89);
    await deliver();
    expect((await logOf(id))[0]).toMatchObject({ status: 'failed', attempts: 8, nextAttemptAt: null });
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received).toHaveLength(8);
    await deliver();
    expect(received).toHaveLength(8);
    expect((await getWebhook(world.ctx, { id })).webhook).toMatchObject({ failures: 1, successRate: 0 });
  });

  it('is sent once more when asked, and arrives', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['client.created'] });
    answer = { status: 410 };
    await createStudioClient(world.ctx, { name: 'x' });
    await deliver();
    const [lost] = await logOf(id);
    await expect(redeliver(world.ctx, { id: lost?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await updateWebhook(world.ctx, { id, isActive: true });
    answer = { status: 204 };
    await redeliver(world.ctx, { id: lost?.id ?? '' });
    await expect(redeliver(world.ctx, { id: lost?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await deliver();
    expect((await logOf(id))[0]).toMatchObject({ id: lost?.id, status: 'success', attempts: 1 });
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('follows no redirect', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['*'] });
    answer = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } };
    await testWebhook(world.ctx, { id });
    await deliver();
    expect(received).toHaveLength(1);
    expect((await logOf(id))[0]).toMatchObject({ event: 'ping', status: 'retrying', error: 'Answered 302' });
  });
});

describe('a subscription', () => {
  it('has two signatures for a day after a new secret, and then one', async () => {
    const { id, secret: old } = await createWebhook(world.ctx, { url, events: ['*'] });
    const { secret = '' } = await updateWebhook(world.ctx, { id, rotateSecret: true });
    expect(secret).not.toBe(old);
    const signatures = async () => {
      received = [];
      await testWebhook(world.ctx, { id });
      await deliver();
      const { headers = {}, body = '' } = received[0] ?? {};
      const t = headers['webhook-timestamp'];
      const content = `${headers['webhook-id']}.${t}.${body}`;
      expect(headers['x-webhook-signature']).toBe(`t=${t},v1=${hmac(secret, `${t}.${body}`).digest('hex')}`);
      return [old, secret].map((each) =>
        headers['webhook-signature']
          ?.split(' ')
          .includes(`v1,${hmac(rawKey(each), content).digest('base64')}`),
      );
    };
    expect(await signatures()).toEqual([true, true]);
    world.server.clock.advance({ hours: 25 });
    expect(await signatures()).toEqual([false, true]);
    world.server.clock.advance({ hours: -25 });
  });

  it('is switched off by 410 at once, with a notice to its owner', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['client.created'] });
    answer = { status: 410 };
    await createStudioClient(world.ctx, { name: 'x' });
    await deliver();
    const { webhook } = await getWebhook(world.ctx, { id });
    expect(webhook).toMatchObject({ isActive: false, pausedReason: 'The receiver answered 410 Gone' });
    const told =
      await sql()`select kind, params, user_id from notifications where tenant_id = ${world.tenant.id}`;
    expect(told).toMatchObject([{ kind: 'webhook.disabled', params: { url }, user_id: world.user.id }]);
    await createStudioClient(world.ctx, { name: 'y' });
    await deliver();
    expect(received).toHaveLength(1);
    await expect(testWebhook(world.ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is switched off by 20 lost deliveries in a row, which one success forgets', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['client.created'] });
    answer = { status: 500 };
    await sql()`update webhook_subscriptions set failures = 18 where tenant_id = ${world.tenant.id}`;
    const lose = async () => {
      await createStudioClient(world.ctx, { name: 'x' });
      for (let i = 0; i <= BACKOFF.length; i++) await deliver();
    };
    await lose();
    expect((await getWebhook(world.ctx, { id })).webhook).toMatchObject({ isActive: true, failures: 19 });
    await lose();
    expect((await getWebhook(world.ctx, { id })).webhook).toMatchObject({ isActive: false, failures: 20 });
    const entries = await sql()`select reason from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'webhook.disabled'`;
    expect(entries).toEqual([{ reason: '20 deliveries in a row failed' }]);
    expect(await updateWebhook(world.ctx, { id, isActive: true })).toMatchObject({
      isActive: true,
      failures: 0,
    });
  });

  it('of a freelancer hears of what the freelancer made, one of a removed member of nothing', async () => {
    const freelancer = await world.as('freelancer');
    await createWebhook(freelancer, { url, events: ['*'] });
    const manager = await world.as('manager');
    await createWebhook(manager, { url, events: ['*'] });
    await createStudioClient(world.ctx, { name: 'of the firm' });
    await createStudioClient(freelancer, { name: 'own' });
    await deliver();
    expect(received.map(({ body }) => JSON.parse(body).data.name)).toEqual(['of the firm', 'own', 'own']);
    if (manager.actor.kind !== 'user') throw new Error('a person');
    await sql()`update members set removed_at = now() where tenant_id = ${world.tenant.id} and user_id = ${manager.actor.id}`;
    received = [];
    await createStudioClient(world.ctx, { name: 'of the firm' });
    await deliver();
    expect(received).toEqual([]);
    await expect(createWebhook(await world.as('member'), { url, events: ['*'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('takes its pending deliveries with it', async () => {
    const { id } = await createWebhook(world.ctx, { url, events: ['*'] });
    await createStudioClient(world.ctx, { name: 'x' });
    await deleteWebhook(world.ctx, { id });
    await deliver();
    expect(received).toEqual([]);
  });

  it('hears of each event of clients, projects and invoices', async () => {
    await createWebhook(world.ctx, { url, events: ['*'] });
    const client = await createStudioClient(world.ctx, { name: 'x' });
    const project = await createProject(world.ctx, { name: 'p' });
    await updateProject(world.ctx, { id: project.id, status: 'completed' });
    const items = [{ description: 'x', rate: 0 }];
    await createStudioInvoice(world.ctx, { clientId: client.id, items, status: 'sent' });
    const other = await createStudioClient(world.ctx, { name: 'y' });
    await removeStudioClient(world.ctx, { id: other.id });
    await expect(removeStudioClient(world.ctx, { id: client.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await deliver();
    expect(received.map(({ headers }) => headers['x-webhook-event'])).toEqual([
      'client.created',
      'project.created',
      'project.updated',
      'project.completed',
      'invoice.created',
      'invoice.sent',
      'invoice.paid',
      'client.created',
      'client.deleted',
    ]);
  });

  it('hears of an overdue invoice once for ever', async () => {
    await createWebhook(world.ctx, { url, events: ['invoice.overdue'] });
    const { id: clientId } = await createStudioClient(world.ctx, { name: 'x' });
    const items = [{ description: 'x', rate: 1 }];
    await createStudioInvoice(world.ctx, { clientId, items, status: 'sent', dueDate: '2026-01-14' });
    await createStudioInvoice(world.ctx, { clientId, items, status: 'sent', dueDate: '2026-01-15' });
    await scheduleOverdue(world.server.systemContext('order', world.tenant));
    const ordered = await sql()`select 1 from graphile_worker._private_jobs
      where payload->>'tenantId' = ${world.tenant.id} and key like 'tell-overdue%'`;
    expect(ordered).toHaveLength(1);
    const ctx = world.server.systemContext('tell', world.tenant);
    for (let i = 0; i < 2; i++) await tellOverdueInvoices(ctx, {}, { attempt: 1, last: false });
    await deliver();
    expect(received.map(({ body }) => JSON.parse(body).data)).toMatchObject([
      { invoice_number: 'INV-000001', status: 'overdue', total: 1 },
    ]);
  });
});
