import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type HttpClient, httpClient, type World } from '../../../testing/harness.ts';

const SECRET = expect.stringMatching(/^whsec_[0-9a-f]{64}$/);
const MOMENT = '2026-01-15T10:00:00.000Z';
const NOBODY = '/api/webhooks/00000000-0000-7000-8000-000000000000';

describe('/api/webhooks', () => {
  let world: World;
  let owner: HttpClient;

  beforeAll(async () => {
    world = await createWorld();
    owner = await httpClient(world);
  });

  it('goes from the subscription to its end', async () => {
    expect(await owner.call('GET', '/api/webhooks')).toMatchObject({ status: 200, body: { webhooks: [] } });
    const given = { url: 'https://crm.example/hook', events: ['client.created', 'invoice.paid'] };
    const made = await owner.call('POST', '/api/webhooks', { ...given, metadata: { team: 'a' } });
    const row = { id: expect.any(String), ...given, isActive: true, createdAt: MOMENT, updatedAt: MOMENT };
    expect(made.status).toBe(201);
    expect(made.body).toEqual({ webhook: { ...row, secret: SECRET } });
    const path = `/api/webhooks/${made.body.webhook.id}`;
    expect((await owner.call('GET', '/api/webhooks')).body).toEqual({ webhooks: [row] });
    const test = await owner.call('POST', `${path}/test`);
    expect(test).toMatchObject({ status: 202, body: { deliveryId: expect.any(String) } });
    const whole = { ...row, metadata: { team: 'a' } };
    expect((await owner.call('GET', path)).body).toEqual({
      webhook: whole,
      deliveries: [
        {
          id: test.body.deliveryId,
          event: 'ping',
          status: 'pending',
          attempts: 0,
          responseCode: null,
          error: null,
          createdAt: MOMENT,
          lastAttemptAt: null,
        },
      ],
    });
    const rotated = await owner.call('PATCH', path, { rotateSecret: true, isActive: false, events: ['*'] });
    expect(rotated.body).toEqual({
      webhook: {
        ...whole,
        events: ['*'],
        isActive: false,
        updatedAt: expect.any(String),
        secret: SECRET,
      },
    });
    expect(rotated.body.webhook.secret).not.toBe(made.body.webhook.secret);
    expect(await owner.call('DELETE', path)).toMatchObject({
      status: 200,
      body: { message: 'Webhook deleted' },
    });
    expect(await owner.call('GET', path)).toMatchObject({ status: 404 });
  });

  it('names what is wrong with a subscription', async () => {
    const faults = async (body: object) => {
      const answer = await owner.call('POST', '/api/webhooks', body);
      return [answer.status, answer.body.details];
    };
    const events = ['ping'];
    expect(await faults({ url: 'https://x.example', events: ['client.made'] })).toEqual([
      400,
      [{ field: 'events.0', message: 'Unknown event: client.made' }],
    ]);
    expect(await faults({ url: 'https://x.example', events: ['*', 'ping'] })).toEqual([
      400,
      [{ field: 'events', message: '* stands alone' }],
    ]);
    expect(await faults({ events: [] })).toMatchObject([400, [{ field: 'url' }, { field: 'events' }]]);
    expect(await faults({ url: 'http://x.example', events })).toMatchObject([400, [{ field: 'url' }]]);
    expect(await faults({ url: 'https://u:p@x.example', events })).toMatchObject([400, [{ field: 'url' }]]);
    expect(await faults({ url: 'https://10.0.0.1', events })).toMatchObject([400, [{ field: 'url' }]]);
  });

  it('tells who may, and of nothing that is not there', async () => {
    const gone = { status: 404, body: { error: 'Webhook not found', code: 'NOT_FOUND' } };
    for (const path of [NOBODY, '/api/webhooks/x']) {
      expect(await owner.call('GET', path)).toMatchObject(gone);
      expect(await owner.call('PATCH', path, { isActive: true })).toMatchObject(gone);
      expect(await owner.call('DELETE', path)).toMatchObject(gone);
    }
    expect(await owner.call('PATCH', NOBODY, {})).toMatchObject({ status: 400 });
    const member = await httpClient(world, 'member');
    expect((await member.call('GET', '/api/webhooks')).body).toEqual({
      error: 'Insufficient permissions',
      code: 'FORBIDDEN',
    });
    const visitor = await httpClient(world, 'visitor');
    expect(await visitor.call('GET', '/api/webhooks')).toMatchObject({
      status: 401,
      body: { error: 'Authentication required', code: 'UNAUTHORIZED' },
    });
  });

  it('takes twenty of one person, however many at once', async () => {
    const fresh = await httpClient(await createWorld());
    const add = () => fresh.call('POST', '/api/webhooks', { url: 'https://x.example', events: ['*'] });
    const answers = await Promise.all(Array.from({ length: 22 }, add));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({
      error: 'At most 20 webhooks',
      code: 'WEBHOOK_LIMIT',
    });
  });
});
