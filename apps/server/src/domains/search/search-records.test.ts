import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { tasks } from '@officina/db/schema/contacts';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements.ts';
import { searchRecords } from './search-records.ts';

const nothing = {
  contacts: [],
  vehicles: [],
  quotes: [],
  invoices: [],
  tasks: [],
  officeClients: [],
  binders: [],
};

async function garage() {
  const world = await createWorld();
  const { db } = world.server.services.client;
  const tenantId = world.tenant.id;
  const contact = await createContact(db, tenantId, {
    firstName: 'Zoé',
    lastName: 'Lefèvre',
    phone: '+33612345678',
    email: 'zoe@example.fr',
    company: 'Lefèvre SARL',
  });
  return {
    world,
    db,
    tenantId,
    contact,
    find: (q: string, limit?: number) => searchRecords(world.ctx, { q, limit }),
  };
}

describe('searching records', () => {
  it('finds contacts without accents, by any word, phone or address', async () => {
    const { find, contact } = await garage();
    const hit = {
      id: contact.id,
      name: 'Zoé Lefèvre',
      company: 'Lefèvre SARL',
      email: 'zoe@example.fr',
      phone: '+33612345678',
      isVip: false,
    };
    for (const q of ['lefevre', 'ZOE', 'lef zo', 'z', 'zo', 'zoe@exa', '06 12 34', '+33 6', 'sarl', '12']) {
      expect((await find(q)).contacts, q).toEqual([hit]);
    }
    for (const q of ['zoe dupont', '%', '_', "'; --", '\u0301', '0799']) {
      expect((await find(q)).contacts, q).toEqual([]);
    }
    expect(await find('')).toEqual(nothing);
  });

  it('puts those first whose word begins so, then VIPs, then the newest, and no more than asked', async () => {
    const { find, db, tenantId } = await garage();
    const at = (day: number) => new Date(Date.UTC(2026, 0, day));
    const make = (lastName: string, day: number, isVip = false) =>
      createContact(db, tenantId, { firstName: 'X', lastName, isVip, createdAt: at(day) });
    await make('Amartin', 9);
    await make('Martin', 1);
    await make('Martinez', 2);
    await make('Martinot', 0, true);
    expect((await find('mart')).contacts.map(({ name }) => name)).toEqual([
      'X Martinot',
      'X Martinez',
      'X Martin',
      'X Amartin',
    ]);
    expect((await find('mart', 2)).contacts).toHaveLength(2);
  });

  it('finds vehicles by plate and VIN in any spelling, and by model', async () => {
    const { find, db, tenantId, contact } = await garage();
    const vehicle = await createVehicle(db, tenantId, contact.id, { vin: 'VF1AAAA1234567890' });
    for (const q of [
      'ab123cd',
      'AB 123 CD',
      'ab-123',
      'b123c',
      'vf1aaaa 1234567890',
      '567890',
      'renault clio',
      'ab',
    ]) {
      expect((await find(q)).vehicles, q).toEqual([
        {
          id: vehicle.id,
          licensePlate: 'AB-123-CD',
          vin: 'VF1AAAA1234567890',
          make: 'Renault',
          model: 'Clio',
          owner: { id: contact.id, name: 'Zoé Lefèvre' },
        },
      ]);
    }
    expect((await find('ab123ce')).vehicles).toEqual([]);
  });

  it('finds quotes and invoices by number in any spelling, with their state of today', async () => {
    const { find, db, tenantId, contact } = await garage();
    const owner = { id: contact.id, name: 'Zoé Lefèvre' };
    const quote = await createQuote(db, tenantId, contact.id, { status: 'sent', validUntil: '2026-01-14' });
    const invoice = await createInvoice(db, tenantId, contact.id, { dueDate: '2026-01-14', totalMinor: 500 });
    const note = { kind: 'credit_note' as const, creditedInvoiceId: invoice.id, dueDate: '2026-01-14' };
    const credit = await createInvoice(db, tenantId, contact.id, note);
    await createInvoice(db, tenantId, contact.id, { status: 'draft' });
    for (const q of ['2026-1', '2026001', '001', '2026-001', 'devis 2026-001', '2026-00']) {
      const { quotes, invoices } = await find(q);
      expect(quotes, q).toEqual([
        {
          id: quote.id,
          number: '2026-001',
          status: 'expired',
          totalCents: 12_000,
          currency: 'EUR',
          contact: owner,
        },
      ]);
      expect(
        invoices.map(({ id, kind, status }) => [id, kind, status]),
        q,
      ).toEqual([
        [invoice.id, 'invoice', 'overdue'],
        [credit.id, 'credit_note', 'sent'],
      ]);
    }
    expect((await find('2025-1')).quotes).toEqual([]);
  });

  it('puts the number meant before those that it begins', async () => {
    const { find, db, tenantId, contact } = await garage();
    for (let i = 0; i < 12; i++) await createQuote(db, tenantId, contact.id);
    expect((await find('2026-1', 3)).quotes.map(({ number }) => number)).toEqual([
      '2026-001',
      '2026-010',
      '2026-011',
    ]);
  });

  it('finds open tasks by the words of their title, accents or not', async () => {
    const { find, db, tenantId, contact } = await garage();
    const task = { tenantId, position: 1 };
    const [open] = await db
      .insert(tasks)
      .values([
        {
          ...task,
          title: 'Préparer le DEVIS pneus',
          contactId: contact.id,
          dueAt: new Date('2026-01-16T17:00:00Z'),
        },
        { ...task, title: 'Préparer devis', status: 'done' },
        { ...task, title: 'Préparer devis', deletedAt: new Date() },
      ])
      .returning();
    for (const q of ['preparer devis', 'DÉVIS', 'pneu pre']) {
      expect((await find(q)).tasks, q).toEqual([
        {
          id: open?.id,
          title: 'Préparer le DEVIS pneus',
          status: 'todo',
          dueAt: '2026-01-16T17:00:00.000Z',
          contact: { id: contact.id, name: 'Zoé Lefèvre' },
        },
      ]);
    }
  });

  it('shows nothing that is deleted or of another tenant', async () => {
    const [mine, other] = await Promise.all([garage(), createWorld()]);
    const { db, tenantId } = mine;
    const deletedAt = new Date();
    const gone = await createContact(db, tenantId, { lastName: 'Disparu', deletedAt });
    await createVehicle(db, tenantId, gone.id, { deletedAt });
    await createQuote(db, tenantId, gone.id, { deletedAt });
    await db.insert(tasks).values({ tenantId, position: 1, title: 'Disparu rappeler', contactId: gone.id });
    for (const q of ['disparu', 'ab123cd', '2026-001']) expect(await mine.find(q), q).toEqual(nothing);
    for (const q of ['lefevre', 'ab123cd', '2026-001']) {
      expect(await searchRecords(other.ctx, { q }), q).toEqual(nothing);
    }
  });

  it('asks only for kinds that the asker may read, one statement each', async () => {
    const { world, db, tenantId, contact } = await garage();
    await db.insert(tasks).values({ tenantId, position: 1, title: 'Zoé rappeler' });
    await createQuote(db, tenantId, contact.id);
    const accountant = await world.as('accountant');
    expect(await searchRecords(accountant, { q: 'zoe' })).toMatchObject({
      contacts: [{ id: contact.id }],
      tasks: [],
    });
    expect(await searchRecords(await world.as('client'), { q: 'zoe' })).toEqual(nothing);
    expect(await statementsOf(() => searchRecords(world.ctx, { q: '001' }))).toHaveLength(7);
    expect(await statementsOf(() => searchRecords(accountant, { q: 'zoe' }))).toHaveLength(2);
    await expect(
      searchRecords({ ...world.ctx, actor: { kind: 'visitor' } }, { q: 'zoe' }),
    ).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });
});
