import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { createOrganization } from './create-organization.ts';
import { listOrganizations } from './list-organizations.ts';
import { pickOrganizations } from './pick-organizations.ts';
import { updateOrganization } from './update-organization.ts';

const verbs = async ({ server, tenant }: World) =>
  (
    await server.services.client
      .sql`select verb from journal_entries where tenant_id = ${tenant.id} order by id`
  ).map(({ verb }) => verb);

describe('organisations', () => {
  it('are made, found by name and standing, and told with who belongs to them', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const acme = await createOrganization(ctx, {
      name: 'Acmé GmbH',
      domain: 'ACME.example ',
      standing: 'client',
    });
    expect(acme).toEqual({
      id: expect.any(String),
      name: 'Acmé GmbH',
      standing: 'client',
      domain: 'acme.example',
      domainVerifiedAt: null,
      version: 1,
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: '2026-01-15T10:00:00.000Z',
    });
    await createOrganization(ctx, { name: 'Beta' });
    await createOrganization(ctx, { name: 'gamma', domain: '' });
    await world.as('client', acme.id);
    const first = await listOrganizations(ctx, { limit: 2 });
    expect(
      first.items.map(({ name, membersCount, engagementsCount }) => [name, membersCount, engagementsCount]),
    ).toEqual([
      ['Acmé GmbH', 1, 0],
      ['Beta', 0, 0],
    ]);
    const second = await listOrganizations(ctx, { limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ name, standing, domain }) => [name, standing, domain])).toEqual([
      ['gamma', 'prospect', null],
    ]);
    const found = async (filters: object) =>
      (await listOrganizations(ctx, filters)).items.map(({ name }) => name);
    expect(await found({ q: 'ACME' })).toEqual(['Acmé GmbH']);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ standing: 'prospect', q: 'a' })).toEqual(['Beta', 'gamma']);
    expect(await verbs(world)).toEqual([
      'organization.created',
      'organization.created',
      'organization.created',
    ]);
  });

  it('have a name each, whatever its case, also when many are made at once', async () => {
    const { ctx } = await createWorld();
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) => createOrganization(ctx, { name: at % 2 ? 'ACME' : 'Acme' })),
    );
    const refused = made.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'CONFLICT', details: [{ field: 'name' }] });
    const beta = await createOrganization(ctx, { name: 'Beta' });
    const renamed = updateOrganization(ctx, { id: beta.id, name: 'aCME' });
    await expect(renamed).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await updateOrganization(ctx, { id: beta.id, name: 'BETA' })).name).toBe('BETA');
    expect((await listOrganizations(ctx, { q: 'beta' })).items).toMatchObject([{ name: 'BETA', version: 2 }]);
  });

  it('have their domain verified by an act of its own, and once', async () => {
    const world = await createWorld();
    const { ctx } = world;
    const acme = await createOrganization(ctx, { name: 'Acme', domain: 'acme.example' });
    const beta = await createOrganization(ctx, { name: 'Beta', domain: 'acme.example' });
    const { id } = acme;
    const verified = await updateOrganization(ctx, { id, domainVerified: true });
    expect(verified.domainVerifiedAt).toBe('2026-01-15T10:00:00.000Z');
    expect(await updateOrganization(ctx, { id, domainVerified: true })).toEqual(verified);
    const rival = updateOrganization(ctx, { id: beta.id, domainVerified: true });
    await expect(rival).rejects.toMatchObject({ code: 'CONFLICT', details: [{ field: 'domain' }] });
    const moved = await updateOrganization(ctx, { id, domain: 'acme.test' });
    expect(moved).toMatchObject({ domain: 'acme.test', domainVerifiedAt: null });
    expect(
      (await updateOrganization(ctx, { id: beta.id, domainVerified: true })).domainVerifiedAt,
    ).not.toBeNull();
    for (const domain of [null, 'gmail.com', 'OUTLOOK.com']) {
      const refused = updateOrganization(ctx, { id, domain, domainVerified: true });
      await expect(refused).rejects.toMatchObject({ details: [{ field: 'domainVerified' }] });
    }
    await expect(updateOrganization(ctx, { id, domain: 'no domain' })).rejects.toMatchObject({
      details: [{ field: 'domain' }],
    });
    expect(await verbs(world)).toEqual([
      ...['organization.created', 'organization.created'],
      ...['organization.updated', 'organization.updated', 'organization.updated'],
    ]);
  });

  it('are kept by admins, each tenant its own', async () => {
    const world = await createWorld();
    const { id } = await createOrganization(world.ctx, { name: 'Acme' });
    for (const role of ['manager', 'client_admin'] as const) {
      const ctx = await world.as(role);
      for (const call of [
        () => createOrganization(ctx, { name: 'xx' }),
        () => updateOrganization(ctx, { id, name: 'xx' }),
        () => listOrganizations(ctx, {}),
      ])
        await expect(call()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const { ctx } = await createWorld();
    await expect(updateOrganization(ctx, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(updateOrganization(ctx, { id: 'x', name: 'Mine' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await listOrganizations(ctx, {})).items).toEqual([]);
    const stale = updateOrganization(world.ctx, { id, name: 'Acme 2', version: 7 });
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
  });
});

describe('picking an organisation', () => {
  it('finds by a part of the name, for operators too and for no client', async () => {
    const world = await createWorld('admin');
    await createOrganization(world.ctx, { name: 'Acmé Works', domain: 'acme.test' });
    await createOrganization(world.ctx, { name: 'Globex' });
    const operator = await world.as('manager');
    expect((await pickOrganizations(operator, { q: 'acme' })).items).toEqual([
      { id: expect.any(String), name: 'Acmé Works', domain: 'acme.test' },
    ]);
    const all = (await pickOrganizations(operator, {})).items;
    expect(all).toHaveLength(2);
    const [{ id = '' } = {}] = all;
    expect((await pickOrganizations(operator, { id })).items).toEqual(all.slice(0, 1));
    expect((await pickOrganizations(operator, { id: 'x' })).items).toEqual([]);
    await expect(pickOrganizations(await world.as('client', id), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
