import { createContact, createVehicle } from '@officina/db/factories';
import { createQuote as quoteFactory } from '@officina/db/factories-sales';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { deleteContact } from '../../contacts/delete-contact.ts';
import { addQuote, exampleLines, oneLine, quoteIn, salesWorld } from '../testing/sales-world.ts';
import { createQuote } from './create-quote.ts';
import { deleteQuote } from './delete-quote.ts';
import { duplicateQuote } from './duplicate-quote.ts';
import { listQuotes } from './quote-list.ts';
import { getQuote } from './quote-reads.ts';
import { restoreQuote } from './restore-quote.ts';
import { updateQuote } from './update-quote.ts';

describe('creating a quote', () => {
  it('answers what reading it answers, with its number in the journal', async () => {
    const world = await salesWorld('member');
    const { db } = world.server.services.client;
    const vehicle = await createVehicle(db, world.tenant.id, world.contactId);
    const made = await createQuote(world.ctx, {
      contactId: world.contactId,
      vehicleId: vehicle.id,
      lines: [
        { ...exampleLines[0], description: 'Vidange', quantity: 1.5, unitPriceCents: 999, kind: 'labor' },
      ],
      notes: '  ',
    });
    expect(made).toMatchObject({
      number: '2026-001',
      contact: { id: world.contactId, name: 'Jean Martin' },
      vehicle: { id: vehicle.id, licensePlate: 'AB-123-CD' },
      notes: null,
      lines: [{ kind: 'labor', quantity: 1.5, totalCents: 1499 }],
    });
    expect(await getQuote(world.ctx, { id: made.id })).toEqual(made);
    expect(await world.journal()).toMatchObject([
      { verb: 'quote.created', after: { number: '2026-001', totalCents: 1799 } },
    ]);
  });

  it('uses the terms of now, however old those that this process remembers are', async () => {
    const world = await salesWorld();
    const { sql } = world.server.services.client;
    await addQuote(world);
    await sql`update tenant_settings set default_vat_rate = 10, quote_validity_days = 15, version = version + 1
      where tenant_id = ${world.tenant.id}`;
    expect(await addQuote(world)).toMatchObject({
      vatRate: 10,
      validUntil: '2026-01-30',
      number: '2026-002',
    });
  });

  it('refuses customers and vehicles that are gone or somebody else’s, and takes no number', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const [gone, other] = [
      await createContact(db, world.tenant.id),
      await createContact(db, world.tenant.id),
    ];
    await deleteContact(world.ctx, { id: gone.id });
    const vehicle = await createVehicle(db, world.tenant.id, other.id);
    const create = (parties: object) =>
      createQuote(world.ctx, { contactId: world.contactId, lines: exampleLines, ...parties });
    await expect(create({ contactId: gone.id })).rejects.toMatchObject({ message: 'Contact not found' });
    await expect(create({ vehicleId: vehicle.id })).rejects.toMatchObject({
      details: [{ field: 'vehicleId' }],
    });
    const foreign = await createWorld();
    await expect(
      createQuote(foreign.ctx, { contactId: world.contactId, lines: exampleLines }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await create({})).toMatchObject({ number: '2026-001' });
    expect(await world.journal()).toHaveLength(2);
  });
});

