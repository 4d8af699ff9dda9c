import { roleMay } from '@officina/contracts/permissions';
import { ROLES, type Role } from '@officina/contracts/roles';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Operation } from '../kernel/operation.ts';
import { allOperations } from './all-operations.ts';
import { FOREIGN_CASES } from './foreign-inputs.ts';
import { AMOUNT, createForeignWorld, type ForeignRows } from './foreign-world.ts';

const DIGITS = AMOUNT.replace('.', '');

/** Whether an amount of 73,519,264.83 stands in a text in any spelling: with separators, in hundredths, rounded. */
const holdsAmount = (text: string): boolean =>
  text.replace(/(?<=\d)[.,'’\s\u00a0\u202f](?=\d)/g, '').includes(DIGITS.slice(0, 8));

/** What the shared screens ask about the client, its charge and the message to it. */
async function sharedQuestions({ world }: ForeignRows): Promise<[string, object][]> {
  const { sql } = world.server.services.client;
  const entries = await sql<{ subject_id: string; contact_id: string }[]>`
    select subject_id, contact_id from journal_entries where tenant_id = ${world.tenant.id}
      and verb in ('client.created', 'charge.created', 'notification.queued')`;
  return [
    ['journal.list', { limit: 100 }],
    ['contacts.list', {}],
    ['contacts.export', {}],
    ...entries.flatMap(({ subject_id: recordId, contact_id: contactId }): [string, object][] => [
      ['activities.history', { recordId }],
      ['activities.timeline', { contactId }],
      ['contacts.get', { id: contactId }],
    ]),
  ];
}

/** One asker of each role, of the tenant whose rows are asked for. */
const askers: Partial<Record<Role, Promise<Ctx>>> = {};

/** Everything that an operation says, as an answer or as an error, about the rows of the asker's own tenant. */
async function saidBy(
  operation: Operation,
  rows: ForeignRows,
  role: Role,
  input: unknown = FOREIGN_CASES[operation.operation]?.[1](rows),
): Promise<string> {
  askers[role] ??= rows.world.as(role);
  const ctx = await askers[role];
  try {
    return JSON.stringify((await operation(ctx, input as never)) ?? null);
  } catch (error) {
    return error instanceof AppError ? JSON.stringify([error.message, error.details ?? null]) : String(error);
  }
}

const blind = ROLES.filter((role) => !roleMay(role, 'office.charges.amounts'));
const covered = allOperations.filter(({ operation }) => FOREIGN_CASES[operation]);

describe('what a client owes', () => {
  let rows: ForeignRows;

  beforeAll(async () => {
    rows = await createForeignWorld();
  });

  it('is told to advisors in every place that shows it', async () => {
    const telling: string[] = [];
    for (const operation of covered.filter(({ effect }) => effect === 'read'))
      if (holdsAmount(await saidBy(operation, rows, 'admin'))) telling.push(operation.operation);
    expect(telling).toEqual(
      expect.arrayContaining([
        'binders.allAttention',
        'binders.attention',
        'charges.aging',
        'charges.get',
        'charges.list',
        'charges.page',
        'charges.read',
        'charges.totals',
        'notifications.forClient',
        'officeClients.timeline',
        'officeClients.timelinePage',
      ]),
    );
  });

  // Reads first: what writes do to the rows must not hide what reads would have told.
  for (const role of blind) {
    it(`is told by no read to ${role}`, async () => {
      for (const operation of covered.filter(({ effect }) => effect === 'read'))
        expect(holdsAmount(await saidBy(operation, rows, role)), operation.operation).toBe(false);
    });
  }

  it('is told by no shared screen either, but the journal to advisors', async () => {
    const questions = await sharedQuestions(rows);
    expect(questions.length).toBeGreaterThanOrEqual(12);
    for (const [name, input] of questions) {
      const operation = covered.find((each) => each.operation === name) as Operation;
      const told = holdsAmount(await saidBy(operation, rows, 'admin', input));
      expect(told, name).toBe(name === 'journal.list');
      for (const role of blind)
        expect(holdsAmount(await saidBy(operation, rows, role, input)), `${name} to ${role}`).toBe(false);
    }
  });

  it('is told by no write to a secretary', async () => {
    for (const operation of covered.filter(({ effect }) => effect === 'write'))
      expect(holdsAmount(await saidBy(operation, rows, 'manager')), operation.operation).toBe(false);
  });
});
