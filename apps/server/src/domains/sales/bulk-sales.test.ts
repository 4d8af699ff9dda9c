import type { BulkResult, Matches } from '@officina/contracts/bulk';
import { createContact } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { operations } from '../../kernel/operation.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import './invoices/invoices.router.ts';
import './quotes/quotes.router.ts';

const bulk = (name: string, ctx: Ctx, rows: object[], run: string = crypto.randomUUID()) =>
  operations.get(name)?.(ctx, { run, rows }) as Promise<BulkResult>;
const matches = (name: string, ctx: Ctx, filter: object) =>
  operations.get(name)?.(ctx, filter) as Promise<Matches>;
const codes = ({ results }: BulkResult) => results.map(({ ok, error }) => (ok ? 'ok' : error?.code));

async function sale(world: World) {
  const { db } = world.server.services.client;
  const contact = await createContact(db, world.tenant.id, { email: 'anna@example.fr' });
  const silent = await createContact(db, world.tenant.id, { email: null });
  const quote = (facts: object, of = contact) => createQuote(db, world.tenant.id, of.id, facts);
  const invoice = (facts: object, of = contact) => createInvoice(db, world.tenant.id, of.id, facts);
  return { contact, silent, quote, invoice };
}

const mailsOf = async (world: World) =>
  (
    await world.server.services.client
      .sql`select id from outbox_messages where tenant_id = ${world.tenant.id}`
  ).length;

it('sends the quotes that can be sent, each once however often the chunk comes', async () => {
  const world = await createWorld('manager');
  const { quote, silent } = await sale(world);
  const good = await quote({ validUntil: '2026-12-31' });
  const past = await quote({ validUntil: '2026-01-01' });
  const lost = await quote({ validUntil: '2026-12-31' }, silent);
  const rows = [good, past, lost].map(({ id }) => ({ id, channel: 'email' }));
  const run = crypto.randomUUID();
  const expected = ['ok', 'QUOTE_EXPIRED', 'VALIDATION_ERROR'];
  expect(codes(await bulk('quotes.sendMany', world.ctx, rows, run))).toEqual(expected);
  expect(codes(await bulk('quotes.sendMany', world.ctx, rows, run))).toEqual(expected);
  expect(await mailsOf(world)).toBe(1);
});

it('reminds of what is issued and open, and of nothing else', async () => {
  const world = await createWorld();
  const { invoice } = await sale(world);
  const open = await invoice({ status: 'sent', issueDate: '2025-11-01', dueDate: '2025-12-01' });
  const draft = await invoice({ status: 'draft' });
  const { items } = await matches('invoices.matches', world.ctx, { status: 'overdue' });
  expect(items.map(({ id }) => id)).toEqual([open.id]);
  const rows = [open, draft].map(({ id }) => ({ id, channel: 'email' }));
  expect(codes(await bulk('invoices.remindMany', world.ctx, rows))).toEqual([
    'ok',
    'INVALID_STATUS_TRANSITION',
  ]);
  expect(await mailsOf(world)).toBe(1);
});

it('issues many drafts with consecutive numbers', async () => {
  const world = await createWorld();
  const { invoice } = await sale(world);
  const drafts = await Promise.all(Array.from({ length: 8 }, () => invoice({ status: 'draft' })));
  const rows = drafts.map(({ id }) => ({ id, status: 'sent' }));
  expect(await bulk('invoices.setStatusMany', world.ctx, rows)).toMatchObject({ succeeded: 8, failed: 0 });
  const { sql } = world.server.services.client;
  const numbers = await sql`select number_seq from invoices where tenant_id = ${world.tenant.id} order by 1`;
  expect(numbers.map((row) => row.number_seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('deletes the quotes that no invoice came of, and brings them back', async () => {
  const world = await createWorld();
  const { quote, invoice, contact } = await sale(world);
  const free = await quote({ status: 'sent', validUntil: '2026-12-31' });
  const sold = await quote({ status: 'accepted' });
  await invoice({ quoteId: sold.id, status: 'sent' });
  const found = await matches('quotes.matches', world.ctx, { contactId: contact.id });
  expect(found.items).toHaveLength(2);
  const rows = found.items.map(({ id }) => ({ id }));
  expect(codes(await bulk('quotes.deleteMany', world.ctx, rows))).toEqual(
    rows.map(({ id }) => (id === free.id ? 'ok' : 'DOCUMENT_LOCKED')),
  );
  expect(await bulk('quotes.restoreMany', world.ctx, [{ id: free.id }])).toMatchObject({ succeeded: 1 });
});

it('refuses whoever may not do it to one', async () => {
  const world = await createWorld('member');
  const { quote } = await sale(world);
  const rows = [{ id: (await quote({})).id, channel: 'email' }];
  await expect(bulk('quotes.sendMany', world.ctx, rows)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
