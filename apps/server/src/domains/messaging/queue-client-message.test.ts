import { createBinder, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld } from '../../testing/harness.ts';
import { type ClientMessage, queueClientMessage } from './queue-client-message.ts';

const queue = write({
  name: 'test.queueClientMessage',
  permission: 'public',
  input: z.custom<ClientMessage>(),
  run: queueClientMessage,
});

const HEBREW = { name: 'Levi Tax Advisers', timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' };

async function world(facts: Parameters<typeof createWorld>[1] = HEBREW) {
  const made = await createWorld('admin', facts);
  const { db, sql } = made.server.services.client;
  return {
    ...made,
    async binderOf(contact: { phone?: string; email?: string }, receivedAt = '2026-01-15') {
      const client = await createOfficeClient(db, made.tenant.id, {}, { displayName: 'דנה כהן', ...contact });
      return createBinder(db, made.tenant.id, {
        contactId: client.contactId,
        receivedBy: made.user.id,
        binderNumber: 'BND-001',
        receivedAt,
      });
    },
    rows: () =>
      sql`select id, channel, "to", status, trigger, binder_id, contact_id, subject, text, html, created_by, created_at
        from outbox_messages where tenant_id = ${made.tenant.id} order by id`,
    journal: () =>
      sql`select verb, contact_id, subject_id, after from journal_entries where tenant_id = ${made.tenant.id} order by xid, id`,
    jobs: () =>
      sql`select payload, max_attempts from graphile_worker._private_jobs where payload->>'tenantId' = ${made.tenant.id}`,
  };
}

type Binder = Awaited<ReturnType<Awaited<ReturnType<typeof world>>['binderOf']>>;

const told = (ctx: Ctx, binder: Binder, trigger: 'binder_received' | 'binder_overdue' = 'binder_received') =>
  queue(ctx, { contactId: binder.contactId, trigger, binder });

describe('a message to a client', () => {
  it('goes to the telephone, with the country code that a local number lacks', async () => {
    const w = await world();
    const binder = await w.binderOf({ phone: '050-123 4567', email: 'dana@example.test' });
    const made = await told(w.ctx, binder);
    expect(made).toEqual({ id: expect.any(String), status: 'queued' });
    expect(await w.rows()).toEqual([
      {
        id: made?.id,
        channel: 'whatsapp',
        to: '+972501234567',
        status: 'queued',
        trigger: 'binder_received',
        binder_id: binder.id,
        contact_id: binder.contactId,
        subject: null,
        html: null,
        text: 'שלום דנה כהן,\n\nקיבלנו את התיק שלך, מספר BND-001, בתאריך 15 בינואר 2026. מועד ההחזרה הצפוי: 15 באפריל 2026.\n\nLevi Tax Advisers',
        created_by: w.user.id,
        created_at: '2026-01-15 10:00:00+00',
      },
    ]);
    expect(await w.journal()).toEqual([
      {
        verb: 'notification.queued',
        contact_id: binder.contactId,
        subject_id: made?.id,
        after: { trigger: 'binder_received', channel: 'whatsapp' },
      },
    ]);
    expect(await w.jobs()).toEqual([
      { payload: { messageId: made?.id, tenantId: w.tenant.id }, max_attempts: 3 },
    ]);
  });

  it('goes by e-mail without a telephone, written from right to left in Hebrew', async () => {
    const w = await world();
    const binder = await w.binderOf({ email: 'dana@example.test' });
    await told(w.ctx, binder);
    expect(await w.rows()).toMatchObject([
      {
        channel: 'email',
        to: 'dana@example.test',
        subject: 'קיבלנו את התיק שלך – Levi Tax Advisers',
        html: expect.stringMatching(/^<div lang="he" dir="rtl">שלום דנה כהן,<br>/),
      },
    ]);
  });

  it('is kept as skipped with neither, and taken up once the client can be reached', async () => {
    const w = await world();
    const binder = await w.binderOf({}, '2025-10-01');
    const skipped = await told(w.ctx, binder, 'binder_overdue');
    expect(skipped?.status).toBe('skipped');
    expect(await w.rows()).toMatchObject([{ id: skipped?.id, channel: null, to: null, status: 'skipped' }]);
    expect(await w.jobs()).toEqual([]);
    expect(await told(w.ctx, binder, 'binder_overdue')).toBeNull();
    await w.server.services.client.sql`update contacts set phone = '0501234567'
      where tenant_id = ${w.tenant.id} and id = ${binder.contactId}`;
    w.server.clock.set('2026-01-16T08:00:00Z');
    expect(await told(w.ctx, binder, 'binder_overdue')).toEqual({ id: skipped?.id, status: 'queued' });
    expect(await told(w.ctx, binder, 'binder_overdue')).toBeNull();
    expect(await w.rows()).toMatchObject([
      {
        channel: 'whatsapp',
        to: '+972501234567',
        status: 'queued',
        text: expect.stringContaining('17 ימים'),
        created_at: '2026-01-16 08:00:00+00',
      },
    ]);
    expect((await w.journal()).map(({ verb }) => verb)).toEqual([
      'notification.skipped',
      'notification.queued',
    ]);
    expect(await w.jobs()).toHaveLength(1);
    w.server.clock.set('2026-01-15T10:00:00Z');
  });

  it('is written once for a binder and a trigger, whatever runs in parallel', async () => {
    const w = await world();
    const binder = await w.binderOf({ phone: '+972501234567' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => told(w.ctx, binder)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    await told(w.ctx, binder, 'binder_overdue');
    expect(await w.rows()).toHaveLength(2);
    expect(await w.jobs()).toHaveLength(2);
    expect(await w.journal()).toHaveLength(2);
  });

  it('is written as often as somebody asks when it concerns no binder', async () => {
    const w = await world({ ...HEBREW, locale: 'en-GB' });
    const { contactId } = await w.binderOf({ email: 'dana@example.test' });
    const reminder = { contactId, trigger: 'manual_payment_reminder' } as const;
    const owed = [
      { amountMinor: 150_000, currency: 'ILS' },
      { amountMinor: 20_050, currency: 'EUR' },
    ];
    await queue(w.ctx, { ...reminder, text: null, owed });
    await queue(w.ctx, { ...reminder, text: 'Please pay me.', owed });
    expect((await w.rows()).map(({ text }) => text)).toEqual([
      'Hello דנה כהן,\n\nAccording to our books ₪1,500 and €200.50 is still to be paid. Thank you for settling it soon.\n\nLevi Tax Advisers',
      'Please pay me.',
    ]);
  });

  it('knows no contact of another tenant', async () => {
    const [w, other] = await Promise.all([world(), world()]);
    const binder = await other.binderOf({ phone: '+972501234567' });
    await expect(told(w.ctx, binder)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
