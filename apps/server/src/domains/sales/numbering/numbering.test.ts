import { createContact } from '@officina/db/factories';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { write } from '../../../kernel/operation.ts';
import { createInvoice } from '../invoices/create-invoice.ts';
import { setInvoiceStatus } from '../invoices/set-invoice-status.ts';
import { convertQuote } from '../quotes/convert-quote.ts';
import { createQuote } from '../quotes/create-quote.ts';
import { addDraft } from '../testing/invoice-world.ts';
import { exampleLines, quoteIn, type SalesWorld, salesWorld } from '../testing/sales-world.ts';

/** Writes a quote and then fails or not: whether its number comes back is what is tested. */
const quoteThenFail = write({
  name: 'test.quoteThenFail',
  permission: 'public',
  input: z.object({ contactId: z.string(), fail: z.boolean() }),
  async run(ctx, { contactId, fail }) {
    await ctx.tx();
    const made = await createQuote(ctx, { contactId, lines: exampleLines });
    if (fail) throw new Error('rolled back on purpose');
    return made.number;
  },
});

const issueThenFail = write({
  name: 'test.issueThenFail',
  permission: 'public',
  input: z.object({ contactId: z.string(), fail: z.boolean() }),
  async run(ctx, { contactId, fail }) {
    await ctx.tx();
    const draft = await createInvoice(ctx, { contactId, lines: exampleLines });
    const issued = await setInvoiceStatus(ctx, { id: draft.id, status: 'sent' });
    if (fail) throw new Error('rolled back on purpose');
    return issued.number ?? '';
  },
});

const numbersUpTo = (count: number) =>
  Array.from({ length: count }, (_, i) => `2026-${String(i + 1).padStart(3, '0')}`);

async function numbersIn(world: SalesWorld, table: 'quotes' | 'invoices') {
  const { sql } = world.server.services.client;
  const rows = await sql`select number, issue_date::text as day from ${sql(table)}
    where tenant_id = ${world.tenant.id} and number is not null order by number_year, number_seq`;
  return { numbers: rows.map((row) => row.number as string), days: rows.map((row) => row.day as string) };
}

describe('numbers have no gap and no duplicate', () => {
  for (const [what, operation, table] of [
    ['quotes', quoteThenFail, 'quotes'],
    ['issued invoices', issueThenFail, 'invoices'],
  ] as const) {
    it(`with 50 parallel writers of ${what}, some of which are rolled back`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), async (fails) => {
          const world = await salesWorld();
          const tries = await Promise.allSettled(
            fails.map((fail) => operation(world.ctx, { contactId: world.contactId, fail })),
          );
          const given = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
          const written = fails.filter((fail) => !fail).length;
          expect(given.sort()).toEqual(numbersUpTo(written));
          expect((await numbersIn(world, table)).numbers).toEqual(numbersUpTo(written));
        }),
        { numRuns: 3 },
      );
    });
  }

  it('with one-statement quotes among refused ones', async () => {
    const world = await salesWorld();
    const nobody = '00000000-0000-7000-8000-000000000000';
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        createQuote(world.ctx, { contactId: i % 3 ? world.contactId : nobody, lines: exampleLines }),
      ),
    );
    const refused = tries.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(17);
    for (const each of refused) expect(each.reason).toMatchObject({ code: 'NOT_FOUND' });
    expect((await numbersIn(world, 'quotes')).numbers).toEqual(numbersUpTo(33));
  });

  it('with conversions, issues and refusals mixed', async () => {
    const world = await salesWorld();
    const quotes = [];
    for (let i = 0; i < 6; i++) quotes.push(await quoteIn(world, i % 2 ? 'sent' : 'draft'));
    const drafts = [];
    for (let i = 0; i < 4; i++) drafts.push((await addDraft(world)).id);
    await Promise.allSettled([
      ...quotes.flatMap((id) => [convertQuote(world.ctx, { id }), convertQuote(world.ctx, { id })]),
      ...drafts.map((id) => setInvoiceStatus(world.ctx, { id, status: 'sent' })),
    ]);
    expect((await numbersIn(world, 'invoices')).numbers).toEqual(numbersUpTo(7));
  });
});

describe('the form of numbers', () => {
  it('grows past three digits, and starts anew with the year of the issue date', async () => {
    const world = await salesWorld();
    const { sql } = world.server.services.client;
    const quote = async () =>
      (await createQuote(world.ctx, { contactId: world.contactId, lines: exampleLines })).number;
    await quote();
    await sql`update number_counters set last = 998 where tenant_id = ${world.tenant.id}`;
    expect([await quote(), await quote(), await quote()]).toEqual(['2026-999', '2026-1000', '2026-1001']);
    // 23:30 in Paris on the last day, then half past midnight.
    world.server.clock.set('2026-12-31T22:30:00.000Z');
    expect(await quote()).toBe('2026-1002');
    world.server.clock.set('2026-12-31T23:30:00.000Z');
    expect(await quote()).toBe('2027-001');
  });

  it('is each tenant’s own', async () => {
    const [one, other] = [await salesWorld(), await salesWorld()];
    for (const world of [one, other]) {
      const contact = await createContact(world.server.services.client.db, world.tenant.id);
      const made = await createQuote(world.ctx, { contactId: contact.id, lines: exampleLines });
      expect(made.number).toBe('2026-001');
    }
  });

  it('follows dates: what is issued around midnight is in the order of its numbers', async () => {
    const world = await salesWorld();
    const drafts = await Promise.all(Array.from({ length: 12 }, () => addDraft(world)));
    const moments = ['2026-01-15T22:59:59Z', '2026-01-15T23:00:01Z'];
    const issue = ({ id }: { id: string }, i: number) => {
      world.server.clock.set(moments[i % 2] ?? '');
      // A request keeps the moment at which it came in, as contexts of the HTTP door do.
      const ctx = { ...world.ctx, now: world.ctx.now, today: world.ctx.today };
      return setInvoiceStatus(ctx, { id, status: 'sent' });
    };
    // The first is through before the others race: else one of the next day might come before all of them.
    const [first, ...others] = drafts;
    if (first) await issue(first, 0);
    await Promise.all(others.map(issue));
    const { numbers, days } = await numbersIn(world, 'invoices');
    expect(numbers).toEqual(numbersUpTo(12));
    expect(days).toEqual([...days].sort());
    expect(new Set(days)).toEqual(new Set(['2026-01-15', '2026-01-16']));
  });
});
