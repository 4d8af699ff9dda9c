import { createContact } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, httpClient, testServer } from '../../../testing/harness.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const nobody = '00000000-0000-7000-8000-000000000000';

async function garage() {
  const world = await createWorld();
  const contact = await createContact(world.server.services.client.db, world.tenant.id);
  const example = {
    title: 'Préparer devis pneus',
    description: 'Client demande 4 pneus Michelin 195/65R15',
    assignee_id: world.user.id,
    contact_id: contact.id,
    due_date: '2026-01-05T17:00:00.000Z',
    priority: 'MEDIUM',
  };
  const http = await httpClient(world);
  return { world, contact, example, http, create: () => http.call('POST', '/api/tasks', example) };
}

describe('POST /api/tasks', () => {
  it('answers the documented example', async () => {
    const { example, create } = await garage();
    const made = await create();
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      success: true,
      data: { ...example, id: expect.any(String), status: 'TODO', created_at: '2026-01-15T10:00:00.000Z' },
    });
  });

  it('fills in what is absent; a day is due at six in the evening', async () => {
    const { http } = await garage();
    const made = await http.call('POST', '/api/tasks', { title: 'x', due_date: '2026-01-05' });
    expect(made.body.data).toEqual({
      id: expect.any(String),
      title: 'x',
      description: null,
      assignee_id: null,
      contact_id: null,
      due_date: '2026-01-05T17:00:00.000Z',
      status: 'TODO',
      priority: 'MEDIUM',
      created_at: '2026-01-15T10:00:00.000Z',
    });
  });

  it('names the faulty fields as the contract spells them', async () => {
    const { http } = await garage();
    const refused = await http.call('POST', '/api/tasks', {
      assignee_id: 'x',
      contact_id: 1,
      due_date: 'soon',
      status: 'todo',
      priority: 'HUGE',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.details).toEqual([
      { field: 'title', message: 'Required' },
      { field: 'assignee_id', message: 'Invalid id' },
      { field: 'contact_id', message: 'Invalid id' },
      { field: 'due_date', message: 'Must be a date or a timestamp' },
      {
        field: 'status',
        message: `Must be one of ${['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'].join(', ')}`,
      },
      { field: 'priority', message: 'Must be one of LOW, MEDIUM, HIGH, URGENT' },
    ]);
  });

  it('answers 404 for an assignee or contact who is not there', async () => {
    const { http, example } = await garage();
    const user = await http.call('POST', '/api/tasks', { ...example, assignee_id: nobody });
    expect(user.status).toBe(404);
    expect(user.body).toEqual({ success: false, error: 'User not found', code: 'NOT_FOUND' });
    const contact = await http.call('POST', '/api/tasks', { ...example, contact_id: nobody });
    expect(contact.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
  });

  it('is refused to accountants, as is reading', async () => {
    const { world, example } = await garage();
    const http = await httpClient(world, 'accountant');
    expect((await http.call('POST', '/api/tasks', example)).status).toBe(403);
    expect((await http.call('GET', '/api/tasks')).body).toEqual({
      success: false,
      error: 'Forbidden',
      code: 'FORBIDDEN',
      details: { permission: 'tasks.read' },
    });
  });
});

describe('GET /api/tasks', () => {
  it('answers the documented shape', async () => {
    const { world, contact, example, http, create } = await garage();
    await create();
    await http.call('POST', '/api/tasks', { title: 'other', status: 'DONE' });
    const path = `/api/tasks?status=TODO&assignee_id=${world.user.id}&contact_id=${contact.id}`;
    const listed = await http.call('GET', path);
    const { assignee_id, contact_id, ...shown } = example;
    expect(listed.body).toEqual({
      success: true,
      data: [
        {
          ...shown,
          id: expect.any(String),
          assignee: { id: world.user.id, name: 'Marc Dupont' },
          contact: { id: contact.id, name: 'Jean Martin' },
          status: 'TODO',
          created_at: '2026-01-15T10:00:00.000Z',
        },
      ],
    });
    const { data } = (await http.call('GET', '/api/tasks')).body;
    expect(data).toHaveLength(2);
    expect(data[1]).toMatchObject({ title: 'other', assignee: null, contact: null, due_date: null });
  });

  it.each(['status=OPEN', 'status=todo', 'assignee_id=x', 'contact_id=x'])('refuses ?%s', async (query) => {
    const { http } = await garage();
    const refused = await http.call('GET', `/api/tasks?${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body.details).toMatchObject([{ field: query.split('=')[0] }]);
  });

  it('is empty for ids that name nothing', async () => {
    const { http, create } = await garage();
    await create();
    for (const filter of ['assignee_id', 'contact_id'])
      expect((await http.call('GET', `/api/tasks?${filter}=${nobody}`)).body.data).toEqual([]);
  });
});

describe('PATCH /api/tasks/:id', () => {
  it('changes, stamps and clears the completion', async () => {
    const { world, example, http, create } = await garage();
    const { id } = (await create()).body.data;
    const path = `/api/tasks/${id}`;
    world.server.clock.advance({ minutes: 5 });
    const begun = await http.call('PATCH', path, { status: 'IN_PROGRESS' });
    expect(begun.status).toBe(200);
    expect(begun.body).toEqual({
      success: true,
      data: {
        ...example,
        id,
        status: 'IN_PROGRESS',
        created_at: '2026-01-15T10:00:00.000Z',
        completed_at: null,
        updated_at: '2026-01-15T10:05:00.000Z',
      },
    });
    const done = await http.call('PATCH', path, { status: 'DONE', due_date: null });
    expect(done.body.data).toMatchObject({ completed_at: '2026-01-15T10:05:00.000Z', due_date: null });
    const again = await http.call('PATCH', path, { status: 'TODO' });
    expect(again.body.data).toMatchObject({ status: 'TODO', completed_at: null });
  });

  it('refuses bodies without a change, and ids that are not there', async () => {
    const [{ http, create }, other] = await Promise.all([garage(), garage()]);
    const { id } = (await create()).body.data;
    expect((await http.call('PATCH', `/api/tasks/${id}`, { unknown: 1 })).body.details).toEqual([
      { field: 'body', message: 'Nothing to change' },
    ]);
    const foreign = (await other.create()).body.data.id;
    for (const wrong of [foreign, nobody, 'nonsense']) {
      const refused = await http.call('PATCH', `/api/tasks/${wrong}`, { title: 'x' });
      expect(refused.status).toBe(404);
      expect(refused.body).toEqual({ success: false, error: 'Task not found', code: 'NOT_FOUND' });
    }
    expect((await http.call('DELETE', `/api/tasks/${id}`)).status).toBe(405);
  });

  it('hides the open tasks of a deleted contact', async () => {
    const { contact, http, create } = await garage();
    const { id } = (await create()).body.data;
    await http.call('DELETE', `/api/contacts/${contact.id}`);
    expect((await http.call('GET', '/api/tasks')).body.data).toEqual([]);
    expect((await http.call('PATCH', `/api/tasks/${id}`, { status: 'DONE' })).status).toBe(404);
  });
});
