import type { ClientStatus } from '@officina/contracts/office';
import { createContact as contactFactory, createMember } from '@officina/db/factories';
import {
  createOfficeClient as clientFactory,
  createBinder,
  createCharge,
} from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { listContacts } from '../contacts/contact-reads.ts';
import { deleteContact } from '../contacts/delete-contact.ts';
import { eraseContact } from '../contacts/erase-contact.ts';
import { getContact } from '../contacts/get-contact.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { CLIENT_TRANSITIONS } from './client-status.ts';
import { createOfficeClient } from './create-office-client.ts';
import { getOfficeClient, readOfficeClient } from './get-office-client.ts';
import { listOfficeClients } from './list-office-clients.ts';
import { pageOfficeClients } from './page-office-clients.ts';
import { updateOfficeClient } from './update-office-client.ts';

const office = (role: Parameters<typeof createWorld>[0] = 'admin', plan: 'free' | 'pro' = 'pro') =>
  createWorld(role, { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL', plan });

const corp = {
  fullName: 'Example Corp',
  idNumber: '514000001',
  clientType: 'company' as const,
  openedAt: '2024-01-01',
};

async function journalOf({ server, tenant }: World) {
  return server.services.client
    .sql`select verb, contact_id, before, after from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
}

describe('creating a client', () => {
  it('makes a contact and its place in the office, with one journal entry', async () => {
    const world = await office('member');
    const made = await createOfficeClient(world.ctx, { ...corp, fullName: '  Example Corp ', notes: ' ' });
    expect(made).toEqual({
      ref: expect.any(Number),
      id: expect.any(String),
      ...corp,
      status: 'active',
      closedAt: null,
      phone: null,
      email: null,
      notes: null,
      version: 1,
      createdAt: '2026-01-15T10:00:00.000Z',
    });
    expect(await readOfficeClient(world.ctx, { ref: made.ref })).toEqual(made);
    expect(await getContact(world.ctx, { id: made.id })).toMatchObject({
      kind: 'organization',
      displayName: 'Example Corp',
      lastName: 'Example Corp',
      company: 'Example Corp',
    });
    expect(await journalOf(world)).toEqual([
      {
        verb: 'client.created',
        contact_id: made.id,
        before: null,
        after: expect.objectContaining({ fullName: 'Example Corp', idNumber: '514000001', status: 'active' }),
      },
    ]);
  });

  it('lets one of several with the same number through, and makes no contact for the others', async () => {
    const world = await office();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) =>
        createOfficeClient(world.ctx, {
          ...corp,
          fullName: `Corp ${i}`,
          idNumber: ` 514000001${' '.repeat(i)}`,
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({
          code: 'CONFLICT',
          message: 'Client with ID number 514000001 already exists',
        });
    }
    expect((await listContacts(world.ctx, {})).total).toBe(1);
  });

  it('knows numbers by tenant, and clients that share an address', async () => {
    const [world, other] = await Promise.all([office(), office()]);
    const email = 'Info@Example.test';
    await createOfficeClient(other.ctx, corp);
    const one = await createOfficeClient(world.ctx, { ...corp, email });
    const two = await createOfficeClient(world.ctx, { ...corp, idNumber: '0514000001', email });
    expect([one.email, two.email]).toEqual(['info@example.test', 'info@example.test']);
    expect(two.idNumber).toBe('0514000001');
  });

  it('counts against the plan', async () => {
    const world = await office('admin', 'free');
    const { db } = world.server.services.client;
    for (let i = 0; i < 99; i++) await contactFactory(db, world.tenant.id);
    const tries = Array.from({ length: 4 }, (_, i) =>
      createOfficeClient(world.ctx, { ...corp, idNumber: `${i}` }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'PLAN_LIMIT_REACHED', message: 'Plan limit reached' } });
  });

  it('is refused to roles without the word', async () => {
    const { ctx } = await office('accountant');
    await expect(createOfficeClient(ctx, corp)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the status of a client', () => {
  const statuses: ClientStatus[] = ['active', 'frozen', 'closed'];
  for (const from of statuses) {
    for (const to of statuses) {
      it(`${from} → ${to}`, async () => {
        const world = await office();
        const { db } = world.server.services.client;
        const closedAt = from === 'closed' ? '2025-06-01' : null;
        const { ref } = await clientFactory(db, world.tenant.id, { status: from, closedAt });
        const secretary = await world.as('member');
        const asked = (ctx: World['ctx']) => updateOfficeClient(ctx, { ref, status: to, notes: 'new' });
        const unchanged = () => readOfficeClient(world.ctx, { ref });
        if (from === to) {
          expect(await asked(secretary)).toMatchObject({ status: to, closedAt, notes: 'new' });
          return;
        }
        const before = await unchanged();
        if (to !== 'active') {
          await expect(asked(secretary)).rejects.toMatchObject({
            code: 'FORBIDDEN',
            message: 'Only advisors can freeze or close clients',
          });
        }
        if (!CLIENT_TRANSITIONS[from].includes(to)) {
          const refusal = {
            code: 'BAD_REQUEST',
            message: `Cannot change client status from ${from} to ${to}`,
          };
          await expect(asked(world.ctx)).rejects.toMatchObject(refusal);
          if (to === 'active') await expect(asked(secretary)).rejects.toMatchObject(refusal);
          expect(await unchanged()).toEqual(before);
          expect(await journalOf(world)).toEqual([]);
          return;
        }
        expect(await unchanged()).toEqual(before);
        const after = await asked(to === 'active' ? secretary : world.ctx);
        expect(after).toMatchObject({
          status: to,
          closedAt: to === 'closed' ? '2026-01-15' : null,
          notes: 'new',
        });
        expect(after.version).toBeGreaterThan(before.version);
        const verbs = (await journalOf(world)).map(({ verb }) => verb);
        expect(verbs.sort()).toEqual(['client.status_changed', 'client.updated']);
      });
    }
  }

  it('is closed on the day of the tenant, once, whoever asks at the same moment', async () => {
    const world = await office();
    world.server.clock.set('2026-01-15T22:30:00Z');
    try {
      const { ref } = await createOfficeClient(world.ctx, corp);
      const outcomes = await Promise.allSettled([
        updateOfficeClient(world.ctx, { ref, status: 'closed' }),
        updateOfficeClient(world.ctx, { ref, status: 'frozen' }),
        updateOfficeClient(world.ctx, { ref, status: 'closed' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1);
      expect(await readOfficeClient(world.ctx, { ref })).toMatchObject({
        status: 'closed',
        closedAt: '2026-01-16',
      });
      const closings = (await journalOf(world)).filter(({ after }) => after.status === 'closed');
      expect(closings).toHaveLength(1);
    } finally {
      world.server.clock.set('2026-01-15T10:00:00Z');
    }
  });
});

describe('changing a client', () => {
  it('changes the contact, in every place where it is shown', async () => {
    const world = await office();
    const made = await createOfficeClient(world.ctx, { ...corp, phone: '050-123 4567', email: 'a@b.test' });
    const changed = await updateOfficeClient(world.ctx, {
      ref: made.ref,
      version: made.version,
      fullName: 'Renamed Ltd',
      email: null,
    });
    expect(changed).toMatchObject({
      fullName: 'Renamed Ltd',
      email: null,
      phone: '050-123 4567',
      version: 2,
    });
    const found = async (search: string) =>
      (await listContacts(world.ctx, { search })).items.map(({ displayName }) => displayName);
    expect(await found('renamed')).toEqual(['Renamed Ltd']);
    expect(await found('example')).toEqual([]);
    expect(await found('0501234567')).toEqual(['Renamed Ltd']);
    expect((await journalOf(world))[1]).toMatchObject({
      verb: 'client.updated',
      before: { fullName: 'Example Corp', email: 'a@b.test' },
      after: { fullName: 'Renamed Ltd', email: null },
    });
  });

  it('shows what was changed on the contact, and refuses a save made before', async () => {
    const world = await office();
    const { ref, id: contactId, version } = await createOfficeClient(world.ctx, corp);
    await updateContact(world.ctx, { id: contactId, phone: '+972501234567' });
    expect((await listContacts(world.ctx, { search: 'example corp' })).items).toHaveLength(1);
    await updateContact(world.ctx, { id: contactId, firstName: 'Avi', lastName: 'Levi' });
    const now = await readOfficeClient(world.ctx, { ref });
    expect(now).toMatchObject({ fullName: 'Avi Levi', phone: '+972501234567', version: version + 2 });
    await expect(updateOfficeClient(world.ctx, { ref, version, notes: 'x' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    const renamed = await updateOfficeClient(world.ctx, { ref, fullName: 'Avi Cohen' });
    expect(renamed.fullName).toBe('Avi Cohen');
    expect(await getContact(world.ctx, { id: contactId })).toMatchObject({ lastName: 'Avi Cohen' });
  });

  it('asks for nothing and changes nothing', async () => {
    const world = await office();
    const made = await createOfficeClient(world.ctx, corp);
    expect(await updateOfficeClient(world.ctx, { ref: made.ref })).toEqual(made);
    expect(await updateOfficeClient(world.ctx, { ref: made.ref, ...corp, status: 'active' })).toEqual(made);
    expect(await journalOf(world)).toHaveLength(1);
  });

  it('keeps both of two simultaneous changes of different fields', async () => {
    const world = await office();
    const { ref, id: contactId } = await createOfficeClient(world.ctx, corp);
    await Promise.all([
      updateOfficeClient(world.ctx, { ref, phone: '1' }),
      updateOfficeClient(world.ctx, { ref, status: 'frozen' }),
      updateContact(world.ctx, { id: contactId, isVip: true }),
      updateOfficeClient(world.ctx, { ref, notes: 'n' }),
    ]);
    expect(await readOfficeClient(world.ctx, { ref })).toMatchObject({
      phone: '1',
      status: 'frozen',
      notes: 'n',
      version: 5,
    });
  });

  it('finds no foreign client', async () => {
    const [world, other] = await Promise.all([office(), office()]);
    const { ref } = await createOfficeClient(other.ctx, corp);
    const attempts = [
      () => updateOfficeClient(world.ctx, { ref, notes: 'x' }),
      () => getOfficeClient(world.ctx, { ref }),
      () => readOfficeClient(world.ctx, { ref: 999_999_999 }),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'Client not found' });
  });
});

describe('the contact of a client', () => {
  it('is neither deleted nor erased', async () => {
    const world = await office('owner');
    const { id } = await createOfficeClient(world.ctx, corp);
    const refusal = { code: 'CONTACT_IN_USE' };
    await expect(deleteContact(world.ctx, { id })).rejects.toMatchObject(refusal);
    await expect(eraseContact(world.ctx, { id, confirm: 'Example Corp' })).rejects.toMatchObject(refusal);
    expect(await getContact(world.ctx, { id })).toMatchObject({ displayName: 'Example Corp' });
  });
});

describe('listing clients', () => {
  async function filled() {
    const world = await office();
    const { db } = world.server.services.client;
    const { tenant, user } = world;
    const make = (displayName: string, facts = {}, phone?: string) =>
      clientFactory(db, tenant.id, facts, { displayName, phone });
    const busy = await make('Busy', { idNumber: '00123' }, '0501234567');
    const calm = await make('Calm', { status: 'frozen' });
    const idle = await make('Idle');
    const keep = { receivedBy: user.id };
    await createBinder(db, tenant.id, { contactId: busy.contactId, ...keep, receivedAt: '2025-10-01' });
    await createBinder(db, tenant.id, { contactId: busy.contactId, ...keep, receivedAt: '2026-01-15' });
    await createBinder(db, tenant.id, {
      contactId: idle.contactId,
      ...keep,
      receivedAt: '2025-01-01',
      status: 'returned',
      returnedAt: '2025-02-01',
      returnedBy: user.id,
      pickupPersonName: 'Avi',
    });
    await createCharge(db, tenant.id, {
      contactId: busy.contactId,
      createdBy: user.id,
      status: 'issued',
      issuedAt: new Date('2026-01-01T00:00:00Z'),
    });
    return { world, busy, calm, idle };
  }

  it('shows what is open, missing and signalled, by name', async () => {
    const { world } = await filled();
    const { items, total } = await listOfficeClients(world.ctx, {});
    expect(total).toBe(3);
    expect(items.map(({ fullName }) => fullName)).toEqual(['Busy', 'Calm', 'Idle']);
    expect(items[0]).toMatchObject({
      openBinders: 2,
      missingDocuments: ['id_copy', 'power_of_attorney', 'engagement_agreement'],
      signals: ['missing_permanent_documents', 'overdue', 'unpaid_charges', 'idle_binder'],
      abilities: {
        edit: true,
        activate: false,
        freeze: true,
        close: true,
        receiveBinder: true,
        uploadDocument: true,
        newCharge: true,
        remindPayment: true,
      },
    });
    expect(items[1]).toMatchObject({ openBinders: 0, signals: [], abilities: { activate: true } });
  });

  it('filters by words, numbers, status and signals', async () => {
    const { world } = await filled();
    const found = async (filter: Parameters<typeof listOfficeClients>[1]) =>
      (await listOfficeClients(world.ctx, filter)).items.map(({ fullName }) => fullName);
    expect(await found({ q: 'BUS' })).toEqual(['Busy']);
    expect(await found({ q: '012' })).toEqual(['Busy']);
    expect(await found({ q: '050 123' })).toEqual(['Busy']);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ status: 'frozen' })).toEqual(['Calm']);
    expect(await found({ hasSignals: true })).toEqual(['Busy']);
    expect(await found({ hasSignals: false })).toEqual(['Calm', 'Idle']);
  });

  it('pages without overlap, by cursor and by number', async () => {
    const world = await office();
    const { db } = world.server.services.client;
    for (const displayName of ['C', 'A', 'B', 'B', 'D'])
      await clientFactory(db, world.tenant.id, {}, { displayName });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOfficeClients>> = await listOfficeClients(world.ctx, {
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ ref }) => ref));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    const numbered = await pageOfficeClients(world.ctx, { page: 2, pageSize: 3 });
    expect(numbered).toMatchObject({ page: 2, pageSize: 3, total: 5 });
    expect(numbered.items.map(({ ref }) => ref)).toEqual([...seen].sort((a, b) => a - b).slice(3));
    expect(await pageOfficeClients(world.ctx, { page: 1_000_000_000, pageSize: 100 })).toMatchObject({
      items: [],
      total: 5,
    });
    expect(await pageOfficeClients(world.ctx, { page: 1, pageSize: 1, status: 'closed' })).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('shows the head of a client, messages to advisors only', async () => {
    const { world, busy } = await filled();
    const detail = await getOfficeClient(world.ctx, { ref: busy.ref });
    expect(detail.counts).toEqual({ binders: 2, charges: 1, unpaidCharges: 1, documents: 0, messages: 0 });
    const secretary = await world.as('manager');
    const seen = await getOfficeClient(secretary, { ref: busy.ref });
    expect(seen.counts.messages).toBeNull();
    expect(seen.abilities).toMatchObject({
      edit: true,
      freeze: false,
      newCharge: false,
      remindPayment: false,
    });
  });

  it('shows nothing foreign and is refused to others', async () => {
    const { world } = await filled();
    const other = await office();
    await createMember(world.server.services.client.db, other.tenant.id, 'member');
    expect(await listOfficeClients(other.ctx, { q: 'Busy' })).toMatchObject({ items: [], total: 0 });
    const { ctx } = await office('accountant');
    for (const call of [() => listOfficeClients(ctx, {}), () => getOfficeClient(ctx, { ref: 1 })])
      await expect(call()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
