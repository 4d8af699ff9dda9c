import { createContact as contactFactory, createVehicle } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { listContacts } from './contact-reads.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { getContact } from './get-contact.ts';
import { restoreContact } from './restore-contact.ts';
import { updateContact } from './update-contact.ts';

const sophie = { firstName: 'Sophie', lastName: 'Martin', email: 'sophie@example.fr' };
const taken = {
  code: 'CONTACT_EMAIL_EXISTS',
  details: [{ field: 'email', message: 'A contact with this email already exists' }],
};

describe('the address of a contact', () => {
  it('goes to one of many that want it at the same moment', async () => {
    const world = await createWorld();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => createContact(world.ctx, { ...sophie, email: 'SOPHIE@example.fr ' })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(taken);
    }
    expect((await listContacts(world.ctx, {})).total).toBe(1);
  });

  it('cannot be taken by a change either, and leaves the contact as it was', async () => {
    const world = await createWorld();
    await createContact(world.ctx, sophie);
    const other = await createContact(world.ctx, { firstName: 'Jean', lastName: 'Martin' });
    await expect(
      updateContact(world.ctx, { id: other.id, email: sophie.email, company: 'A' }),
    ).rejects.toMatchObject(taken);
    expect(await getContact(world.ctx, { id: other.id })).toMatchObject({
      email: null,
      company: null,
      version: 1,
    });
  });

  it('is one per tenant, and free for contacts of other surfaces', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await createContact(world.ctx, sophie);
    await expect(createContact(other.ctx, sophie)).resolves.toMatchObject({ email: sophie.email });
    const { db } = world.server.services.client;
    await contactFactory(db, world.tenant.id, { email: sophie.email, source: 'office' });
  });
});

describe('changing a contact', () => {
  it('clears what is null, replaces lists whole, and finds the contact under its new name', async () => {
    const world = await createWorld('member');
    const { id } = await createContact(world.ctx, {
      ...sophie,
      phone: '+33612345678',
      address: { street: 'a', city: 'Lyon', postalCode: '69001' },
      tags: ['x', 'y'],
      customFields: { a: 1, b: 2 },
    });
    const changed = await updateContact(world.ctx, {
      id,
      lastName: 'Dûrand',
      phone: null,
      email: '',
      address: { city: 'Paris' },
      tags: ['z', 'z'],
      customFields: { c: null },
    });
    expect(changed).toMatchObject({
      displayName: 'Sophie Dûrand',
      phone: null,
      email: null,
      address: { street: null, city: 'Paris', postalCode: null, country: 'France' },
      tags: ['z'],
      customFields: { c: null },
    });
    const found = async (search: string) => (await listContacts(world.ctx, { search })).items.length;
    expect([await found('durand'), await found('martin'), await found('0612345678')]).toEqual([1, 0, 0]);
    expect(await updateContact(world.ctx, { id, address: null, tags: null })).toMatchObject({
      address: null,
      tags: [],
    });
  });

  it('writes nothing when nothing changes', async () => {
    const world = await createWorld();
    const made = await createContact(world.ctx, sophie);
    expect(await updateContact(world.ctx, { id: made.id, ...sophie })).toEqual(made);
    const { sql } = world.server.services.client;
    const [row] =
      await sql`select count(*)::int as count from journal_entries where tenant_id = ${world.tenant.id}`;
    expect(row?.count).toBe(1);
  });

  it('is refused to accountants and for what is deleted', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    await expect(updateContact(await world.as('accountant'), { id, company: 'A' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await deleteContact(world.ctx, { id });
    await expect(updateContact(world.ctx, { id, company: 'A' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deleting and restoring a contact', () => {
  it('keeps what it owns, and gives it back as it was', async () => {
    const world = await createWorld();
    const made = await createContact(world.ctx, sophie);
    const vehicle = await createVehicle(world.server.services.client.db, world.tenant.id, made.id);
    const deleted = await deleteContact(world.ctx, { id: made.id });
    expect(deleted.deletedAt > made.updatedAt).toBe(true);
    const { sql } = world.server.services.client;
    const [kept] =
      await sql`select deleted_at from vehicles where tenant_id = ${world.tenant.id} and id = ${vehicle.id}`;
    expect(kept).toEqual({ deleted_at: null });
    const restored = await restoreContact(world.ctx, { id: made.id });
    expect(restored).toMatchObject({ email: sophie.email, version: 2 });
    expect(restored.updatedAt > deleted.deletedAt).toBe(true);
    expect((await getContact(world.ctx, { id: made.id })).vehicles).toHaveLength(1);
  });

  it('deletes once, however many ask at once', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => deleteContact(world.ctx, { id })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('counts against the plan again', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const { db } = world.server.services.client;
    for (let i = 0; i < 99; i++) await contactFactory(db, world.tenant.id);
    const { id } = await createContact(world.ctx, sophie);
    await deleteContact(world.ctx, { id });
    await createContact(world.ctx, sophie);
    await expect(restoreContact(world.ctx, { id })).rejects.toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'FREE', resource: 'contacts', limit: 100, used: 100 },
    });
  });

  it('finds nothing to restore that lives or belongs to others, and is refused to members', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    const live = await createContact(world.ctx, sophie);
    const foreign = await createContact(stranger.ctx, sophie);
    await deleteContact(stranger.ctx, { id: foreign.id });
    for (const id of [live.id, foreign.id, 'nonsense']) {
      await expect(restoreContact(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(restoreContact(await world.as('member'), { id: live.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
