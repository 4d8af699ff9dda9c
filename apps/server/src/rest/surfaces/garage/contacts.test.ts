import { describe, expect, it } from 'vitest';
import { createWorld, httpClient } from '../../../testing/harness.ts';

const example = {
  first_name: 'Sophie',
  last_name: 'Martin',
  email: 'sophie.martin@example.fr',
  phone: '+33698765432',
  company: 'Martin Transport',
  address: { street: '45 Avenue des Champs', city: 'Lyon', postal_code: '69001', country: 'France' },
  tags: ['prospect'],
  custom_fields: { source: 'website', budget: 'high' },
};

describe('POST /api/contacts', () => {
  it('answers the documented example', async () => {
    const http = await httpClient(await createWorld());
    const made = await http.call('POST', '/api/contacts', example);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      success: true,
      data: {
        ...example,
        id: expect.any(String),
        is_vip: false,
        created_at: '2026-01-15T10:00:00.000Z',
        updated_at: '2026-01-15T10:00:00.000Z',
      },
    });
  });

  it('names the faulty fields as the contract spells them', async () => {
    const http = await httpClient(await createWorld());
    const refused = await http.call('POST', '/api/contacts', {
      ...example,
      first_name: '',
      email: 'x',
      phone: '0612345678',
      address: { postal_code: '1' },
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({
      success: false,
      error: 'Validation error',
      code: 'VALIDATION_ERROR',
      details: [
        { field: 'first_name', message: 'Required' },
        { field: 'email', message: 'Invalid email format' },
        { field: 'phone', message: 'Phone number must start with +' },
        { field: 'address.postal_code', message: 'Postal code must have 5 digits' },
      ],
    });
  });

  it('refuses hostile bodies without a 500', async () => {
    const http = await httpClient(await createWorld());
    const bodies: unknown[] = [
      '{',
      '[]',
      'null',
      '"x"',
      '{"__proto__":{"x":1}}',
      { ...example, first_name: 'a\u0000b' },
      { ...example, tags: 'x' },
      { ...example, custom_fields: { nested: { deep: 1 } } },
      `{"first_name":"\\ud800","last_name":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ];
    for (const body of bodies) {
      const refused = await http.call('POST', '/api/contacts', body);
      expect(refused.status, JSON.stringify(body).slice(0, 80)).toBe(400);
    }
  });
});

describe('GET /api/contacts', () => {
  it('pages with true totals', async () => {
    const world = await createWorld();
    const http = await httpClient(world);
    for (let i = 0; i < 7; i++)
      await http.call('POST', '/api/contacts', { first_name: 'A', last_name: `B${i}` });
    const third = await http.call('GET', '/api/contacts?limit=3&page=3');
    expect(third.body.data).toHaveLength(1);
    expect(third.body.pagination).toEqual({ page: 3, limit: 3, total: 7, pages: 3 });
    const fourth = await http.call('GET', '/api/contacts?limit=3&page=4');
    expect(fourth.body).toMatchObject({ data: [], pagination: { page: 4, limit: 3, total: 7, pages: 3 } });
    expect((await http.call('GET', '/api/contacts?limit=500')).body.pagination.limit).toBe(100);
    expect((await http.call('GET', '/api/contacts?limit=0')).status).toBe(400);
    expect((await http.call('GET', '/api/contacts?is_vip=1')).status).toBe(400);
  });

  it('needs a session and sends the rate-limit headers with every answer', async () => {
    const visitor = await httpClient(await createWorld(), 'visitor');
    const refused = await visitor.call('GET', '/api/contacts', undefined, {
      authorization: 'Session-Cookie',
    });
    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({ success: false, error: 'Not authenticated', code: 'UNAUTHORIZED' });
    expect(refused.headers.get('x-ratelimit-limit')).toBe('100');
  });
});

describe('PATCH and DELETE /api/contacts/:id', () => {
  it('changes, deletes once, and answers 404 for everything that is not there', async () => {
    const world = await createWorld();
    const http = await httpClient(world);
    const { body } = await http.call('POST', '/api/contacts', example);
    const path = `/api/contacts/${body.data.id}`;
    const patched = await http.call('PATCH', path, {
      phone: '+33612345679',
      tags: ['client_fidele', 'vip'],
      is_vip: true,
    });
    expect(patched.body.data).toMatchObject({
      phone: '+33612345679',
      tags: ['client_fidele', 'vip'],
      is_vip: true,
    });
    expect((await http.call('PATCH', path, { unknown: 1 })).body.details).toEqual([
      { field: 'body', message: 'Nothing to change' },
    ]);
    const deleted = await http.call('DELETE', path);
    expect(deleted.body).toEqual({
      success: true,
      message: 'Contact deleted successfully',
      deleted_at: expect.any(String),
    });
    for (const id of [body.data.id, 'nonsense', '00000000-0000-7000-8000-000000000000']) {
      const gone = await http.call('DELETE', `/api/contacts/${id}`);
      expect(gone.status).toBe(404);
      expect(gone.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
    }
    expect((await http.call('PUT', path)).status).toBe(405);
  });
});
