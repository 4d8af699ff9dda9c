import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { write } from '../../kernel/operation.ts';
import type { MessageReceipt, TextMessage } from '../../providers/messaging/port.ts';
import { createWorld } from '../../testing/harness.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { queueClientMessage } from './queue-client-message.ts';
import { queueMessage } from './queue-message.ts';
import { type RenderAttachment, sendMessage } from './send-message.ts';

const queue = write({
  name: 'test.queueText',
  permission: 'public',
  input: z.object({ channel: z.enum(['whatsapp', 'sms']), to: z.string(), text: z.string() }),
  run: queueMessage,
});
const remind = write({
  name: 'test.remindClient',
  permission: 'public',
  input: z.object({ contactId: z.string() }),
  run: (ctx, { contactId }) =>
    queueClientMessage(ctx, { contactId, trigger: 'manual_payment_reminder', text: 'Please pay', owed: [] }),
});

const noDocuments: RenderAttachment = async () => {
  throw new Error('no documents here');
};

async function phones(answer: (message: TextMessage) => Promise<MessageReceipt>) {
  const world = await createWorld('admin', { name: 'Levi Tax', locale: 'en-GB' });
  const { db, sql } = world.server.services.client;
  const sent: TextMessage[] = [];
  const job = world.server.systemContext('send-message', world.tenant);
  const messaging = {
    name: 'test',
    send: (message: TextMessage) => {
      sent.push(message);
      return answer(message);
    },
  };
  const ctx = { ...job, services: { ...job.services, messaging } };
  return {
    ...world,
    sent,
    client: (facts: { phone?: string; email?: string }) =>
      createContact(db, world.tenant.id, { source: 'office', ...facts }),
    deliver: (messageId: string | undefined, attempt = 1, last = false) =>
      sendMessage(noDocuments)(ctx, { messageId }, { attempt, last }),
    rows: () => sql`select id, channel, "to", status, attempts, error, provider_id, fallback_of, subject, text,
        sent_at is not null as is_sent, failed_at is not null as has_failed
      from outbox_messages where tenant_id = ${world.tenant.id} order by id`,
    bells: () => sql`select kind, user_id from notifications where tenant_id = ${world.tenant.id}`,
    verbs: async () =>
      (await sql`select verb from journal_entries where tenant_id = ${world.tenant.id} order by xid, id`).map(
        ({ verb }) => verb,
      ),
  };
}

describe('delivering to telephones', () => {
  it.each(['whatsapp', 'sms'] as const)('hands a %s to the messaging system, once', async (channel) => {
    const office = await phones(async () => ({ providerId: 'SM1' }));
    const { id } = await queue(office.ctx, { channel, to: '+33612345678', text: 'Bonjour' });
    await office.deliver(id);
    await office.deliver(id, 2);
    expect(office.sent).toEqual([{ channel, to: '+33612345678', text: 'Bonjour' }]);
    expect(await office.rows()).toMatchObject([
      { channel, status: 'sent', provider_id: 'SM1', attempts: 1, is_sent: true, has_failed: false },
    ]);
  });

  it('writes by e-mail what no telephone took in three tries', async () => {
    const office = await phones(async () => {
      throw new Error('Service unavailable');
    });
    const { id: contactId } = await office.client({ phone: '+972501234567', email: 'dana@example.test' });
    const made = await remind(office.ctx, { contactId });
    await expect(office.deliver(made?.id, 1)).rejects.toThrow('Service unavailable');
    await expect(office.deliver(made?.id, 2)).rejects.toThrow('Service unavailable');
    expect(await office.rows()).toMatchObject([{ status: 'queued', attempts: 2 }]);
    await office.deliver(made?.id, 3, true);
    await office.deliver(made?.id, 3, true);
    const [failed, fallback, ...others] = await office.rows();
    expect(others).toEqual([]);
    expect(failed).toMatchObject({
      id: made?.id,
      status: 'failed',
      attempts: 3,
      error: 'Service unavailable',
      has_failed: true,
      fallback_of: null,
    });
    expect(fallback).toMatchObject({
      channel: 'email',
      to: 'dana@example.test',
      status: 'queued',
      fallback_of: made?.id,
      subject: 'Payment reminder – Levi Tax',
      text: 'Please pay',
    });
    await runJobs(office);
    expect(await office.rows()).toMatchObject([{ status: 'failed' }, { status: 'sent' }]);
    expect(await office.bells()).toEqual([]);
    expect(await office.verbs()).toEqual([
      'notification.queued',
      'message.failed',
      'notification.queued',
      'message.sent',
    ]);
  });

  it('does not try again what was refused, and tells the author where there is no other way', async () => {
    const office = await phones(async () => ({ refused: 'Not a WhatsApp user' }));
    const { id: contactId } = await office.client({ phone: '+972501234567' });
    const made = await remind(office.ctx, { contactId });
    await office.deliver(made?.id);
    expect(await office.rows()).toMatchObject([
      { status: 'failed', attempts: 1, error: 'Not a WhatsApp user' },
    ]);
    expect(await office.bells()).toEqual([{ kind: 'message.failed', user_id: office.user.id }]);
  });

  it('never dials what is no telephone number', async () => {
    const office = await phones(async () => ({ providerId: null }));
    const { id: contactId } = await office.client({ phone: 'ask Rina', email: 'dana@example.test' });
    await office.deliver((await remind(office.ctx, { contactId }))?.id);
    expect(office.sent).toEqual([]);
    expect(await office.rows()).toMatchObject([
      { channel: 'whatsapp', status: 'failed' },
      { channel: 'email', status: 'queued' },
    ]);
  });

  it('leaves a failed message that no rule sent to its author', async () => {
    const office = await phones(async () => ({ refused: 'No' }));
    const { id } = await queue(office.ctx, { channel: 'whatsapp', to: '+33612345678', text: 'Devis' });
    await office.deliver(id);
    expect(await office.rows()).toMatchObject([{ status: 'failed' }]);
    expect(await office.bells()).toHaveLength(1);
  });
});
