import { createContact } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { invoices, quotes } from '@officina/db/schema/sales';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { pipeline } from './pipeline.ts';

const amounts = (total: number) => ({
  vatRate: 0,
  currency: 'EUR',
  subtotalMinor: total,
  vatMinor: 0,
  totalMinor: total,
  vatBreakdown: [],
});

describe('the pipeline', () => {
  it('rounds the rate and the mean, and adds up nothing of other currencies and tenants', async () => {
    const [world, stranger] = await Promise.all([createWorld('accountant'), createWorld()]);
    for (const { tenant } of [world, stranger]) {
      const { db } = world.server.services.client;
      const { id } = await createContact(db, tenant.id);
      await createQuote(db, tenant.id, id, { status: 'accepted', totalMinor: 100 });
      await createQuote(db, tenant.id, id, { status: 'accepted', totalMinor: 101 });
      await createQuote(db, tenant.id, id, { status: 'accepted', totalMinor: 9999, currency: 'USD' });
      for (let i = 0; i < 5; i++) await createQuote(db, tenant.id, id, { status: 'sent', totalMinor: 10 });
    }
    expect(await pipeline(world.ctx, {})).toEqual({
      currency: 'EUR',
      stages: [
        { status: 'draft', count: 0, totalCents: 0 },
        { status: 'sent', count: 5, totalCents: 50 },
        { status: 'accepted', count: 3, totalCents: 201 },
      ],
      conversionRate: 0.38,
      averageDealCents: 101,
      totalCents: 251,
    });
  });

  it('follows the business day: a quote expires overnight without any change', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const { id } = await createContact(db, world.tenant.id);
    await createQuote(db, world.tenant.id, id, { status: 'sent', validUntil: '2026-01-15' });
    const sent = async () => (await pipeline(world.ctx, {})).stages[1]?.count;
    const { clock } = world.server;
    clock.set('2026-01-15T22:59:59.999Z');
    expect(await sent()).toBe(1);
    clock.set('2026-01-15T23:00:00.000Z');
    expect(await sent()).toBe(0);
    clock.set('2026-01-15T10:00:00.000Z');
  });

  it('keeps a converted quote out of the stages whatever became of its invoice', async () => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const { id } = await createContact(db, world.tenant.id);
    for (const status of ['sent', 'paid', 'cancelled'] as const) {
      const quote = await createQuote(db, world.tenant.id, id, { status: 'accepted', totalMinor: 300 });
      await createInvoice(db, world.tenant.id, id, { quoteId: quote.id, status, totalMinor: 300 });
    }
    expect(await pipeline(world.ctx, {})).toMatchObject({
      stages: [{ count: 0 }, { count: 0 }, { count: 0 }],
      conversionRate: 1,
      averageDealCents: 300,
    });
  });

  it('is refused to members', async () => {
    await expect(pipeline((await createWorld('member')).ctx, {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'reports.read' },
    });
  });

  it('is what the rule says of any quotes', async () => {
    const quote = fc.record({
      status: fc.constantFrom('draft', 'sent', 'accepted', 'rejected'),
      wasSent: fc.boolean(),
      validUntil: fc.constantFrom('2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16'),
      total: fc.integer({ min: 0, max: 1_999_999_999 }),
      converted: fc.boolean(),
      deleted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(quote, { maxLength: 25 }), async (raw) => {
        const world = await createWorld();
        const { db } = world.server.services.client;
        const tenantId = world.tenant.id;
        const { id: contactId } = await createContact(db, tenantId);
        const all = raw.map((each) => ({
          ...each,
          id: crypto.randomUUID(),
          sent: each.status === 'sent' || each.status === 'accepted' || each.wasSent,
          converted: each.status === 'accepted' && each.converted,
          deleted: each.deleted && !(each.status === 'accepted' && each.converted),
        }));
        const rows = all.map((each, index) => ({
          tenantId,
          id: each.id,
          contactId,
          number: `n${index}`,
          numberYear: 2026,
          numberSeq: index,
          status: each.status,
          issueDate: '2026-01-01',
          validUntil: each.validUntil,
          sentAt: each.sent ? new Date() : null,
          deletedAt: each.deleted ? new Date() : null,
          ...amounts(each.total),
        }));
        const made = all
          .filter(({ converted }) => converted)
          .map(({ id, total }) => ({
            tenantId,
            contactId,
            quoteId: id,
            issueDate: '2026-01-01',
            dueDate: '2026-01-01',
            ...amounts(total),
          }));
        if (rows.length) await db.insert(quotes).values(rows);
        if (made.length) await db.insert(invoices).values(made);

        const live = all.filter(({ deleted }) => !deleted);
        const sum = (list: typeof live) => list.reduce((total, each) => total + each.total, 0);
        const stages = {
          draft: live.filter(({ status }) => status === 'draft'),
          sent: live.filter(({ status, validUntil }) => status === 'sent' && validUntil >= '2026-01-15'),
          accepted: live.filter(({ status, converted }) => status === 'accepted' && !converted),
        };
        const won = live.filter(({ status }) => status === 'accepted');
        const sent = live.filter((each) => each.sent);
        const report = await pipeline(world.ctx, {});
        expect(report.stages).toEqual(
          Object.entries(stages).map(([status, list]) => ({
            status,
            count: list.length,
            totalCents: sum(list),
          })),
        );
        expect(report.totalCents).toBe(sum([...stages.draft, ...stages.sent, ...stages.accepted]));
        expect(report.conversionRate).toBeCloseTo(sent.length ? won.length / sent.length : 0, 1.99);
        expect(
          Math.abs(report.averageDealCents - (won.length ? sum(won) / won.length : 0)),
        ).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 40 },
    );
  });
});
