import { createContact } from '@officina/db/factories';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import type { MailMessage } from '../../providers/mail/port.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { invite } from '../tenancy/invite.ts';
import { readOutbox } from './outbox.ts';
import { type NewMessage, queueMessage } from './queue-message.ts';
import { type RenderAttachment, sendMessage } from './send-message.ts';
import { textAsHtml } from './text-as-html.ts';

const queue = write({
  name: 'test.queueMessage',
  permission: 'public',
  input: z.custom<NewMessage>(),
  run: queueMessage,
});

const mail = {
  channel: 'email',
  to: 'jean@example.fr',
  subject: 'Bonjour',
  text: 'Voici <le> lien :\nhttp://localhost/reset/s3cr3t-token',
} as const;

const noDocuments: RenderAttachment = async () => {
  throw new Error('no documents here');
};

/** The context of a job in the world's tenant, with a mail system that takes (or refuses) messages. */
function jobContext(
  world: World,
  send: (message: MailMessage) => Promise<{ providerId: string | null }>,
): Ctx {
  const ctx = world.server.systemContext('send-message', world.tenant);
  return { ...ctx, services: { ...ctx.services, mail: { name: 'test', send } } };
}

async function journalOf(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, actor_kind, contact_id, after from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, id`;
}

describe('queueing a message', () => {
  it('keeps it with a job and a journal entry, and no text in either', async () => {
    const world = await createWorld();
    const contact = await createContact(world.server.services.client.db, world.tenant.id);
    const { id } = await queue(world.ctx, { ...mail, contactId: contact.id });
    const { items } = await readOutbox(world.ctx, {});
    expect(items).toEqual([
      {
        id,
        channel: 'email',
        to: 'jean@example.fr',
        subject: 'Bonjour',
        text: mail.text,
        html: 'Voici &lt;le&gt; lien :<br>\nhttp://localhost/reset/s3cr3t-token',
        status: 'queued',
        createdAt: '2026-01-15T10:00:00.000Z',
      },
    ]);
    const journal = await journalOf(world);
    expect(journal).toMatchObject([{ verb: 'message.queued', contact_id: contact.id }]);
    expect(JSON.stringify(journal)).not.toContain('s3cr3t');
    const { sql } = world.server.services.client;
    const jobs = await sql`select j.payload from graphile_worker._private_jobs j
      where j.payload->>'tenantId' = ${world.tenant.id}`;
    expect(jobs).toMatchObject([{ payload: { messageId: id, tenantId: world.tenant.id } }]);
  });

  it('refuses what could break out of a header', async () => {
    const world = await createWorld();
    const refused = async (message: Partial<NewMessage>) =>
      expect(queue(world.ctx, { ...mail, ...message }), JSON.stringify(message)).rejects.toMatchObject({
        code: 'VALIDATION_ERROR',
      });
    await refused({ subject: 'a\r\nBcc: x@example.fr' });
    await refused({ subject: 'a\u2028b' });
    await refused({ to: 'a@example.fr, b@example.fr' });
    await refused({ to: 'a@example.fr\r\nBcc: x@example.fr' });
    await refused({ to: '"x" <a@example.fr>' });
    await refused({ channel: 'whatsapp', to: '0612345678' });
    await refused({ attachments: [{ filename: 'a\nb.pdf', quoteId: world.user.id }] });
    expect((await readOutbox(world.ctx, {})).items).toEqual([]);
  });

  it('escapes every text so that its characters stand for themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = textAsHtml(text);
        expect(html.replaceAll('<br>\n', '')).not.toMatch(/[<>"']/);
        const back = html
          .replaceAll('<br>\n', '\n')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(back).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });
});

describe('delivering', () => {
  it('sends the e-mail with its attachments rendered now, once', async () => {
    const world = await createWorld('owner', { name: 'Garage\r\nDupont' });
    const quoteId = '01890000-0000-7000-8000-000000000001';
    const { id } = await queue(world.ctx, { ...mail, attachments: [{ filename: 'devis.pdf', quoteId }] });
    const sent: MailMessage[] = [];
    const task = sendMessage(async (_, what) => ({
      filename: 'other.pdf',
      contentType: 'application/pdf',
      bytes: Buffer.from(what.quoteId ?? ''),
    }));
    const ctx = jobContext(world, async (message) => {
      sent.push(message);
      return { providerId: 'p-1' };
    });
    await task(ctx, { messageId: id }, { attempt: 1, last: false });
    await task(ctx, { messageId: id }, { attempt: 2, last: false });
    expect(sent).toEqual([
      {
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: expect.any(String),
        fromName: 'Garage Dupont',
        replyTo: undefined,
        attachments: [{ filename: 'devis.pdf', contentType: 'application/pdf', bytes: Buffer.from(quoteId) }],
      },
    ]);
    expect((await readOutbox(world.ctx, {})).items).toMatchObject([{ status: 'sent' }]);
    expect((await journalOf(world)).map((entry) => [entry.verb, entry.actor_kind])).toEqual([
      ['message.queued', 'user'],
      ['message.sent', 'system'],
    ]);
  });

  it('tries again until the last time, then tells the author', async () => {
    const world = await createWorld('member');
    const { id } = await queue(world.ctx, mail);
    const task = sendMessage(noDocuments);
    const ctx = jobContext(world, async () => {
      throw new Error('mailbox\u0000full');
    });
    const { sql } = world.server.services.client;
    const state = async () =>
      (
        await sql`select status, attempts, error from outbox_messages where tenant_id = ${world.tenant.id}`
      )[0];
    await expect(task(ctx, { messageId: id }, { attempt: 7, last: false })).rejects.toThrow('mailbox');
    expect(await state()).toMatchObject({ status: 'queued', attempts: 7, error: 'mailbox full' });
    await task(ctx, { messageId: id }, { attempt: 8, last: true });
    expect(await state()).toMatchObject({ status: 'failed', attempts: 8 });
    expect(await journalOf(world)).toMatchObject([
      {},
      { verb: 'message.failed', after: { error: 'mailbox full' } },
    ]);
    const told =
      await sql`select user_id, kind, params from notifications where tenant_id = ${world.tenant.id}`;
    expect(told).toMatchObject([{ user_id: world.user.id, kind: 'message.failed', params: { to: mail.to } }]);
  });

  it('sends the author where a failure is set right', async () => {
    const world = await createWorld();
    const { sql, db } = world.server.services.client;
    const { id: contactId } = await createContact(db, world.tenant.id);
    const invited = 'invited@example.test';
    await invite(world.ctx, { email: invited, role: 'member' });
    const ctx = jobContext(world, async () => {
      throw new Error('mailbox full');
    });
    const linkAfter = async (message: Partial<NewMessage>) => {
      const { id } = await queue(world.ctx, { ...mail, ...message });
      await sendMessage(noDocuments)(ctx, { messageId: id }, { attempt: 8, last: true });
      const told = await sql`delete from notifications where tenant_id = ${world.tenant.id} returning link`;
      return told.map(({ link }) => link);
    };
    expect(await linkAfter({ contactId })).toEqual([`/contacts/${contactId}`]);
    expect(await linkAfter({ to: invited })).toEqual(['/settings/team']);
    expect(await linkAfter({ to: world.user.email })).toEqual(['/settings/account']);
  });

  it('finds nothing of another tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id } = await queue(other.ctx, mail);
    const ctx = jobContext(world, async () => {
      throw new Error('must not be sent');
    });
    await sendMessage(noDocuments)(ctx, { messageId: id }, { attempt: 1, last: false });
    expect((await readOutbox(other.ctx, {})).items).toMatchObject([{ status: 'queued' }]);
  });
});

describe('the outbox', () => {
  it('filters by channel and address, newest first, in the own tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await queue(other.ctx, mail);
    const ids: string[] = [];
    for (const to of ['a@example.fr', 'b@example.fr', 'a@example.fr'])
      ids.push((await queue(world.ctx, { ...mail, to })).id);
    await queue(world.ctx, { channel: 'sms', to: '+33612345678', text: 'x' });
    const found = async (query: Parameters<typeof readOutbox>[1]) =>
      (await readOutbox(world.ctx, query)).items.map((item) => item.id);
    expect(await found({ to: ' A@Example.fr ' })).toEqual([ids[2], ids[0]]);
    expect(await found({ channel: 'email', limit: 1 })).toEqual([ids[2]]);
    expect(await found({ channel: 'sms' })).toHaveLength(1);
    expect(await found({})).toHaveLength(4);
    expect(await found({ q: 'B@EX' })).toEqual([ids[1]]);
    expect(await found({ q: '%' })).toEqual([]);
  });

  it('pages without loss', async () => {
    const world = await createWorld();
    for (let at = 0; at < 5; at++) await queue(world.ctx, { ...mail, to: `p${at}@example.fr` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readOutbox>> = await readOutbox(world.ctx, { limit: 2, cursor });
      seen.push(...page.items.map(({ to }) => to));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([4, 3, 2, 1, 0].map((at) => `p${at}@example.fr`));
  });

  it('is closed to others than owners, and outside of demo mode', async () => {
    const world = await createWorld();
    await expect(readOutbox(await world.as('manager'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const services = { ...world.ctx.services, config: { ...world.ctx.services.config, demo: false } };
    await expect(readOutbox({ ...world.ctx, services }, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
