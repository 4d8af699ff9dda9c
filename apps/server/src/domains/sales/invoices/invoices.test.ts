import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice as invoiceFactory } from '@officina/db/factories-sales';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { addDraft, addIssued, invoiceIn } from '../testing/invoice-world.ts';
import { exampleLines, oneLine, type SalesWorld, salesWorld } from '../testing/sales-world.ts';
import { createInvoice } from './create-invoice.ts';
import { deleteInvoice } from './delete-invoice.ts';
import { listInvoices, pageInvoices } from './invoice-list.ts';
import { getInvoice } from './invoice-reads.ts';
import { remindInvoice } from './remind-invoice.ts';
import { setInvoiceStatus } from './set-invoice-status.ts';
import { updateInvoice } from './update-invoice.ts';

describe('a draft invoice', () => {
  it('is made without a number, and read as it was answered', async () => {
    const world = await salesWorld('accountant');
    const { db } = world.server.services.client;
    const vehicle = await createVehicle(db, world.tenant.id, world.contactId);
    const made = await createInvoice(world.ctx, {
      contactId: world.contactId,
      vehicleId: vehicle.id,
      lines: exampleLines,
      notes: 'Merci',
    });
    expect(made).toMatchObject({
      kind: 'invoice',
      number: null,
      status: 'draft',
      issueDate: '2026-01-15',
      dueDate: '2026-02-14',
      totalCents: 36_000,
      vehicle: { id: vehicle.id },
      abilities: {
        edit: true,
        issue: true,
        delete: true,
        cancel: true,
        pay: false,
        credit: false,
        remind: false,
      },
    });
    expect(await getInvoice(world.ctx, { id: made.id })).toEqual(made);
    expect(await world.journal()).toMatchObject([{ verb: 'invoice.created', after: { totalCents: 36_000 } }]);
  });

  it('is refused for wrong parties, a due date in the past, members and strangers', async () => {
    const world = await salesWorld();
    const create = (more: object, ctx = world.ctx) =>
      createInvoice(ctx, { contactId: world.contactId, lines: exampleLines, ...more });
    const { db } = world.server.services.client;
    const other = await createContact(db, world.tenant.id);
    const vehicle = await createVehicle(db, world.tenant.id, other.id);
    await expect(create({ vehicleId: vehicle.id })).rejects.toMatchObject({
      details: [{ field: 'vehicleId' }],
    });
    await expect(create({ dueDate: '2026-01-14' })).rejects.toMatchObject({
      details: [{ field: 'dueDate' }],
    });
    await expect(create({}, await world.as('member'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(create({}, (await createWorld()).ctx)).rejects.toMatchObject({
      message: 'Contact not found',
    });
    expect(await world.journal()).toHaveLength(0);
  });

  it('is edited and deleted, with its content left in the journal', async () => {
    const world = await salesWorld();
    const { id, version } = await addDraft(world);
    const edited = await updateInvoice(world.ctx, {
      id,
      version,
      lines: oneLine(5000, 10),
      dueDate: '2026-03-01',
      notes: 'x',
    });
    expect(edited).toMatchObject({ totalCents: 5500, mixedRates: true, dueDate: '2026-03-01', version: 2 });
    await expect(updateInvoice(world.ctx, { id, version, notes: 'y' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await updateInvoice(world.ctx, { id, notes: 'x' })).toEqual(edited);
    await deleteInvoice(world.ctx, { id });
    await expect(getInvoice(world.ctx, { id })).rejects.toMatchObject({ message: 'Invoice not found' });
    expect((await world.journal()).slice(1)).toMatchObject([
      { verb: 'invoice.updated', before: { totalCents: 36_000 }, after: { totalCents: 5500 } },
      {
        verb: 'invoice.deleted',
        before: { totalCents: 5500, notes: 'x', lines: [{ unitPriceCents: 5000 }] },
      },
    ]);
  });

  it('is the only thing that can be edited or deleted', async () => {
    const locked = { code: 'DOCUMENT_LOCKED' };
    for (const state of ['sent', 'partly paid', 'paid', 'cancelled', 'cancelled after issue'] as const) {
      const world = await salesWorld();
      const id = await invoiceIn(world, state);
      await expect(updateInvoice(world.ctx, { id, notes: 'x' }), state).rejects.toMatchObject(locked);
      await expect(deleteInvoice(world.ctx, { id }), state).rejects.toMatchObject(locked);
    }
  });

  it('is not for members, nor for strangers', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    const member = await world.as('member');
    const foreign = (await createWorld()).ctx;
    await expect(updateInvoice(member, { id, notes: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(deleteInvoice(member, { id })).rejects.toMatchObject({
      details: { permission: 'invoices.delete' },
    });
    await expect(updateInvoice(foreign, { id, notes: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(deleteInvoice(foreign, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getInvoice(foreign, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('listing invoices', () => {
  async function filled(): Promise<SalesWorld> {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const add = (facts: object) => invoiceFactory(db, world.tenant.id, world.contactId, facts);
    await add({ issueDate: '2025-12-01', dueDate: '2025-12-31' });
    for (let i = 0; i < 3; i++) await add({ issueDate: '2026-01-15' });
    await add({ issueDate: '2026-01-10', status: 'paid' });
    await add({ issueDate: '2026-01-15', status: 'draft' });
    await add({ issueDate: '2026-01-15', status: 'draft' });
    await add({ issueDate: '2026-01-12', kind: 'credit_note' });
    await add({ issueDate: '2026-01-11', kind: 'engagement', number: null, dueDate: '2026-01-20' });
    return world;
  }

  it('shows drafts of a day first, then its numbers downwards, and credit notes apart', async () => {
    const world = await filled();
    const { items, total } = await listInvoices(world.ctx, {});
    expect(items.map(({ number, issueDate }) => `${issueDate} ${number}`)).toEqual([
      '2026-01-15 null',
      '2026-01-15 null',
      '2026-01-15 2026-003',
      '2026-01-15 2026-002',
      '2026-01-15 2026-001',
      '2026-01-11 null',
      '2026-01-10 2026-004',
      '2025-12-01 2025-001',
    ]);
    expect(total).toBe(8);
    const notes = await listInvoices(world.ctx, { kind: 'credit_note' });
    expect(notes.items).toMatchObject([{ kind: 'credit_note', abilities: { pay: false, cancel: false } }]);
    expect(items[5]).toMatchObject({ kind: 'engagement', abilities: { pay: false, cancel: false } });
  });

  it('pages by cursor in every order without overlap or gap', async () => {
    const world = await filled();
    for (const sort of ['issueDate', 'dueDate'] as const) {
      for (const dir of ['asc', 'desc'] as const) {
        const whole = (await listInvoices(world.ctx, { sort, dir })).items.map(({ id }) => id);
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listInvoices>> = await listInvoices(world.ctx, {
            sort,
            dir,
            limit: 1,
            cursor,
          });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen, `${sort} ${dir}`).toEqual(whole);
        expect(seen).toHaveLength(8);
      }
    }
    await expect(listInvoices(world.ctx, { cursor: 'x' })).rejects.toMatchObject({
      details: [{ field: 'cursor' }],
    });
  });

  it('filters by derived state, customer, dates and words, and tells what was paid', async () => {
    const world = await filled();
    const found = async (filters: object) =>
      (await listInvoices(world.ctx, filters)).items.map(({ number }) => number);
    expect(await found({ status: 'overdue' })).toEqual(['2025-001']);
    expect(await found({ status: 'paid' })).toEqual(['2026-004']);
    expect(await found({ status: 'draft' })).toEqual([null, null]);
    expect(await found({ status: 'sent' })).toEqual(['2026-003', '2026-002', '2026-001', null]);
    expect(await found({ from: '2026-01-10', to: '2026-01-14' })).toEqual([null, '2026-004']);
    expect(await found({ search: '2025-' })).toEqual(['2025-001']);
    expect(await found({ search: 'MARTIN 2026-004' })).toEqual(['2026-004']);
    expect(await found({ search: 'dupont' })).toEqual([]);
    expect(await found({ contactId: world.tenant.id })).toEqual([]);
    const [paid] = (await listInvoices(world.ctx, { status: 'paid' })).items;
    expect(paid).toMatchObject({ paidCents: 12_000, abilities: { credit: true, undoPayment: true } });
  });

  it('numbers pages with true totals, also past the end', async () => {
    const world = await filled();
    const page = await pageInvoices(world.ctx, { page: 3, limit: 3 });
    expect(page).toMatchObject({ page: 3, limit: 3, total: 8 });
    expect(page.items.map(({ number }) => number)).toEqual(['2026-004', '2025-001']);
    expect(await pageInvoices(world.ctx, { page: 9, limit: 3 })).toMatchObject({ items: [], total: 8 });
    await expect(pageInvoices(await world.as('learner'), { page: 1, limit: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('reminding', () => {
  const outboxOf = (world: SalesWorld) =>
    world.server.services.client.sql`select * from outbox_messages where tenant_id = ${world.tenant.id}`;

  it('mails what is open with the invoice, and tells the timeline', async () => {
    const world = await salesWorld();
    const id = await invoiceIn(world, 'partly paid');
    world.server.clock.set('2026-02-24T10:00:00.000Z');
    await remindInvoice(world.ctx, { id, channel: 'email' });
    const [message] = await outboxOf(world);
    expect(message).toMatchObject({
      to: 'jean.martin@example.fr',
      subject: 'Rappel : facture 2026-001',
      attachments: [{ filename: 'facture-2026-001.pdf', invoiceId: id }],
    });
    expect(message?.text).toMatch(
      /échue le 14 février 2026 \(depuis 10 jours\), reste à régler pour 260,00.€/,
    );
    expect((await world.activities()).at(-1)).toMatchObject({
      type: 'EMAIL_SENT',
      description: 'Rappel de la facture 2026-001 envoyé',
      metadata: { invoice_id: id },
    });
    expect((await world.journal()).map(({ verb }) => verb)).toContain('invoice.reminded');
  });

  it('is refused for what is not issued or already paid, to members and to strangers', async () => {
    const world = await salesWorld();
    for (const state of ['draft', 'paid', 'cancelled'] as const) {
      const id = await invoiceIn(world, state);
      await expect(remindInvoice(world.ctx, { id, channel: 'whatsapp' })).rejects.toMatchObject({
        code: 'INVALID_STATUS_TRANSITION',
      });
    }
    const { id } = await addIssued(world);
    await expect(remindInvoice(await world.as('member'), { id, channel: 'email' })).rejects.toMatchObject({
      details: { permission: 'invoices.send' },
    });
    const foreign = await createWorld();
    await expect(remindInvoice(foreign.ctx, { id, channel: 'email' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await outboxOf(world)).toHaveLength(0);
  });
});

describe('what issuing keeps', () => {
  it('is the price list of the draft, not the settings of the day', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    await world.server.services.client
      .sql`update tenant_settings set default_vat_rate = 5, version = version + 1
      where tenant_id = ${world.tenant.id}`;
    expect(await setInvoiceStatus(world.ctx, { id, status: 'sent' })).toMatchObject({ totalCents: 36_000 });
  });
});