describe('editing a quote', () => {
  it('replaces lines and amounts, with both sides in the journal', async () => {
    const world = await salesWorld();
    const { id, version } = await addQuote(world);
    const edited = await updateQuote(world.ctx, { id, version, lines: oneLine(5000), notes: 'Court' });
    expect(edited).toMatchObject({ totalCents: 6000, notes: 'Court', version: 2, number: '2026-001' });
    expect((await world.journal()).at(-1)).toMatchObject({
      verb: 'quote.updated',
      before: { totalCents: 36_000, notes: null },
      after: { totalCents: 6000, notes: 'Court' },
    });
    await expect(updateQuote(world.ctx, { id, version, notes: 'x' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await updateQuote(world.ctx, { id, notes: 'Court' })).toEqual(edited);
    await expect(updateQuote(world.ctx, { id })).rejects.toMatchObject({ details: [{ field: 'body' }] });
  });

  it('lets the lines without a rate of their own follow the document’s', async () => {
    const world = await salesWorld();
    const lines = [...oneLine(10_000), ...oneLine(5000, 5.5)];
    const { id } = await createQuote(world.ctx, { contactId: world.contactId, lines });
    expect(await updateQuote(world.ctx, { id, vatRate: 10 })).toMatchObject({
      vatRate: 10,
      lines: [{ vatRate: 10 }, { vatRate: 5.5 }],
      totalCents: 16_275,
    });
  });

  it('takes a sent or expired quote back to draft only when asked to', async () => {
    for (const state of ['sent', 'expired'] as const) {
      const world = await salesWorld();
      const id = await quoteIn(world, state);
      await expect(updateQuote(world.ctx, { id, notes: 'x' })).rejects.toMatchObject({
        code: 'DOCUMENT_LOCKED',
      });
      const draft = await updateQuote(world.ctx, { id, notes: 'x', reopen: true });
      expect(draft).toMatchObject({ status: 'draft', notes: 'x' });
      expect((await world.journal()).at(-1)).toMatchObject({
        before: { status: 'sent' },
        after: { status: 'draft' },
      });
    }
  });

  it('is refused once the quote is answered', async () => {
    for (const state of ['accepted', 'rejected', 'converted'] as const) {
      const world = await salesWorld();
      const id = await quoteIn(world, state);
      await expect(updateQuote(world.ctx, { id, notes: 'x', reopen: true })).rejects.toMatchObject({
        code: 'DOCUMENT_LOCKED',
      });
    }
  });

  it('leaves the old customer’s vehicle behind, and refuses parties that do not fit', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const vehicle = await createVehicle(db, world.tenant.id, world.contactId);
    const other = await createContact(db, world.tenant.id, { firstName: 'Zoé' });
    const { id } = await createQuote(world.ctx, {
      contactId: world.contactId,
      vehicleId: vehicle.id,
      lines: exampleLines,
    });
    const edit = (asked: object) => updateQuote(world.ctx, { id, ...asked });
    expect(await edit({ contactId: other.id })).toMatchObject({ contact: { id: other.id }, vehicle: null });
    await expect(edit({ vehicleId: vehicle.id })).rejects.toMatchObject({
      details: [{ field: 'vehicleId' }],
    });
    await expect(edit({ contactId: '00000000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      message: 'Contact not found',
    });
    await expect(edit({ validUntil: '2026-01-14' })).rejects.toMatchObject({
      details: [{ field: 'validUntil' }],
    });
  });

  it('is not for members, nor for foreign quotes', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await expect(updateQuote(await world.as('member'), { id, notes: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const foreign = await createWorld();
    await expect(updateQuote(foreign.ctx, { id, notes: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getQuote(foreign.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('duplicating, deleting, restoring', () => {
  it('copies into a draft of today with its own number', async () => {
    const world = await salesWorld();
    const lines = [...oneLine(10_000), ...oneLine(5000, 5.5)];
    const source = await createQuote(world.ctx, { contactId: world.contactId, lines, vatRate: 10 });
    world.server.clock.set('2026-03-01T10:00:00.000Z');
    const copy = await duplicateQuote(await world.as('member'), { id: source.id });
    expect(copy).toMatchObject({
      number: '2026-002',
      status: 'draft',
      issueDate: '2026-03-01',
      validUntil: '2026-03-31',
      lines: source.lines,
      totalCents: source.totalCents,
      mixedRates: true,
    });
    await deleteContact(world.ctx, { id: world.contactId });
    await expect(duplicateQuote(world.ctx, { id: source.id })).rejects.toMatchObject({
      message: 'Contact not found',
    });
    const foreign = await createWorld();
    await expect(duplicateQuote(foreign.ctx, { id: source.id })).rejects.toMatchObject({
      message: 'Quote not found',
    });
  });

  it('hides a deleted quote everywhere until it is restored, and never gives its number again', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await deleteQuote(world.ctx, { id });
    await expect(getQuote(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(deleteQuote(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listQuotes(world.ctx, {})).toMatchObject({ items: [], total: 0 });
    expect(await addQuote(world)).toMatchObject({ number: '2026-002' });
    expect(await restoreQuote(world.ctx, { id })).toMatchObject({ number: '2026-001', status: 'draft' });
    await expect(restoreQuote(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const verbs = (await world.journal()).map(({ verb }) => verb);
    expect(verbs).toEqual(['quote.created', 'quote.deleted', 'quote.created', 'quote.restored']);
  });

  it('keeps what became an invoice, and is for leaders', async () => {
    const world = await salesWorld();
    const converted = await quoteIn(world, 'converted');
    await expect(deleteQuote(world.ctx, { id: converted })).rejects.toMatchObject({
      code: 'DOCUMENT_LOCKED',
    });
    const { id } = await addQuote(world);
    for (const operation of [deleteQuote, restoreQuote]) {
      await expect(operation(await world.as('accountant'), { id })).rejects.toMatchObject({
        details: { permission: 'quotes.delete' },
      });
      const foreign = await createWorld();
      await expect(operation(foreign.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('listing quotes', () => {
  it('pages in the order of numbers, newest first, without overlap', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    for (const issueDate of ['2026-01-10', '2026-01-10', '2025-12-31', '2026-01-15', '2026-01-10'])
      await quoteFactory(db, world.tenant.id, world.contactId, { issueDate });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof listQuotes>> = await listQuotes(world.ctx, { limit: 2, cursor });
      expect(page.total).toBe(cursor ? undefined : 5);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['2026-003', '2026-004', '2026-002', '2026-001', '2025-001']);
    expect(new Set(seen).size).toBe(5);
    const stranger = Buffer.from(JSON.stringify(['Dupont', world.contactId])).toString('base64url');
    await expect(listQuotes(world.ctx, { cursor: stranger })).rejects.toMatchObject({
      details: [{ field: 'cursor' }],
    });
  });

  it('filters by derived state, customer and dates', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const other = await createContact(db, world.tenant.id);
    await quoteFactory(db, world.tenant.id, world.contactId, { status: 'sent', issueDate: '2025-11-01' });
    await quoteFactory(db, world.tenant.id, world.contactId, { status: 'sent' });
    await quoteFactory(db, world.tenant.id, other.id, { status: 'accepted', issueDate: '2026-01-02' });
    const found = async (filters: object) =>
      (await listQuotes(world.ctx, filters)).items.map(({ number, status }) => `${number} ${status}`);
    expect(await found({ status: 'expired' })).toEqual(['2025-001 expired']);
    expect(await found({ status: 'sent' })).toEqual(['2026-001 sent']);
    expect(await found({ contactId: other.id })).toEqual(['2026-002 accepted']);
    expect(await found({ from: '2026-01-02', to: '2026-01-02' })).toEqual(['2026-002 accepted']);
    expect(await found({ status: 'draft' })).toEqual([]);
  });

  it('finds words in number, customer and vehicle, taking wildcards as they are', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const zoe = await createContact(db, world.tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
    const vehicle = await createVehicle(db, world.tenant.id, zoe.id, {
      searchText: 'xy-987-zz xy987zz renault clio',
    });
    await quoteFactory(db, world.tenant.id, zoe.id, { vehicleId: vehicle.id });
    await quoteFactory(db, world.tenant.id, world.contactId);
    const found = async (search: string) =>
      (await listQuotes(world.ctx, { search })).items.map(({ number }) => number);
    for (const search of ['lefevre', 'ZOÉ', '2026-001', 'xy-987', 'clio lefèvre', '001 zoe'])
      expect(await found(search), search).toEqual(['2026-001']);
    expect(await found('2026')).toHaveLength(2);
    for (const search of ['%', '_', 'zoe martin', '\\']) expect(await found(search), search).toEqual([]);
  });

  it('finds words that very many customers and vehicles have', async () => {
    const world = await salesWorld();
    const { db, sql } = world.server.services.client;
    await sql`insert into contacts (tenant_id, display_name, search_text)
      select ${world.tenant.id}, 'Autre', 'commun' from generate_series(1, 1001)`;
    await sql`insert into vehicles (tenant_id, owner_id, vin, license_plate, make, model, year, search_text)
      select ${world.tenant.id}, ${world.contactId}, 'VIN' || n, 'X', 'Citroen', 'C3', 2020, 'citroen c3'
      from generate_series(1, 1001) n`;
    const other = await createContact(db, world.tenant.id, { firstName: 'Commun', lastName: 'Martin' });
    await quoteFactory(db, world.tenant.id, other.id);
    const [car] = await sql`select id from vehicles where tenant_id = ${world.tenant.id} limit 1`;
    await quoteFactory(db, world.tenant.id, world.contactId, { vehicleId: car?.id as string });
    const found = async (search: string) => {
      const { items, total } = await listQuotes(world.ctx, { search });
      return [items.map(({ number }) => number), total];
    };
    expect(await found('commun')).toEqual([['2026-001'], 1]);
    expect(await found('citroën martin')).toEqual([['2026-002'], 1]);
    expect(await found('commun citroen')).toEqual([[], 0]);
  });

  it('shows what the asker may do', async () => {
    const world = await salesWorld();
    await quoteIn(world, 'sent');
    const may = async (role: 'member' | 'accountant' | 'manager') =>
      (await listQuotes(await world.as(role), {})).items[0]?.abilities;
    expect(await may('member')).toEqual({
      edit: false,
      send: false,
      accept: false,
      reject: false,
      renew: false,
      convert: false,
      delete: false,
    });
    expect(await may('accountant')).toMatchObject({ edit: true, accept: true, convert: true, delete: false });
    expect(await may('manager')).toMatchObject({ edit: true, delete: true, renew: false });
    const client = await world.as('client');
    await expect(listQuotes(client, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
