import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { activities } from '@officina/db/schema/contacts';
import { outboxMessages } from '@officina/db/schema/messaging';
import { tenantTables } from '@officina/db/tenant-tables';
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { sealJournal } from '../journal/seal-journals.ts';
import { verifyChain } from '../journal/verify-chain.ts';
import { createContact as create } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { eraseContact } from './erase-contact.ts';
import { getContact } from './get-contact.ts';
import { restoreContact } from './restore-contact.ts';
import { updateContact } from './update-contact.ts';

const person = {
  firstName: 'Zébulon',
  lastName: 'Quillfeather',
  email: 'zebulon@quillfeather.example',
  phone: '+33698765432',
  company: 'Quillfeather SARL',
  address: { street: '12 Quillfeather Lane', city: 'Lyon', postalCode: '69001', country: 'France' },
  tags: ['quillfeather-family'],
  customFields: { birthday: 'Quillfeather day' },
};
const NAME = 'Zébulon Quillfeather';

/** Tables of the tenant in which a text still stands. */
async function traces(world: World, text: string): Promise<string[]> {
  const { sql } = world.server.services.client;
  const found: string[] = [];
  for (const table of tenantTables()) {
    const [row] = await sql`select count(*)::int as count from ${sql(table)} t
      where t.tenant_id = ${world.tenant.id} and t::text ilike ${`%${text}%`}`;
    if (row?.count) found.push(table);
  }
  return found.toSorted();
}

/** Seals until everything has its link: other tests' transactions may hold the sealing up for a moment. */
async function sealed(world: World) {
  for (;;) {
    await sealJournal(world.server.services.client.db, world.tenant.id);
    const report = await verifyChain(world.server.services.client.db, world.tenant.id);
    if (report.unsealed === 0) return report;
  }
}

async function worldWithPerson() {
  const world = await createWorld();
  const { db } = world.server.services.client;
  const tenantId = world.tenant.id;
  const { id } = await create(world.ctx, person);
  await db.insert(activities).values({
    tenantId,
    contactId: id,
    type: 'NOTE_ADDED',
    description: 'Quillfeather rappelle demain',
    metadata: { to: person.email },
  });
  const message = {
    tenantId,
    contactId: id,
    channel: 'email' as const,
    to: person.email,
    text: `Bonjour ${NAME}`,
  };
  await db.insert(outboxMessages).values({ ...message, status: 'sent' });
  await createVehicle(db, tenantId, id);
  await createQuote(db, tenantId, id, { status: 'accepted', answeredBy: NAME });
  await createInvoice(db, tenantId, id, { buyerSnapshot: { name: NAME } });
  return { world, id };
}

describe('erasing a contact', () => {
  it('leaves the person in issued invoices alone, and the chain of the journal whole', async () => {
    const { world, id } = await worldWithPerson();
    expect((await sealed(world)).broken).toBeNull();
    await updateContact(world.ctx, { id, company: 'Quillfeather & Co' });
    const other = await create(world.ctx, { firstName: 'Jean', lastName: 'Martin' });
    expect(await traces(world, 'quillfeather')).toEqual([
      'activities',
      'contacts',
      'invoices',
      'journal_entries',
      'outbox_messages',
      'quotes',
    ]);
    expect(await eraseContact(world.ctx, { id, confirm: NAME })).toEqual({
      id,
      erasedAt: '2026-01-15T10:00:00.000Z',
    });
    expect(await traces(world, 'quillfeather')).toEqual(['invoices']);
    expect(await traces(world, '698765432')).toEqual([]);
    expect(await sealed(world)).toMatchObject({ broken: null, erased: 2 });
    const { sql } = world.server.services.client;
    expect(
      await sql`select verb, actor_id, before, after, erased_at is not null as erased from journal_entries
        where tenant_id = ${world.tenant.id} order by seq`,
    ).toMatchObject([
      { verb: 'contact.created', actor_id: world.user.id, after: null, erased: true },
      { verb: 'contact.updated', before: null, after: null, erased: true },
      { verb: 'contact.created', after: { firstName: 'Jean' }, erased: false },
      { verb: 'contact.erased', before: null, after: null, erased: false },
    ]);
    expect(await getContact(world.ctx, { id: other.id })).toMatchObject({ displayName: 'Jean Martin' });
  });

  it('cannot be undone, nor done twice', async () => {
    const { world, id } = await worldWithPerson();
    await eraseContact(world.ctx, { id, confirm: NAME });
    const gone = { code: 'NOT_FOUND', message: 'Contact not found' };
    await expect(getContact(world.ctx, { id })).rejects.toMatchObject(gone);
    await expect(restoreContact(world.ctx, { id })).rejects.toMatchObject(gone);
    await expect(eraseContact(world.ctx, { id, confirm: '—' })).rejects.toMatchObject(gone);
    await expect(create(world.ctx, person)).resolves.toMatchObject({ email: person.email });
  });

  it('reaches a deleted contact too', async () => {
    const { world, id } = await worldWithPerson();
    await deleteContact(world.ctx, { id });
    await eraseContact(world.ctx, { id, confirm: NAME });
    expect(await traces(world, 'quillfeather')).toEqual(['invoices']);
  });

  it('leaves a message alone that is still to be sent', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const contact = await createContact(db, world.tenant.id);
    const queued = { channel: 'email' as const, to: 'jean@example.fr', text: 'Bonjour' };
    await db.insert(outboxMessages).values({ tenantId: world.tenant.id, contactId: contact.id, ...queued });
    await eraseContact(world.ctx, { id: contact.id, confirm: 'Jean Martin' });
    expect(await traces(world, 'jean@example.fr')).toEqual(['outbox_messages']);
  });

  it('wants the name as confirmation, an owner, and a contact of the tenant', async () => {
    const { world, id } = await worldWithPerson();
    const stranger = await createWorld();
    await expect(eraseContact(world.ctx, { id, confirm: 'Zébulon' })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'confirm', message: 'Must be the name of the contact' }],
    });
    await expect(eraseContact(await world.as('manager'), { id, confirm: NAME })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'contacts.erase' },
    });
    for (const foreign of [id, 'nonsense']) {
      await expect(eraseContact(stranger.ctx, { id: foreign, confirm: NAME })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await getContact(world.ctx, { id })).toMatchObject({ displayName: NAME });
  });
});
