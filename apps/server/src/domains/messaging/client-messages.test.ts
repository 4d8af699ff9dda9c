import { createBinder, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { write } from '../../kernel/operation.ts';
import { createWorld } from '../../testing/harness.ts';
import { clientMessages } from './client-messages.ts';
import { type ClientMessage, queueClientMessage } from './queue-client-message.ts';
import { settleMessage } from './settle-message.ts';

const queue = write({
  name: 'test.queueForList',
  permission: 'public',
  input: z.custom<ClientMessage>(),
  run: queueClientMessage,
});

async function office() {
  const world = await createWorld('admin', { locale: 'en-GB' });
  const { db } = world.server.services.client;
  const client = (facts: { phone?: string; email?: string } = {}) =>
    createOfficeClient(db, world.tenant.id, {}, facts);
  const binderOf = ({ contactId }: { contactId: string }) =>
    createBinder(db, world.tenant.id, { contactId, receivedBy: world.user.id });
  const settle = (id: string | undefined, error: string | null) =>
    settleMessage(world.server.systemContext('test', world.tenant), {
      id: id ?? '',
      attempt: 1,
      last: true,
      error,
    });
  return { ...world, client, binderOf, settle };
}

describe('notifications.forClient', () => {
  it('tells what was written to the client and how it went, newest first', async () => {
    const w = await office();
    const client = await w.client({ phone: '+972501234567', email: 'dana@example.test' });
    const [one, other] = [await w.binderOf(client), await w.binderOf(client)];
    const { contactId } = client;
    const received = await queue(w.ctx, { contactId, trigger: 'binder_received', binder: one });
    w.server.clock.advance({ hours: 1 });
    const ready = await queue(w.ctx, { contactId, trigger: 'binder_ready_for_pickup', binder: other });
    await w.settle(received?.id, 'No such user');
    const { items } = await clientMessages(w.ctx, { clientRef: client.ref });
    const fallback = items.find(({ channel }) => channel === 'email');
    expect(items.map(({ trigger, status, channel }) => [trigger, status, channel])).toEqual([
      ['binder_received', 'pending', 'email'],
      ['binder_ready_for_pickup', 'pending', 'whatsapp'],
      ['binder_received', 'failed', 'whatsapp'],
    ]);
    expect(items.at(-1)).toEqual({
      id: received?.id,
      trigger: 'binder_received',
      binder: { ref: one.ref, binderNumber: one.binderNumber },
      channel: 'whatsapp',
      to: '+972501234567',
      status: 'failed',
      text: expect.stringContaining(one.binderNumber),
      attempts: 1,
      error: 'No such user',
      fallbackOf: null,
      createdAt: '2026-01-15T10:00:00.000Z',
      sentAt: null,
      failedAt: '2026-01-15T11:00:00.000Z',
    });
    expect(fallback?.fallbackOf).toBe(received?.id);
    await w.settle(ready?.id, null);
    const ofBinder = await clientMessages(w.ctx, { clientRef: client.ref, binderRef: other.ref });
    expect(ofBinder.items).toMatchObject([{ id: ready?.id, status: 'sent', sentAt: expect.any(String) }]);
    w.server.clock.set('2026-01-15T10:00:00Z');
  });

  it('pages without losing or repeating one', async () => {
    const w = await office();
    const client = await w.client();
    for (let i = 0; i < 5; i++) {
      const binder = await w.binderOf(client);
      await queue(w.ctx, { contactId: client.contactId, trigger: 'binder_received', binder });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await clientMessages(w.ctx, { clientRef: client.ref, limit: 2, cursor });
      seen.push(...page.items.map(({ id, status }) => `${status}:${id}`));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(seen.every((one) => one.startsWith('skipped:'))).toBe(true);
  });

  it('is for advisors, and for clients of their own', async () => {
    const [w, other] = await Promise.all([office(), office()]);
    const client = await other.client();
    await expect(clientMessages(w.ctx, { clientRef: client.ref })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(clientMessages(await other.as('member'), { clientRef: client.ref })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await clientMessages(other.ctx, { clientRef: client.ref })).items).toEqual([]);
  });
});
