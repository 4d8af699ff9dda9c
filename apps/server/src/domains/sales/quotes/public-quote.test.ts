import { createContact, createMember } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { tasks } from '../../../jobs/registry.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld } from '../../../testing/harness.ts';
import { addQuote, quoteIn, type SalesWorld, salesWorld } from '../testing/sales-world.ts';
import { answerQuote } from './answer-quote.ts';
import { convertQuote } from './convert-quote.ts';
import { createQuote } from './create-quote.ts';
import { deleteQuote } from './delete-quote.ts';
import { publicQuote, publicQuotePdf } from './public-quote.ts';
import { getQuote } from './quote-reads.ts';
import { sendQuote } from './send-quote.ts';
import { setQuoteStatus } from './set-quote-status.ts';
import { updateQuote } from './update-quote.ts';

const outboxOf = (world: SalesWorld) =>
  world.server.services.client
    .sql`select * from outbox_messages where tenant_id = ${world.tenant.id} order by created_at, id`;

/** Sends by e-mail and takes the token out of the message, as the client's browser does. */
async function send(world: SalesWorld, id: string): Promise<string> {
  await sendQuote(world.ctx, { id, channel: 'email' });
  const message = (await outboxOf(world)).at(-1);
  const [, token = ''] = /\/q\/(\S+)/.exec(message?.text as string) ?? [];
  return token;
}

/** Somebody from outside: no session, and whatever tenant the host names. */
const visitor = (ctx: Ctx, elsewhere: Ctx): Ctx => ({
  ...ctx,
  tenant: elsewhere.tenant,
  actor: { kind: 'visitor' },
});

async function sentQuote() {
  const world = await salesWorld();
  const { id } = await addQuote(world);
  const token = await send(world, id);
  const client = visitor(world.ctx, (await createWorld()).ctx);
  return { world, id, token, client };
}

