import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { activities, tasks } from '@officina/db/schema/contacts';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements.ts';
import { deleteContact } from './delete-contact.ts';
import { getContact } from './get-contact.ts';

async function worldWithContact() {
  const world = await createWorld();
  const { db } = world.server.services.client;
  const contact = await createContact(db, world.tenant.id, { firstName: 'Jean', lastName: 'Martin' });
  return { world, db, tenantId: world.tenant.id, contact };
}

describe('reading a contact', () => {
  it('answers an empty one with nothing missing', async () => {
    const { world, contact } = await worldWithContact();
    expect(await getContact(world.ctx, { id: contact.id })).toEqual({
      id: contact.id,
      kind: 'person',
      firstName: 'Jean',
      lastName: 'Martin',
      displayName: 'Jean Martin',
      email: null,
      phone: null,
      company: null,
      address: null,
      tags: [],
      isVip: false,
      customFields: {},
      version: 1,
      createdAt: contact.createdAt.toISOString(),
      updatedAt: contact.updatedAt.toISOString(),
      vehicles: [],
      recentQuotes: [],
      recentInvoices: [],
      openTasks: [],
      recentActivities: [],
      stats: { revenueCents: 0, currency: 'EUR', quotes: 0, conversionRate: null, lastActivityAt: null },
      abilities: { edit: true, delete: true, erase: true },
    });
  });

  it('shows the newest of each kind with derived states, and nothing deleted or of others', async () => {
    const { world, db, tenantId, contact } = await worldWithContact();
    const someone = await createContact(db, tenantId);
    await createVehicle(db, tenantId, someone.id);
    await createQuote(db, tenantId, someone.id);
    const first = await createVehicle(db, tenantId, contact.id, {
      createdAt: new Date('2025-01-01T00:00:00Z'),
    });
    const second = await createVehicle(db, tenantId, contact.id);
    await createVehicle(db, tenantId, contact.id, { deletedAt: new Date() });
    const quotes = [];
    for (let day = 1; day <= 6; day++) {
      const issueDate = `2026-01-0${day}`;
      quotes.push(await createQuote(db, tenantId, contact.id, { issueDate, status: 'sent' }));
    }
    await createQuote(db, tenantId, contact.id, { issueDate: '2026-01-09', deletedAt: new Date() });
    const expired = await createQuote(db, tenantId, contact.id, {
      issueDate: '2026-01-08',
      status: 'sent',
      validUntil: '2026-01-14',
    });
    const overdue = await createInvoice(db, tenantId, contact.id, { dueDate: '2026-01-05' });
    const detail = await getContact(world.ctx, { id: contact.id });
    expect(detail.vehicles.map((vehicle) => vehicle.id)).toEqual([second.id, first.id]);
    expect(detail.recentQuotes.map((quote) => quote.id)).toEqual(
      [expired, ...quotes.reverse()].slice(0, 5).map((quote) => quote.id),
    );
    expect(detail.recentQuotes.map((quote) => quote.status).slice(0, 2)).toEqual(['expired', 'sent']);
    expect(detail.recentInvoices).toEqual([
      {
        id: overdue.id,
        number: '2026-001',
        status: 'overdue',
        totalCents: 12_000,
        currency: 'EUR',
        issueDate: '2026-01-15',
        dueDate: '2026-01-05',
        daysOverdue: 10,
      },
    ]);
  });

  it('sums what the customer paid and how often quotes were accepted', async () => {
    const { world, db, tenantId, contact } = await worldWithContact();
    const paid = await createInvoice(db, tenantId, contact.id, { status: 'paid', totalMinor: 36_000 });
    await createInvoice(db, tenantId, contact.id, { status: 'sent', totalMinor: 99_000 });
    await createInvoice(db, tenantId, contact.id, { status: 'paid', totalMinor: 1, currency: 'USD' });
    await createInvoice(db, tenantId, contact.id, {
      kind: 'credit_note',
      creditedInvoiceId: paid.id,
      totalMinor: 6000,
    });
    const cancelled = await createInvoice(db, tenantId, contact.id, { status: 'cancelled', totalMinor: 500 });
    await createInvoice(db, tenantId, contact.id, {
      kind: 'credit_note',
      creditedInvoiceId: cancelled.id,
      totalMinor: 500,
    });
    await createQuote(db, tenantId, contact.id, { status: 'rejected', sentAt: new Date() });
    for (const status of ['draft', 'sent', 'accepted'] as const) {
      await createQuote(db, tenantId, contact.id, { status });
    }
    const { stats, recentInvoices } = await getContact(world.ctx, { id: contact.id });
    expect(stats).toMatchObject({ revenueCents: 30_000, quotes: 4, conversionRate: 0.33 });
    expect(recentInvoices).toHaveLength(4);
  });

  it('shows open tasks to those who may read tasks, and the ten newest activities', async () => {
    const { world, db, tenantId, contact } = await worldWithContact();
    const mine = { tenantId, contactId: contact.id, position: 1 };
    await db.insert(tasks).values([
      { ...mine, title: 'no date' },
      { ...mine, title: 'later', dueAt: new Date('2026-02-01T17:00:00Z') },
      { ...mine, title: 'soon', dueAt: new Date('2026-01-16T17:00:00Z'), assigneeId: world.user.id },
      { ...mine, title: 'done', status: 'done' },
      { ...mine, title: 'gone', deletedAt: new Date() },
    ]);
    await db.insert(activities).values(
      Array.from({ length: 12 }, (_, i) => ({
        tenantId,
        contactId: contact.id,
        type: 'CALL_MADE' as const,
        description: `Appel ${i}`,
        userId: i % 2 ? world.user.id : null,
        createdAt: new Date(Date.UTC(2026, 0, 1, i)),
      })),
    );
    const detail = await getContact(world.ctx, { id: contact.id });
    expect(detail.openTasks?.map((task) => task.title)).toEqual(['soon', 'later', 'no date']);
    expect(detail.openTasks?.[0]).toMatchObject({
      dueAt: '2026-01-16T17:00:00.000Z',
      assignee: { id: world.user.id, name: 'Marc Dupont' },
    });
    expect(detail.recentActivities).toHaveLength(10);
    expect(detail.recentActivities.slice(0, 2)).toMatchObject([
      {
        description: 'Appel 11',
        user: { id: world.user.id },
        contact: { name: 'Jean Martin' },
        createdAt: '2026-01-01T11:00:00.000Z',
      },
      { description: 'Appel 10', user: null },
    ]);
    expect(detail.stats.lastActivityAt).toBe('2026-01-01T11:00:00.000Z');
    const accountant = await getContact(await world.as('accountant'), { id: contact.id });
    expect(accountant.openTasks).toBeNull();
    expect(accountant.abilities).toEqual({ edit: false, delete: false, erase: false });
  });

  it('is one statement', async () => {
    const { world, contact } = await worldWithContact();
    await getContact(world.ctx, { id: contact.id });
    const statements = await statementsOf(() => getContact(world.ctx, { id: contact.id }));
    expect(statements).toHaveLength(1);
  });

  it('finds nothing that is deleted, foreign or malformed, and refuses roles without the word', async () => {
    const { world, contact } = await worldWithContact();
    const stranger = await createWorld();
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
      await expect(getContact(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(getContact(stranger.ctx, { id: contact.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Contact not found',
    });
    await expect(getContact(await world.as('client'), { id: contact.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await deleteContact(world.ctx, { id: contact.id });
    await expect(getContact(world.ctx, { id: contact.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
