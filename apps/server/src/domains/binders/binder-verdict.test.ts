import { addDays } from '@officina/contracts/calendar';
import {
  BINDER_SIGNALS,
  BINDER_STATUSES,
  PERMANENT_DOCUMENTS,
  SLA_STATES,
  WORK_STATES,
} from '@officina/contracts/office';
import { createBinder, createCharge, createOfficeClient } from '@officina/db/factories-office';
import { documents } from '@officina/db/schema/documents';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawStatement } from '../../kernel/statement.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { type BinderFacts, binderAbilities, verdictOf } from './binder-verdict.ts';
import {
  daysOverdue,
  givesOneOf,
  givesSome,
  inSlaState,
  inWorkState,
  missingDocuments,
  signalsOf,
  slaStateOf,
  unpaidCharges,
  workStateOf,
} from './verdict-sql.ts';

const TODAY = '2026-03-01';

const aged = (age: number, facts: Partial<BinderFacts> = {}): BinderFacts => {
  const receivedAt = addDays(TODAY, -age);
  return {
    status: 'in_office',
    receivedAt,
    expectedReturnAt: addDays(receivedAt, 90),
    returnedAt: null,
    lastWorkOn: null,
    missingDocuments: false,
    unpaidCharges: false,
    ...facts,
  };
};

describe('the verdict on a binder', () => {
  it.each([
    [0, 90, 'on_track', 0, 'in_progress', []],
    [13, 77, 'on_track', 0, 'in_progress', []],
    [14, 76, 'on_track', 0, 'waiting_for_work', ['idle_binder']],
    [74, 16, 'on_track', 0, 'waiting_for_work', ['idle_binder']],
    [75, 15, 'approaching', 0, 'waiting_for_work', ['near_sla', 'idle_binder']],
    [89, 1, 'approaching', 0, 'waiting_for_work', ['near_sla', 'idle_binder']],
    [90, 0, 'approaching', 0, 'waiting_for_work', ['near_sla', 'idle_binder']],
    [91, -1, 'overdue', 1, 'waiting_for_work', ['overdue', 'idle_binder']],
  ])('at %i days', (age, daysRemaining, slaState, daysOverdue, workState, signals) => {
    expect(verdictOf(aged(age), TODAY)).toEqual({
      isOverdue: daysOverdue > 0,
      daysOverdue,
      daysRemaining,
      daysInOffice: age,
      daysSinceReceived: age,
      idleDays: age,
      slaState,
      workState,
      signals,
    });
  });

  it('counts work on a binder, also on its last idle day', () => {
    const worked = (days: number) => verdictOf(aged(40, { lastWorkOn: addDays(TODAY, -days) }), TODAY);
    expect(worked(13)).toMatchObject({ idleDays: 13, workState: 'in_progress', signals: [] });
    expect(worked(14)).toMatchObject({
      idleDays: 14,
      workState: 'waiting_for_work',
      signals: ['idle_binder'],
    });
    const earlier = verdictOf(aged(5, { lastWorkOn: addDays(TODAY, -20) }), TODAY);
    expect(earlier).toMatchObject({ idleDays: 5, workState: 'in_progress' });
  });

  it('lets the clock of a ready binder run, but not its idleness', () => {
    const late = verdictOf(aged(100, { status: 'ready_for_pickup' }), TODAY);
    expect(late).toMatchObject({
      isOverdue: true,
      daysOverdue: 10,
      workState: 'in_progress',
      signals: ['overdue', 'ready_for_pickup'],
    });
  });

  it('says nothing more of a returned binder', () => {
    const facts = { status: 'returned', returnedAt: addDays(TODAY, -100), missingDocuments: true } as const;
    expect(verdictOf(aged(200, { ...facts, unpaidCharges: true }), TODAY)).toEqual({
      isOverdue: false,
      daysOverdue: 0,
      daysRemaining: null,
      daysInOffice: 100,
      daysSinceReceived: 200,
      idleDays: 200,
      slaState: null,
      workState: 'completed',
      signals: [],
    });
  });

  it('lists signals in their one order', () => {
    const facts = { status: 'ready_for_pickup', missingDocuments: true, unpaidCharges: true } as const;
    expect(verdictOf(aged(80, facts), TODAY).signals).toEqual([
      'missing_permanent_documents',
      'near_sla',
      'ready_for_pickup',
      'unpaid_charges',
    ]);
  });

  it.each([
    ['in_office', { ready: true, undoReady: false, return: true, note: true }],
    ['ready_for_pickup', { ready: false, undoReady: true, return: true, note: true }],
    ['returned', { ready: false, undoReady: false, return: false, note: false }],
  ] as const)('leads on from %s', (status, abilities) => {
    expect(binderAbilities(status, true)).toEqual(abilities);
    expect(Object.values(binderAbilities(status, false))).not.toContain(true);
  });
});