describe('sending a quote', () => {
  it('queues the message with PDF and link, marks the quote, and tells the timeline', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    const sent = await sendQuote(world.ctx, { id, channel: 'email' });
    expect(sent).toMatchObject({ status: 'sent', sentAt: '2026-01-15T10:00:00.000Z' });
    const [message] = await outboxOf(world);
    expect(message).toMatchObject({
      channel: 'email',
      to: 'jean.martin@example.fr',
      subject: 'Votre devis 2026-001',
      attachments: [{ filename: 'devis-2026-001.pdf', quoteId: id }],
      contact_id: world.contactId,
    });
    expect(message?.text).toMatch(
      /^Bonjour Jean,\n\nVeuillez trouver votre devis 2026-001 d’un montant de 360,00.€/,
    );
    expect(message?.text).toMatch(/\nhttp:\/\/localhost:3000\/q\/[0-9a-f]{32}\.[\w-]{32}$/);
    expect(await world.activities()).toMatchObject([
      {
        type: 'QUOTE_SENT',
        description: 'Devis 2026-001 envoyé',
        metadata: { quote_id: id, channel: 'email' },
      },
    ]);
    expect((await world.journal()).map(({ verb }) => verb)).toContain('quote.sent');
    expect(JSON.stringify(await world.journal())).not.toContain('/q/');
  });

  it('takes another address, subject and text, and adds the link to it', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await sendQuote(world.ctx, {
      id,
      channel: 'email',
      to: 'Compta@Client.fr ',
      subject: 'Pneus',
      body: 'Bonjour !',
    });
    await sendQuote(world.ctx, { id, channel: 'whatsapp' });
    const [mail, chat] = await outboxOf(world);
    expect(mail).toMatchObject({ to: 'compta@client.fr', subject: 'Pneus' });
    expect(mail?.text).toMatch(/^Bonjour !\n\n.*\nhttp/);
    expect(chat).toMatchObject({ channel: 'whatsapp', to: '+33612345678', subject: null, attachments: [] });
  });

  it('speaks English for a firm that does', async () => {
    const world = await salesWorld('owner', { locale: 'en-GB', currency: 'GBP' });
    const { id } = await addQuote(world);
    await sendQuote(world.ctx, { id, channel: 'email' });
    expect((await outboxOf(world))[0]).toMatchObject({ subject: 'Your quote 2026-001' });
  });

  it('refuses wrong and missing addresses, line breaks in headers, and sends nothing then', async () => {
    const world = await salesWorld();
    const nobody = await createContact(world.server.services.client.db, world.tenant.id);
    const { id } = await createQuote(world.ctx, {
      contactId: nobody.id,
      lines: [{ description: 'x', quantity: 1, unitPriceCents: 1 }],
    });
    const sending = (more: object) => sendQuote(world.ctx, { id, channel: 'email', ...more });
    await expect(sending({})).rejects.toMatchObject({
      details: [{ field: 'to', message: 'The customer has no e-mail address' }],
    });
    await expect(sending({ to: 'x' })).rejects.toMatchObject({ details: [{ field: 'to' }] });
    await expect(sending({ channel: 'whatsapp', to: '0612345678' })).rejects.toMatchObject({
      details: [{ field: 'to', message: 'Phone number must start with +' }],
    });
    await expect(sending({ to: 'a@b.fr', subject: 'x\r\nBcc: evil@example.org' })).rejects.toMatchObject({
      details: [{ field: 'subject' }],
    });
    expect(await outboxOf(world)).toHaveLength(0);
    expect(await getQuote(world.ctx, { id })).toMatchObject({ status: 'draft' });
  });

  it('is refused for quotes that are over or answered, to members and to strangers', async () => {
    for (const [state, code] of [
      ['expired', 'QUOTE_EXPIRED'],
      ['accepted', 'INVALID_STATUS_TRANSITION'],
      ['rejected', 'INVALID_STATUS_TRANSITION'],
      ['converted', 'INVALID_STATUS_TRANSITION'],
    ] as const) {
      const world = await salesWorld();
      const id = await quoteIn(world, state);
      await expect(sendQuote(world.ctx, { id, channel: 'email' })).rejects.toMatchObject({ code });
    }
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await expect(sendQuote(await world.as('member'), { id, channel: 'email' })).rejects.toMatchObject({
      details: { permission: 'quotes.send' },
    });
    const foreign = await createWorld();
    await expect(sendQuote(foreign.ctx, { id, channel: 'email' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is delivered with the PDF of then', async () => {
    const { world } = await sentQuote();
    const [message] = await outboxOf(world);
    const delivered: { attachments: { filename: string; bytes: Buffer }[] }[] = [];
    const system = world.server.systemContext('send-message', world.tenant);
    const mail = {
      name: 'test',
      async send(sent: (typeof delivered)[number]) {
        delivered.push(sent);
        return { providerId: '1' };
      },
    };
    const ctx = { ...system, services: { ...system.services, mail } };
    await tasks['send-message']?.(ctx, { messageId: message?.id }, { attempt: 1, last: false });
    expect(delivered[0]?.attachments[0]?.filename).toBe('devis-2026-001.pdf');
    expect(delivered[0]?.attachments[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the link', () => {
  it('shows the quote to whoever holds it, without ids of the firm’s records', async () => {
    const { world, token, client } = await sentQuote();
    expect(await publicQuote(client, { token })).toEqual({
      number: '2026-001',
      status: 'sent',
      issueDate: '2026-01-15',
      validUntil: '2026-02-14',
      buyerName: 'Jean Martin',
      subtotalCents: 30_000,
      vatCents: 6_000,
      totalCents: 36_000,
      currency: 'EUR',
      locale: 'fr-FR',
      seller: { name: world.tenant.name, address: null, phone: null, email: null, website: null },
      answeredBy: null,
    });
    const file = await publicQuotePdf(client, { token });
    expect(file).toMatchObject({ filename: 'devis-2026-001.pdf', contentType: 'application/pdf' });
    expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('dies with a new sending, reopening, expiry, conversion and deletion', async () => {
    const ways: ((world: SalesWorld, id: string) => Promise<unknown>)[] = [
      send,
      (world, id) => updateQuote(world.ctx, { id, reopen: true }),
      async (world) => world.server.clock.set('2026-02-15T10:00:00.000Z'),
      (world, id) => convertQuote(world.ctx, { id }),
      (world, id) => deleteQuote(world.ctx, { id }),
    ];
    for (const way of ways) {
      const { world, id, token, client } = await sentQuote();
      await way(world, id);
      const now = { ...client, now: world.ctx.now };
      for (const call of [
        () => publicQuote(now, { token }),
        () => publicQuotePdf(now, { token }),
        () => answerQuote(now, { token, answer: 'accepted', name: 'Jean' }),
      ])
        await expect(call()).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    }
  });

  it('is dead for anything else', async () => {
    const { token, client, world } = await sentQuote();
    const other = `${(await createWorld()).tenant.id.replaceAll('-', '')}${token.slice(32)}`;
    for (const wrong of [
      '',
      'x',
      token.slice(0, -1),
      `${token}x`,
      other,
      token.toUpperCase(),
      `${token.slice(0, -1)}\u0000`,
    ]) {
      const refused = await publicQuote(client, { token: wrong }).catch((error) => error.code);
      expect(['INVALID_TOKEN', 'VALIDATION_ERROR'], wrong).toContain(refused);
    }
    const { sql } = world.server.services.client;
    const [row] = await sql`select public_token_hash from quotes where tenant_id = ${world.tenant.id}`;
    expect(row?.public_token_hash).not.toContain(token);
  });
});

describe('the client’s answer', () => {
  it('accepts once, with the typed name, and tells owner and author', async () => {
    const world = await salesWorld();
    const author = await world.as('member');
    const { id } = await addQuote(world, author);
    const token = await send(world, id);
    const client = visitor(world.ctx, (await createWorld()).ctx);
    const accept = () => answerQuote(client, { token, answer: 'accepted', name: 'Jean Martin' });
    const answers = await Promise.all([accept(), accept()]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'accepted', answeredBy: 'Jean Martin' });
    expect(await getQuote(world.ctx, { id })).toMatchObject({
      status: 'accepted',
      answeredBy: 'Jean Martin',
    });
    expect((await world.activities()).slice(1)).toEqual([
      {
        type: 'NOTE_ADDED',
        description: 'Devis 2026-001 accepté par Jean Martin',
        metadata: { quote_id: id, quote_number: '2026-001', event: 'quote_accepted', name: 'Jean Martin' },
      },
    ]);
    const { sql } = world.server.services.client;
    const told =
      await sql`select user_id, kind, params, link from notifications where tenant_id = ${world.tenant.id}`;
    const authorId = author.actor.kind === 'user' ? author.actor.id : '';
    expect(told.map((row) => row.user_id).sort()).toEqual([world.user.id, authorId].sort());
    expect(told[0]).toMatchObject({
      kind: 'quote.answered',
      params: { number: '2026-001', answer: 'accepted', name: 'Jean Martin' },
      link: `/quotes/${id}`,
    });
    const entries = await sql`select actor_kind, actor_id from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'quote.accepted'`;
    expect(entries).toMatchObject([{ actor_kind: 'visitor', actor_id: null }]);
  });

  it('rejects with a reason, after which only the firm can change it', async () => {
    const { world, id, token, client } = await sentQuote();
    await answerQuote(client, { token, answer: 'rejected', name: 'Jean', reason: 'Trop cher' });
    expect(await getQuote(world.ctx, { id })).toMatchObject({
      status: 'rejected',
      rejectionReason: 'Trop cher',
    });
    await expect(answerQuote(client, { token, answer: 'accepted', name: 'Jean' })).rejects.toMatchObject({
      code: 'INVALID_STATUS_TRANSITION',
      details: { from: 'REJECTED', to: 'ACCEPTED', allowed: [] },
    });
    await expect(answerQuote(client, { token, answer: 'rejected', name: ' ' })).rejects.toMatchObject({
      details: [{ field: 'name' }],
    });
  });

  it('is a visitor’s, also when somebody of another firm is signed in', async () => {
    const { world, token } = await sentQuote();
    const foreign = await createWorld();
    await answerQuote({ ...foreign.ctx, now: world.ctx.now }, { token, answer: 'accepted', name: 'Jean' });
    const { sql } = world.server.services.client;
    const entries = await sql`select actor_kind, actor_id from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'quote.accepted'`;
    expect(entries).toMatchObject([{ actor_kind: 'visitor', actor_id: null }]);
    const strangers = await sql`select verb from journal_entries where tenant_id = ${foreign.tenant.id}`;
    expect(strangers).toHaveLength(0);
  });

  it('against the firm’s own change at the same moment: the quote ends in one of the two', async () => {
    for (let round = 0; round < 4; round++) {
      const { world, id, token, client } = await sentQuote();
      const answer = () => answerQuote(client, { token, answer: 'accepted', name: 'Jean' });
      const mark = () => setQuoteStatus(world.ctx, { id, status: 'rejected' });
      await Promise.allSettled(round % 2 ? [answer(), mark()] : [mark(), answer()]);
      // The firm may still reject what was accepted; the client cannot accept what was rejected.
      expect(await getQuote(world.ctx, { id })).toMatchObject({ status: 'rejected' });
    }
  });

  it('tells nobody who has left', async () => {
    const world = await salesWorld();
    const { db, sql } = world.server.services.client;
    const left = await createMember(db, world.tenant.id, 'owner');
    await sql`update members set removed_at = now() where tenant_id = ${world.tenant.id} and user_id = ${left.id}`;
    const { id } = await addQuote(world);
    const token = await send(world, id);
    await answerQuote(visitor(world.ctx, world.ctx), { token, answer: 'accepted', name: 'Jean' });
    const told = await sql`select user_id from notifications where tenant_id = ${world.tenant.id}`;
    expect(told.map((row) => row.user_id)).toEqual([world.user.id]);
  });
});
