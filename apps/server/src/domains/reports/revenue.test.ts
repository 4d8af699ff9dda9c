import type { RevenueGroup, RevenueReport } from '@officina/contracts/reports';
import { createContact } from '@officina/db/factories';
import { createInvoice, createPayment } from '@officina/db/factories-sales';
import { invoices } from '@officina/db/schema/sales';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../kernel/clock.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { statementsOf } from '../../testing/statements.ts';
import { createContact as journaledChange } from '../contacts/create-contact.ts';
import { revenue } from './revenue.ts';

const january = { from: '2026-01-01', to: '2026-01-31' };

async function withContact(world: World) {
  const { db } = world.server.services.client;
  const { id } = await createContact(db, world.tenant.id);
  const invoice = (facts: Parameters<typeof createInvoice>[3]) =>
    createInvoice(db, world.tenant.id, id, facts);
  return { db, contactId: id, invoice };
}

describe('revenue', () => {
  it('counts paid invoices by the tenant’s day of payment, with VAT, average and methods', async () => {
    const world = await createWorld('accountant');
    const { db, invoice } = await withContact(world);
    const lines = [{ unitPriceMinor: 10_000, vatRate: 20 }];
    // 23:30 in Paris on the 31st and 00:30 on the 1st of February.
    await invoice({ status: 'paid', lines, paidAt: new Date('2026-01-31T22:30:00Z'), paymentMethod: 'cash' });
    await invoice({ status: 'paid', lines, paidAt: new Date('2026-01-31T23:30:00Z') });
    await invoice({ status: 'sent', lines });
    const split = await invoice({ status: 'sent', totalMinor: 5001 });
    await createPayment(db, world.tenant.id, split.id, { amountMinor: 1001, method: 'check' });
    await createPayment(db, world.tenant.id, split.id, { amountMinor: 7, reversedAt: new Date() });
    await createPayment(db, world.tenant.id, split.id, { amountMinor: 4000, method: 'cash' });
    const { sql } = world.server.services.client;
    await sql`update invoices set status = 'paid', paid_at = '2026-01-10T12:00:00Z', payment_method = 'cash'
      where tenant_id = ${world.tenant.id} and id = ${split.id}`;
    expect(await revenue(world.ctx, january)).toEqual({
      ...january,
      groupBy: 'month',
      currency: 'EUR',
      summary: {
        revenueCents: 17_001,
        invoicesPaid: 2,
        averageInvoiceCents: 8501,
        creditedCents: 0,
        vatCents: 2000,
      },
      breakdown: [{ period: '2026-01', revenueCents: 17_001, invoices: 2, vatCents: 2000 }],
      byMethod: [
        { method: 'cash', amountCents: 16_000, payments: 2 },
        { method: 'check', amountCents: 1001, payments: 1 },
      ],
    });
  });

  it('takes off credit notes on paid invoices by their date, whatever sign they are stored with', async () => {
    const world = await createWorld();
    const { invoice } = await withContact(world);
    const paid = await invoice({
      status: 'paid',
      totalMinor: 10_000,
      paidAt: new Date('2026-01-05T12:00:00Z'),
    });
    const cancelled = await invoice({ status: 'cancelled', totalMinor: 700 });
    const note = { kind: 'credit_note' as const, lines: [{ unitPriceMinor: -1000, vatRate: 20 }] };
    await invoice({ ...note, creditedInvoiceId: paid.id, issueDate: '2026-01-06' });
    await invoice({
      kind: 'credit_note',
      totalMinor: 300,
      creditedInvoiceId: paid.id,
      issueDate: '2026-02-01',
    });
    await invoice({
      kind: 'credit_note',
      totalMinor: 700,
      creditedInvoiceId: cancelled.id,
      issueDate: '2026-01-07',
    });
    const report = await revenue(world.ctx, { from: '2026-01-01', to: '2026-02-28', groupBy: 'day' });
    expect(report.breakdown).toEqual([
      { period: '2026-01-05', revenueCents: 10_000, invoices: 1, vatCents: 0 },
      { period: '2026-01-06', revenueCents: -1200, invoices: 0, vatCents: -200 },
      { period: '2026-02-01', revenueCents: -300, invoices: 0, vatCents: 0 },
    ]);
    expect(report.summary).toMatchObject({
      revenueCents: 8500,
      creditedCents: 1500,
      averageInvoiceCents: 8500,
    });
  });

  it('knows nothing of other tenants and other currencies', async () => {
    const [world, stranger] = await Promise.all([createWorld(), createWorld()]);
    const paidAt = new Date('2026-01-05T12:00:00Z');
    await (await withContact(stranger)).invoice({ status: 'paid', paidAt });
    await (await withContact(world)).invoice({ status: 'paid', paidAt, currency: 'USD' });
    const { summary, breakdown, byMethod } = await revenue(world.ctx, january);
    expect(summary).toMatchObject({ revenueCents: 0, invoicesPaid: 0, averageInvoiceCents: 0 });
    expect([breakdown, byMethod]).toEqual([[], []]);
  });

  it('is kept until the journal tells of a change', async () => {
    const world = await createWorld();
    const { invoice } = await withContact(world);
    const count = async () => (await revenue(world.ctx, january)).summary.invoicesPaid;
    expect(await count()).toBe(0);
    expect(await statementsOf(count)).toHaveLength(1);
    await invoice({ status: 'paid', paidAt: new Date('2026-01-05T12:00:00Z') });
    await journaledChange(world.ctx, { firstName: 'Jean', lastName: 'Martin' });
    expect(await count()).toBe(1);
  });

  it('refuses impossible ranges and roles without the word', async () => {
    const world = await createWorld();
    const refused = [
      { from: '2026-01-02', to: '2026-01-01' },
      { from: '2020-12-31', to: '2026-01-01' },
      { from: '2026-02-30', to: '2026-03-01' },
    ];
    for (const range of refused) {
      await expect(revenue(world.ctx, range)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    }
    await expect(revenue(await world.as('member'), january)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'reports.read' },
    });
  });
});

