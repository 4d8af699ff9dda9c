import { createContact, createVehicle } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient } from '../../../testing/harness.ts';

const sophie = { first_name: 'Sophie', last_name: 'Martin', email: 'sophie.martin@example.fr' };
const KEYS = ['id', 'first_name', 'last_name', 'email', 'phone', 'company', 'address', 'tags', 'is_vip'];

describe('the contact list over REST', () => {
  it('prints the documented keys, newest first', async () => {
    const world = await createWorld('accountant');
    const { db } = world.server.services.client;
    const older = await createContact(db, world.tenant.id, {
      firstName: 'Marc',
      lastName: 'Dupont',
      email: 'marc.dupont@example.fr',
      phone: '+33612345678',
      company: 'Dupont SARL',
      street: '12 Rue de la Paix',
      city: 'Paris',
      postalCode: '75001',
      country: 'France',
      tags: ['client_fidele', 'commercial'],
      isVip: true,
      createdAt: new Date('2025-12-15T10:30:00Z'),
      updatedAt: new Date('2026-01-01T09:15:00Z'),
    });
    await createVehicle(db, world.tenant.id, older.id);
    await createVehicle(db, world.tenant.id, older.id, { deletedAt: new Date() });
    const newer = await createContact(db, world.tenant.id, { createdAt: new Date('2025-12-16T10:30:00Z') });
    const http = await httpClient(world);
    const { body } = await http.call('GET', '/api/contacts?search=dupont&is_vip=true');
    expect(body).toEqual({
      success: true,
      data: [
        {
          id: older.id,
          first_name: 'Marc',
          last_name: 'Dupont',
          email: 'marc.dupont@example.fr',
          phone: '+33612345678',
          company: 'Dupont SARL',
          address: { street: '12 Rue de la Paix', city: 'Paris', postal_code: '75001', country: 'France' },
          tags: ['client_fidele', 'commercial'],
          is_vip: true,
          vehicles_count: 1,
          created_at: '2025-12-15T10:30:00.000Z',
          updated_at: '2026-01-01T09:15:00.000Z',
        },
      ],
      pagination: { page: 1, limit: 20, total: 1, pages: 1 },
    });
    const all = await http.call('GET', '/api/contacts');
    expect(all.body.data.map(({ id }: { id: string }) => id)).toEqual([newer.id, older.id]);
  });

  it('searches and filters as the contract’s words say', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const zoe = { firstName: 'Zoé', lastName: 'Lefèvre', phone: '+33612345678', tags: ['a', 'b'] };
    await createContact(db, world.tenant.id, zoe);
    await createContact(db, world.tenant.id, { tags: ['a', 'x,y'] });
    const http = await httpClient(world);
    const total = async (query: string) =>
      (await http.call('GET', `/api/contacts?${query}`)).body.pagination?.total;
    for (const search of ['lefevre', 'ZOE', 'zoe lef', '06 12 34 56 78']) {
      expect(await total(`search=${encodeURIComponent(search)}`), search).toBe(1);
    }
    expect(await total('search=zoe%20dupont')).toBe(0);
    for (const tags of ['tags=a&tags=b', 'tags[]=a&tags[]=b', 'tags=a,b'])
      expect(await total(tags), tags).toBe(1);
    expect(await total('tags=a')).toBe(2);
    expect(await total('search=%25')).toBe(0);
    for (const bad of ['page=0', 'page=x', 'limit=1.5', 'is_vip=yes', `search=${'x'.repeat(201)}`]) {
      expect((await http.call('GET', `/api/contacts?${bad}`)).status, bad).toBe(400);
    }
  });
});

