import { createContact } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, httpClient, testServer } from '../../../testing/harness.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const example = {
  type: 'MEETING',
  description: 'Rendez-vous au garage pour diagnostic',
  metadata: { duration: 30, location: 'Garage' },
};

async function garage() {
  const world = await createWorld();
  const contact = await createContact(world.server.services.client.db, world.tenant.id);
  return { world, contactId: contact.id, http: await httpClient(world) };
}

describe('POST /api/activities', () => {
  it('answers the documented example', async () => {
    const { world, contactId, http } = await garage();
    const made = await http.call('POST', '/api/activities', { ...example, contact_id: contactId });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      success: true,
      data: {
        ...example,
        id: expect.any(String),
        user_id: world.user.id,
        contact_id: contactId,
        created_at: '2026-01-15T10:00:00.000Z',
      },
    });
  });

  it('fills in what is absent and takes nothing else from the body', async () => {
    const { world, http } = await garage();
    const made = await http.call('POST', '/api/activities', {
      type: 'NOTE_ADDED',
      description: 'x',
      user_id: '00000000-0000-7000-8000-000000000000',
      created_at: '2020-01-01T00:00:00.000Z',
    });
    expect(made.body.data).toMatchObject({
      user_id: world.user.id,
      contact_id: null,
      metadata: {},
      created_at: '2026-01-15T10:00:00.000Z',
    });
  });

  it('names the faulty fields and the missing contact as the contract spells them', async () => {
    const { http } = await garage();
    const faulty = { type: 'X', contact_id: 'x', metadata: 'x' };
    const refused = await http.call('POST', '/api/activities', faulty);
    expect(refused.status).toBe(400);
    expect(refused.body.details.map(({ field }: { field: string }) => field)).toEqual([
      'type',
      'description',
      'contact_id',
      'metadata',
    ]);
    const unknown = await http.call('POST', '/api/activities', {
      ...example,
      contact_id: '00000000-0000-7000-8000-000000000000',
    });
    expect(unknown.status).toBe(404);
    expect(unknown.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
  });

  it('is refused to accountants', async () => {
    const world = await createWorld('accountant');
    const refused = await (await httpClient(world)).call('POST', '/api/activities', example);
    expect(refused.status).toBe(403);
    expect(refused.body).toEqual({
      success: false,
      error: 'Forbidden',
      code: 'FORBIDDEN',
      details: { permission: 'activities.create' },
    });
  });
});

describe('GET /api/activities', () => {
  it('answers the documented shape, without pagination unless asked', async () => {
    const { world, contactId, http } = await garage();
    await http.call('POST', '/api/activities', { ...example, contact_id: contactId });
    const listed = await http.call('GET', `/api/activities?contact_id=${contactId}&from_date=2025-12-01`);
    expect(listed.body).toEqual({
      success: true,
      data: [
        {
          ...example,
          id: expect.any(String),
          user: { id: world.user.id, name: 'Marc Dupont' },
          contact: { id: contactId, name: 'Jean Martin' },
          created_at: '2026-01-15T10:00:00.000Z',
        },
      ],
    });
  });

  it('pages when asked, fifty by default', async () => {
    const { world, http } = await garage();
    for (let i = 0; i < 3; i++) {
      await http.call('POST', '/api/activities', { ...example, description: `n${i}` });
      world.server.clock.advance({ seconds: 1 });
    }
    const second = await http.call('GET', '/api/activities?page=2&limit=2');
    expect(second.body.data.map(({ description }: { description: string }) => description)).toEqual(['n0']);
    expect(second.body.pagination).toEqual({ page: 2, limit: 2, total: 3, pages: 2 });
    const defaults = await http.call('GET', '/api/activities?page=1');
    expect(defaults.body.pagination).toEqual({ page: 1, limit: 50, total: 3, pages: 1 });
    const capped = await http.call('GET', '/api/activities?limit=500');
    expect(capped.body.pagination).toEqual({ page: 1, limit: 100, total: 3, pages: 1 });
  });

  it.each([
    'type=NOPE',
    'contact_id=x',
    'user_id=x',
    'from_date=2026-02-30',
    'to_date=soon',
    'page=0',
    'limit=x',
  ])('refuses ?%s', async (query) => {
    const { http } = await garage();
    const refused = await http.call('GET', `/api/activities?${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body.details).toHaveLength(1);
    expect(refused.body.details[0].field).toBe(query.split('=')[0]);
  });

  it('is empty for ids that name nothing', async () => {
    const { http } = await garage();
    await http.call('POST', '/api/activities', example);
    const nobody = '00000000-0000-7000-8000-000000000000';
    for (const filter of ['contact_id', 'user_id']) {
      expect((await http.call('GET', `/api/activities?${filter}=${nobody}`)).body.data).toEqual([]);
    }
  });
});