interface Fact {
  kind: 'invoice' | 'engagement' | 'credit_note';
  status: 'sent' | 'paid' | 'cancelled';
  total: number;
  /** Moment of payment, or day of issue of a credit note. */
  moment: Temporal.Instant;
  of: number;
}

const LABEL: Record<RevenueGroup, (day: Temporal.PlainDate) => string> = {
  day: (day) => day.toString(),
  week: (day) => `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`,
  month: (day) => day.toPlainYearMonth().toString(),
};

/** The rule read aloud, fact by fact, by Temporal's calendar. */
function naive(facts: readonly Fact[], zone: string, from: string, to: string, groupBy: RevenueGroup) {
  const periods = new Map<string, { revenueCents: number; invoices: number }>();
  for (const fact of facts) {
    const day = fact.moment.toZonedDateTimeISO(zone).toPlainDate();
    if (day.toString() < from || day.toString() > to) continue;
    const credit = fact.kind === 'credit_note';
    if (credit ? facts[fact.of]?.status !== 'paid' : fact.status !== 'paid') continue;
    const period = LABEL[groupBy](day);
    const sums = periods.get(period) ?? { revenueCents: 0, invoices: 0 };
    sums.revenueCents += credit ? -fact.total : fact.total;
    sums.invoices += credit ? 0 : 1;
    periods.set(period, sums);
  }
  return [...periods]
    .map(([period, sums]) => ({ period, ...sums }))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
}