describe('creating and changing contacts over REST', () => {
  it('takes nothing from the body that is not the caller’s to give', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    const http = await httpClient(world);
    const id = '00000000-0000-7000-8000-000000000000';
    const made = await http.call('POST', '/api/contacts', {
      ...sophie,
      id,
      tenant_id: stranger.tenant.id,
      tenantId: stranger.tenant.id,
      created_at: '2000-01-01T00:00:00.000Z',
      version: 99,
      source: 'office',
      deleted_at: '2000-01-01T00:00:00.000Z',
    });
    expect(made.status).toBe(201);
    expect(made.body.data.id).not.toBe(id);
    expect(made.body.data.created_at).toBe('2026-01-15T10:00:00.000Z');
    expect((await (await httpClient(stranger)).call('GET', '/api/contacts')).body.pagination.total).toBe(0);
    expect((await http.call('GET', '/api/contacts')).body.pagination.total).toBe(1);
  });

  it('normalises phones, treats "" as null, and is strict about types', async () => {
    const http = await httpClient(await createWorld());
    const made = await http.call('POST', '/api/contacts', {
      ...sophie,
      phone: ' +33 6 98.76-54 32 ',
      company: '',
      email: '  SOPHIE.Martin@Example.fr ',
      address: null,
      tags: null,
    });
    expect(made.body.data).toMatchObject({
      phone: '+33698765432',
      company: null,
      email: 'sophie.martin@example.fr',
      address: null,
      tags: [],
      custom_fields: {},
    });
    for (const [field, value] of [
      ['first_name', 1],
      ['is_vip', 'true'],
      ['tags', 'a'],
      ['address', []],
      ['custom_fields', { a: [] }],
    ] as const) {
      const refused = await http.call('POST', '/api/contacts', {
        first_name: 'A',
        last_name: 'B',
        [field]: value,
      });
      expect(refused.status, field).toBe(400);
      expect(refused.body.details[0].field.split('.')[0], field).toBe(field);
    }
  });

  it('answers one 201 and coded refusals when one address is wanted by many at once', async () => {
    const http = await httpClient(await createWorld());
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => http.call('POST', '/api/contacts', sophie)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400, 400]);
    const message = 'A contact with this email already exists';
    expect(answers.find(({ status }) => status === 400)?.body).toEqual({
      success: false,
      error: message,
      code: 'CONTACT_EMAIL_EXISTS',
      details: [{ field: 'email', message }],
    });
  });

  it('answers changes with the keys of a creation, and keeps what is not named', async () => {
    const http = await httpClient(await createWorld('member'));
    const { body } = await http.call('POST', '/api/contacts', { ...sophie, custom_fields: { a: 1 } });
    const patched = await http.call('PATCH', `/api/contacts/${body.data.id}`, {
      company: 'Martin SA',
      email: null,
    });
    expect(Object.keys(patched.body.data)).toEqual([...KEYS, 'custom_fields', 'created_at', 'updated_at']);
    expect(patched.body.data).toMatchObject({ company: 'Martin SA', email: null, custom_fields: { a: 1 } });
    expect(patched.body.data.updated_at > body.data.updated_at).toBe(true);
  });

  it('says which plan is full', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const { db } = world.server.services.client;
    for (let i = 0; i < 100; i++) await createContact(db, world.tenant.id);
    const refused = await (await httpClient(world)).call('POST', '/api/contacts', sophie);
    expect(refused.status).toBe(403);
    expect(refused.body).toEqual({
      success: false,
      error: 'Plan limit reached',
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'FREE', resource: 'contacts', limit: 100, used: 100 },
    });
  });

  it('refuses each role what it may not do, and changes nothing', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const { id } = await createContact(db, world.tenant.id);
    const refusals = [
      ['member', 'DELETE', `/api/contacts/${id}`, 'contacts.delete'],
      ['accountant', 'POST', '/api/contacts', 'contacts.create'],
      ['accountant', 'PATCH', `/api/contacts/${id}`, 'contacts.edit'],
      ['client', 'GET', '/api/contacts', 'contacts.read'],
    ] as const;
    for (const [role, method, path, permission] of refusals) {
      const { status, body } = await (await httpClient(world, role)).call(
        method,
        path,
        method === 'GET' ? undefined : {},
      );
      expect(status, `${role} ${method}`).toBe(403);
      expect(body).toEqual({
        success: false,
        error: 'Forbidden',
        code: 'FORBIDDEN',
        details: { permission },
      });
    }
    const { body } = await (await httpClient(world)).call('GET', '/api/contacts');
    // The client's organisation is a contact too.
    expect(body.data.map((row: { id: string }) => row.id)).toContain(id);
    expect(body.pagination.total).toBe(2);
  });
});
