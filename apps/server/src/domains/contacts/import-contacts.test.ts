import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { waitingFor } from '../../testing/concurrency.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements.ts';
import { listContacts } from './contact-reads.ts';
import { getContact } from './get-contact.ts';
import { importContacts } from './import-contacts.ts';

const row = (facts: Record<string, string> = {}) => ({ firstName: 'Jean', lastName: 'Martin', ...facts });

async function make(world: World, facts: Parameters<typeof createContact>[2] = {}) {
  return createContact(world.server.services.client.db, world.tenant.id, facts);
}

async function journalOf(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, subject_type, subject_id, contact_id, before, after from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, verb, id`;
}

const byEmail = { matchBy: 'email', onMatch: 'update' } as const;
const none = { created: 0, updated: 0, skipped: 0, failed: 0 };

describe('importing contacts', () => {
  it('reads cells as people write them, and journals every record and the import', async () => {
    const world = await createWorld('member');
    const full = {
      firstName: ' Zoé ',
      lastName: 'Lefèvre',
      email: 'ZOE@Example.fr',
      phone: '06 12 34 56 78',
      company: "'=Lefèvre",
      street: '1 rue X',
      city: 'Lyon',
      postalCode: '69001',
      tags: 'fidele, pro',
      isVip: 'Oui',
    };
    const result = await importContacts(world.ctx, {
      rows: [full, row({ email: '', phone: "'+33698765432", tags: 'a|b, c' })],
    });
    expect(result).toEqual({
      dryRun: false,
      counts: { ...none, created: 2 },
      outcomes: ['created', 'created'],
      errors: [],
    });
    const { items } = await listContacts(world.ctx, { sort: 'displayName', dir: 'desc' });
    expect(items).toMatchObject([
      {
        displayName: 'Zoé Lefèvre',
        email: 'zoe@example.fr',
        phone: '+33612345678',
        company: '=Lefèvre',
        address: { street: '1 rue X', city: 'Lyon', postalCode: '69001', country: 'France' },
        tags: ['fidele', 'pro'],
        isVip: true,
        version: 1,
      },
      { displayName: 'Jean Martin', email: null, phone: '+33698765432', address: null, tags: ['a', 'b, c'] },
    ]);
    expect((await listContacts(world.ctx, { search: 'lefevre' })).items).toHaveLength(1);
    const entries = await journalOf(world);
    expect(entries.map(({ verb, contact_id }) => [verb, contact_id !== null])).toEqual([
      ['contact.created', true],
      ['contact.created', true],
      ['contact.imported', false],
    ]);
    expect(entries[2]?.after).toEqual({ ...none, created: 2, matchBy: 'none', onMatch: 'skip' });
  });

  it('names each fault by the number of its record and saves the others', async () => {
    const world = await createWorld();
    await make(world, { email: 'taken@example.fr' });
    await make(world, { email: 'gone@example.fr', deletedAt: new Date() });
    const rows = [
      row({ email: 'x', phone: '12' }),
      row({ email: 'gone@example.fr' }),
      { lastName: 'Solo' },
      row({ email: 'taken@example.fr' }),
      row({ email: 'twice@example.fr' }),
      row({ email: 'twice@example.fr' }),
      row({ postalCode: '1' }),
      row({ isVip: 'maybe', tags: Array.from({ length: 11 }, (_, i) => `t${i}`).join('|') }),
      {},
    ];
    const result = await importContacts(world.ctx, { rows });
    const f = 'failed';
    expect(result.outcomes).toEqual([f, 'created', f, f, 'created', f, f, f, f]);
    expect(result.counts).toEqual({ ...none, created: 2, failed: 7 });
    const code = 'VALIDATION_ERROR';
    const taken = { message: 'A contact with this email already exists', code: 'CONTACT_EMAIL_EXISTS' };
    expect(result.errors).toEqual([
      { row: 1, field: 'email', message: 'Invalid email format', code },
      { row: 1, field: 'phone', message: 'Phone number must start with +', code },
      { row: 3, field: 'firstName', message: 'Required', code },
      { row: 4, field: 'email', ...taken },
      { row: 6, field: 'email', ...taken },
      { row: 7, field: 'postalCode', message: 'Postal code must have 5 digits', code },
      { row: 8, field: 'tags', message: 'At most 10 tags', code },
      { row: 8, field: 'isVip', message: 'Must be yes or no', code },
      { row: 9, field: 'firstName', message: 'Required', code },
      { row: 9, field: 'lastName', message: 'Required', code },
    ]);
    expect((await listContacts(world.ctx, {})).total).toBe(3);
  });

  it('says what it would do without doing it', async () => {
    const world = await createWorld();
    const { id } = await make(world, { email: 'jean@example.fr' });
    const wish = {
      rows: [
        row({ email: 'jean@example.fr', city: 'Lyon' }),
        row({ email: 'new@example.fr' }),
        row({ email: 'x' }),
      ],
      ...byEmail,
    };
    const foretold = await importContacts(world.ctx, { ...wish, dryRun: true });
    expect(foretold).toMatchObject({ dryRun: true, outcomes: ['updated', 'created', 'failed'] });
    expect((await getContact(world.ctx, { id })).address).toBeNull();
    expect(await journalOf(world)).toEqual([]);
    expect(await importContacts(world.ctx, wish)).toEqual({ ...foretold, dryRun: false });
  });
});

describe('records about known contacts', () => {
  it('skip them or change what the record says, and nothing else', async () => {
    const world = await createWorld();
    const facts = {
      email: 'jean@example.fr',
      phone: '+33611111111',
      city: 'Paris',
      country: 'France',
      tags: ['a'],
    };
    const { id } = await make(world, facts);
    const rows = [{ email: 'JEAN@example.fr', company: 'Martin SA', postalCode: '75001', phone: '' }];
    expect(await importContacts(world.ctx, { rows, matchBy: 'email' })).toMatchObject({
      outcomes: ['skipped'],
    });
    expect(await getContact(world.ctx, { id })).toMatchObject({ company: null });
    const wish = { rows, ...byEmail };
    expect(await importContacts(world.ctx, wish)).toMatchObject({ outcomes: ['updated'] });
    expect(await getContact(world.ctx, { id })).toMatchObject({
      displayName: 'Jean Martin',
      company: 'Martin SA',
      phone: '+33611111111',
      address: { city: 'Paris', postalCode: '75001', country: 'France' },
      tags: ['a'],
      version: 2,
    });
    expect((await listContacts(world.ctx, { search: 'martin sa' })).items).toHaveLength(1);
    expect((await journalOf(world)).find(({ verb }) => verb === 'contact.updated')).toMatchObject({
      contact_id: id,
      before: { company: null, postalCode: null },
      after: { company: 'Martin SA', postalCode: '75001' },
    });
    expect(await importContacts(world.ctx, wish)).toMatchObject({ outcomes: ['skipped'] });
  });

  it('find them by phone in any spelling, unless several share it', async () => {
    const world = await createWorld();
    const { id } = await make(world, { phone: '+33611111111', email: 'old@example.fr' });
    await make(world, { phone: '+33622222222' });
    await make(world, { phone: '+33622222222' });
    await make(world, { email: 'taken@example.fr' });
    const rows = [
      { phone: '06 11 11 11 11', email: 'new@example.fr' },
      { phone: '0622222222', company: 'Both' },
      { phone: '+33 6 11 11 11 11', email: 'taken@example.fr', company: 'No' },
      row({ phone: '0633333333' }),
    ];
    const result = await importContacts(world.ctx, { rows, matchBy: 'phone', onMatch: 'update' });
    expect(result.outcomes).toEqual(['updated', 'failed', 'failed', 'created']);
    expect(result.errors).toMatchObject([
      { row: 2, field: 'phone', message: 'Several contacts have this phone number' },
      { row: 3, field: 'email', code: 'CONTACT_EMAIL_EXISTS' },
    ]);
    expect(await getContact(world.ctx, { id })).toMatchObject({ email: 'new@example.fr', company: null });
  });

  it('may follow each other in one file', async () => {
    const world = await createWorld();
    const rows = [
      row({ email: 'jean@example.fr', company: 'A' }),
      row({ email: 'jean@example.fr', company: 'B' }),
      row({ email: 'jean@example.fr', firstName: 'Jeanne' }),
    ];
    const result = await importContacts(world.ctx, { rows, matchBy: 'email', onMatch: 'update' });
    expect(result.outcomes).toEqual(['created', 'updated', 'updated']);
    const { items } = await listContacts(world.ctx, {});
    expect(items).toMatchObject([{ displayName: 'Jeanne Martin', company: 'B' }]);
    const said = (await journalOf(world)).map(({ verb, after }) => [verb, after.company, after.firstName]);
    expect(said).toHaveLength(4);
    expect(said).toEqual(
      expect.arrayContaining([
        ['contact.created', 'A', 'Jean'],
        ['contact.updated', 'B', undefined],
        ['contact.updated', undefined, 'Jeanne'],
      ]),
    );
  });

  it('do not exist in another tenant', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    const foreign = await make(stranger, { email: 'jean@example.fr', phone: '+33611111111' });
    const rows = [row({ email: 'jean@example.fr', phone: '+33611111111', company: 'Mine' })];
    const wish = { rows, ...byEmail };
    expect(await importContacts(world.ctx, wish)).toMatchObject({ outcomes: ['created'] });
    expect(await getContact(stranger.ctx, { id: foreign.id })).toMatchObject({ company: null, version: 1 });
  });
});

describe('the limits of an import', () => {
  it('keeps the plan: as many as there is room for, in the order of the file', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    for (let i = 0; i < 98; i++) await make(world);
    const rows = [row(), row({ email: 'x' }), row(), row()];
    const result = await importContacts(world.ctx, { rows });
    expect(result.outcomes).toEqual(['created', 'failed', 'created', 'failed']);
    expect(result.errors[1]).toEqual({
      row: 4,
      field: 'row',
      message: 'Plan limit reached',
      code: 'PLAN_LIMIT_REACHED',
    });
  });

  it('refuses only the record whose address is taken while it is being saved', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const rival = await sql.reserve();
    await rival`begin`;
    await rival`insert into contacts (tenant_id, display_name, search_text, email)
      values (${world.tenant.id}, 'x', 'x', 'contested@example.fr')`;
    const importing = importContacts(world.ctx, {
      rows: [row({ email: 'a@example.fr' }), row({ email: 'contested@example.fr' })],
    });
    await waitingFor(sql, rival);
    await rival`commit`;
    rival.release();
    expect(await importing).toMatchObject({
      outcomes: ['created', 'failed'],
      errors: [{ row: 2, code: 'CONTACT_EMAIL_EXISTS' }],
    });
    expect(await journalOf(world)).toHaveLength(2);
  });

  it('takes 5000 records in as many statements as two', async () => {
    const world = await createWorld();
    const rows = Array.from({ length: 5000 }, (_, i) =>
      row({ lastName: `N${i}`, email: `n${i}@example.fr` }),
    );
    const few = await statementsOf(() =>
      importContacts(world.ctx, { rows: rows.slice(0, 2), matchBy: 'email', onMatch: 'update' }),
    );
    const many = await statementsOf(() =>
      importContacts(world.ctx, { rows, matchBy: 'email', onMatch: 'update' }),
    );
    expect(many).toEqual(few);
    const { sql } = world.server.services.client;
    const [row5000] =
      await sql`select count(*)::int as count from contacts where tenant_id = ${world.tenant.id}`;
    expect(row5000?.count).toBe(5000);
    await expect(importContacts(world.ctx, { rows: [...rows, row()] })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'rows', message: 'At most 5000 rows' }],
    });
  });

  it('wants the words to create, and to edit when it updates', async () => {
    const world = await createWorld('accountant');
    await expect(importContacts(world.ctx, { rows: [row()] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'contacts.create' },
    });
    const key = {
      ...world.ctx,
      actor: {
        kind: 'apiKey',
        id: world.user.id,
        userId: world.user.id,
        role: 'owner',
        rateLimit: 100,
        scopes: ['contacts.create'],
      },
    } as const;
    const wish = { rows: [row()], ...byEmail };
    await expect(importContacts(key, wish)).rejects.toMatchObject({
      details: { permission: 'contacts.edit' },
    });
  });
});
