import { createContact as contactFactory } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { listContacts } from './contact-reads.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { restoreContact } from './restore-contact.ts';
import { updateContact } from './update-contact.ts';

const sophie = {
  firstName: 'Sophie',
  lastName: 'Martin',
  email: 'sophie@example.fr',
  phone: '+33 6 98.76-54 32',
};

async function journalOf(world: Awaited<ReturnType<typeof createWorld>>) {
  const { sql } = world.server.services.client;
  return sql`select verb, before, after from journal_entries where tenant_id = ${world.tenant.id} order by xid, id`;
}

describe('creating a contact', () => {
  it('stores what was given, normalised, with one journal entry', async () => {
    const world = await createWorld('member');
    const made = await createContact(world.ctx, sophie);
    expect(made).toMatchObject({
      displayName: 'Sophie Martin',
      phone: '+33698765432',
      isVip: false,
      tags: [],
    });
    const { items } = await listContacts(world.ctx, {});
    expect(items.map((item) => item.id)).toEqual([made.id]);
    expect(await journalOf(world)).toMatchObject([
      { verb: 'contact.created', after: { firstName: 'Sophie' } },
    ]);
  });

  it('names every faulty field in one error', async () => {
    const world = await createWorld();
    const faulty = { firstName: 'A', lastName: 'B', email: 'x', phone: '0612345678' };
    await expect(createContact(world.ctx, faulty)).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [
        { field: 'email', message: 'Invalid email format' },
        { field: 'phone', message: 'Phone number must start with +' },
      ],
    });
  });

  it('refuses an address that a live contact has, and leaves no journal entry of the refusal', async () => {
    const world = await createWorld();
    await createContact(world.ctx, sophie);
    await expect(createContact(world.ctx, sophie)).rejects.toMatchObject({ code: 'CONTACT_EMAIL_EXISTS' });
    expect(await journalOf(world)).toHaveLength(1);
  });

  it('refuses a role without the word', async () => {
    const world = await createWorld('accountant');
    await expect(createContact(world.ctx, sophie)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'contacts.create' },
    });
  });

  it('holds the plan limit however many come at once', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const { db } = world.server.services.client;
    for (let i = 0; i < 97; i++) await contactFactory(db, world.tenant.id);
    const tries = Array.from({ length: 8 }, (_, i) =>
      createContact(world.ctx, { ...sophie, email: `s${i}@example.fr` }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(3);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({
      reason: {
        code: 'PLAN_LIMIT_REACHED',
        details: { plan: 'FREE', resource: 'contacts', limit: 100, used: 100 },
      },
    });
  });
});

describe('changing a contact', () => {
  it('journals only what changed and grows updatedAt', async () => {
    const world = await createWorld();
    const made = await createContact(world.ctx, sophie);
    const changed = await updateContact(world.ctx, {
      id: made.id,
      company: 'Martin Transport',
      isVip: false,
    });
    expect(changed).toMatchObject({ company: 'Martin Transport', version: 2 });
    expect(changed.updatedAt > made.updatedAt).toBe(true);
    expect((await journalOf(world))[1]).toMatchObject({
      before: { company: null },
      after: { company: 'Martin Transport' },
    });
  });

  it('keeps both of two simultaneous patches of different fields', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    await Promise.all([
      updateContact(world.ctx, { id, company: 'A' }),
      updateContact(world.ctx, { id, isVip: true }),
    ]);
    const { items } = await listContacts(world.ctx, {});
    expect(items[0]).toMatchObject({ company: 'A', isVip: true });
  });

  it('refuses a save on an older version', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    await updateContact(world.ctx, { id, company: 'A' });
    await expect(updateContact(world.ctx, { id, version: 1, company: 'B' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });

  it('does not see a foreign contact', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { id } = await createContact(other.ctx, sophie);
    await expect(updateContact(world.ctx, { id, company: 'A' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Contact not found',
    });
  });
});

describe('deleting a contact', () => {
  it('frees its address, and restoring is refused once the address is taken', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    await deleteContact(world.ctx, { id });
    await expect(deleteContact(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await createContact(world.ctx, sophie);
    await expect(restoreContact(world.ctx, { id })).rejects.toMatchObject({ code: 'CONTACT_EMAIL_EXISTS' });
  });

  it('is refused to members', async () => {
    const world = await createWorld();
    const { id } = await createContact(world.ctx, sophie);
    await expect(deleteContact(await world.as('member'), { id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('listing contacts', () => {
  it('finds words in any order without case or accents, and phones in any spelling', async () => {
    const world = await createWorld();
    await createContact(world.ctx, { firstName: 'Zoé', lastName: 'Lefèvre', phone: '+33612345678' });
    await createContact(world.ctx, { firstName: 'Paul', lastName: 'Dupont', company: '100% Auto_Pro' });
    const found = async (search: string) =>
      (await listContacts(world.ctx, { search })).items.map((c) => c.firstName);
    for (const search of ['lefevre', 'ZOE', 'zoe lef', 'lef zoe', '06 12 34 56 78', '+33 6.12']) {
      expect(await found(search), search).toEqual(['Zoé']);
    }
    expect(await found('zoe dupont')).toEqual([]);
    expect(await found('100%')).toEqual(['Paul']);
    expect(await found('o_p')).toEqual(['Paul']);
    expect(await found('u_o')).toEqual([]);
  });

  it('pages by cursor in every order without overlap', async () => {
    const world = await createWorld();
    for (const lastName of ['C', 'A', 'B', 'E', 'D'])
      await createContact(world.ctx, { firstName: 'x', lastName });
    for (const sort of ['createdAt', 'displayName', 'updatedAt'] as const) {
      for (const dir of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listContacts>> = await listContacts(world.ctx, {
            limit: 2,
            cursor,
            sort,
            dir,
          });
          seen.push(...page.items.map((item) => item.id));
          cursor = page.nextCursor;
        } while (cursor);
        expect(new Set(seen).size, `${sort} ${dir}`).toBe(5);
      }
    }
    await expect(listContacts(world.ctx, { cursor: 'nonsense' })).rejects.toMatchObject({
      details: [{ field: 'cursor' }],
    });
  });

  it('filters by all given tags and by VIP', async () => {
    const world = await createWorld();
    await createContact(world.ctx, { firstName: 'a', lastName: 'b', tags: ['x', 'y'], isVip: true });
    await createContact(world.ctx, { firstName: 'c', lastName: 'd', tags: ['x'] });
    expect((await listContacts(world.ctx, { tags: ['x', 'y'] })).items).toHaveLength(1);
    expect((await listContacts(world.ctx, { tags: ['x'] })).total).toBe(2);
    expect((await listContacts(world.ctx, { isVip: true })).items).toHaveLength(1);
  });
});