async function insertFacts(world: World, contactId: string, facts: readonly Fact[]): Promise<void> {
  const tenantId = world.tenant.id;
  const ids = facts.map(() => crypto.randomUUID());
  const rows = facts.map(({ kind, status, total, moment, of }, index) => ({
    tenantId,
    id: ids[index],
    contactId,
    kind,
    series: kind === 'credit_note' ? ('credit_note' as const) : ('invoice' as const),
    number: `n${index}`,
    creditedInvoiceId: kind === 'credit_note' ? ids[of] : null,
    status: kind === 'credit_note' ? ('sent' as const) : status,
    issueDate: moment.toZonedDateTimeISO(world.tenant.timeZone).toPlainDate().toString(),
    dueDate: '2026-01-01',
    vatRate: 0,
    currency: 'EUR',
    subtotalMinor: total,
    vatMinor: 0,
    totalMinor: total,
    vatBreakdown: [],
    paidAt: kind !== 'credit_note' && status === 'paid' ? new Date(moment.epochMilliseconds) : null,
    sellerSnapshot: { companyName: 'x' },
    buyerSnapshot: { name: 'x' },
  }));
  if (rows.length) await world.server.services.client.db.insert(invoices).values(rows);
}

const ZONES = [
  'Europe/Paris',
  'Asia/Jerusalem',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
];
/** Days on which some of these zones change their clocks, ends of years, and a leap day. */
const DAYS = [
  '2018-11-04',
  '2023-04-28',
  '2024-02-29',
  '2025-03-30',
  '2025-10-26',
  '2025-12-31',
  '2026-01-01',
  '2027-01-01',
];

describe('revenue of any history', () => {
  it('is what the rule says, in every time zone, around midnights and changes of the clock', async () => {
    const day = fc
      .tuple(fc.constantFrom(...DAYS), fc.integer({ min: -8, max: 8 }))
      .map(([start, days]) => Temporal.PlainDate.from(start).add({ days }).toString());
    const minutes = fc.oneof(fc.integer({ min: -130, max: 130 }), fc.integer({ min: 0, max: 1440 }));
    const history = (zone: string) =>
      fc.array(
        fc.record({
          kind: fc.constantFrom('invoice', 'invoice', 'engagement', 'credit_note'),
          status: fc.constantFrom('paid', 'paid', 'sent', 'cancelled'),
          total: fc.integer({ min: 1, max: 2_000_000_000 }),
          moment: fc.tuple(day, minutes).map(([on, after]) => {
            const midnight = Temporal.Instant.fromEpochMilliseconds(startOfDay(on, zone).getTime());
            return midnight.add({ minutes: after, milliseconds: after % 2 });
          }),
          of: fc.nat(),
        }),
        { maxLength: 25 },
      );
    const cases = fc.constantFrom(...ZONES).chain((zone) =>
      fc.record({
        zone: fc.constant(zone),
        facts: history(zone),
        wishes: fc.array(fc.tuple(day, day, fc.constantFrom('day', 'week', 'month')), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ zone, facts: raw, wishes }) => {
        // A credit note is on one of the invoices; without any there is none.
        const targets = raw.flatMap(({ kind }, index) => (kind === 'credit_note' ? [] : [index]));
        const facts: Fact[] = raw
          .map((fact) => ({ ...fact, of: targets[fact.of % Math.max(1, targets.length)] ?? -1 }))
          .map((fact) => (fact.of < 0 ? { ...fact, kind: 'invoice' as const } : fact)) as Fact[];
        const world = await createWorld('owner', { timeZone: zone });
        const { contactId } = await withContact(world);
        await insertFacts(world, contactId, facts);
        for (const [one, other, groupBy] of wishes) {
          const [from, to] = [one, other].toSorted() as [string, string];
          if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) >= 5) continue;
          const report: RevenueReport = await revenue(world.ctx, { from, to, groupBy });
          const expected = naive(facts, zone, from, to, groupBy);
          expect(report.breakdown.map(({ vatCents: _, ...period }) => period)).toEqual(expected);
          const revenueCents = expected.reduce((sum, period) => sum + period.revenueCents, 0);
          const invoicesPaid = expected.reduce((sum, period) => sum + period.invoices, 0);
          expect(report.summary).toMatchObject({ revenueCents, invoicesPaid });
          const paid = report.byMethod.reduce((sum, { amountCents }) => sum + amountCents, 0);
          expect(paid - report.summary.creditedCents).toBe(revenueCents);
        }
      }),
      { numRuns: 60 },
    );
  });
});