interface Judged extends BinderFacts {
  daysOverdue: number;
  slaState: string | null;
  workState: string;
  signals: string[];
  some: boolean;
  inSla: boolean[];
  inWork: boolean[];
  oneOf: boolean;
}

const list = (conditions: Record<string, ReturnType<typeof sql>>, words: readonly string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`coalesce(${conditions[word]}, false)`),
    sql.raw(', '),
  )}]`;

const judged = rawStatement<Judged>(sql`
  select b.status, b.received_at::text as "receivedAt", b.expected_return_at::text as "expectedReturnAt",
    b.returned_at::text as "returnedAt", b.last_work_on::text as "lastWorkOn",
    ${missingDocuments} as "missingDocuments", ${unpaidCharges} as "unpaidCharges",
    ${daysOverdue} as "daysOverdue", ${slaStateOf} as "slaState", ${workStateOf} as "workState",
    ${signalsOf} as signals, ${givesSome} as some, ${givesOneOf} as "oneOf",
    ${list(inSlaState, SLA_STATES)} as "inSla", ${list(inWorkState, WORK_STATES)} as "inWork"
  from binders b where b.tenant_id = ${sql.placeholder('tenantId')}::uuid`);

/** A client for each combination of documents on file and charges owed, and two hundred binders of theirs. */
async function fillRandomly(world: World) {
  const { db } = world.server.services.client;
  const tenantId = world.tenant.id;
  const clients = [];
  for (let kind = 0; kind < 16; kind++) {
    const { contactId } = await createOfficeClient(db, tenantId);
    const types = PERMANENT_DOCUMENTS.filter((_, at) => kind & (1 << at));
    for (const documentType of [...types, ...types]) {
      const file = { filename: 'f.pdf', contentType: 'application/pdf', sizeBytes: 1, sha256: '0' };
      await db
        .insert(documents)
        .values({ tenantId, contactId, category: 'permanent', documentType, storageKey: 'k', ...file });
    }
    const status = kind & 8 ? 'issued' : 'draft';
    await createCharge(db, tenantId, {
      contactId,
      createdBy: world.user.id,
      status,
      issuedAt: status === 'issued' ? new Date() : null,
    });
    clients.push(contactId);
  }
  const dayNear = (centre: number) => fc.integer({ min: centre - 3, max: centre + 3 });
  const random = fc.record({
    age: fc.oneof(dayNear(14), dayNear(75), dayNear(90), fc.integer({ min: 0, max: 400 })),
    worked: fc.option(fc.integer({ min: 0, max: 60 })),
    status: fc.constantFrom(...BINDER_STATUSES),
    contactId: fc.constantFrom(...clients),
  });
  for (const { age, worked, status, contactId } of fc.sample(random, 200)) {
    const returned = { returnedAt: TODAY, returnedBy: world.user.id, pickupPersonName: 'Avi' };
    await createBinder(db, tenantId, {
      contactId,
      receivedBy: world.user.id,
      receivedAt: addDays(TODAY, -age),
      lastWorkOn: worked === null ? null : addDays(TODAY, -worked),
      status,
      ...(status === 'returned' && returned),
    });
  }
}

describe('the verdict in SQL', () => {
  it('agrees with the pure one for all rows and days', async () => {
    const world = await createWorld('admin');
    await fillRandomly(world);
    const { client } = world.server.services;
    const days = fc.integer({ min: -5, max: 120 }).map((later) => addDays(TODAY, later));
    await fc.assert(
      fc.asyncProperty(days, fc.subarray([...BINDER_SIGNALS]), async (today, signals) => {
        const asked = { tenantId: world.tenant.id, today, signals: signals.join(',') };
        const rows = await judged(client.db, asked);
        expect(rows).toHaveLength(200);
        for (const row of rows) {
          const verdict = verdictOf(row, today);
          expect(row).toMatchObject({
            daysOverdue: verdict.daysOverdue,
            slaState: verdict.slaState,
            workState: verdict.workState,
            signals: verdict.signals,
            some: verdict.signals.length > 0,
            oneOf: verdict.signals.some((signal) => signals.includes(signal)),
            inSla: SLA_STATES.map((state) => state === verdict.slaState),
            inWork: WORK_STATES.map((state) => state === verdict.workState),
          });
        }
      }),
      { numRuns: 25 },
    );
  });
});
