import { chargeAmount } from '@officina/contracts/charges-inputs';
import { CHARGE_STATUSES, type ChargeStatus } from '@officina/contracts/office';
import { createCharge as chargeFactory, createOfficeClient } from '@officina/db/factories-office';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/harness.ts';
import { updateOfficeClient } from '../office-clients/update-office-client.ts';
import { attachInvoice } from './attach-invoice.ts';
import { cancelCharge } from './cancel-charge.ts';
import { readChargeAging } from './charge-aging.ts';
import type { ChargeAction } from './charge-status.ts';
import { readChargeTotals } from './charge-totals.ts';
import { createCharge } from './create-charge.ts';
import { getCharge } from './get-charge.ts';
import { issueCharge } from './issue-charge.ts';
import { listCharges } from './list-charges.ts';
import { markChargePaid } from './mark-charge-paid.ts';
import { pageCharges } from './page-charges.ts';
import { remindPayment } from './remind-payment.ts';

async function office(role: Parameters<typeof createWorld>[0] = 'admin') {
  const world = await createWorld(role, { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const client = await createOfficeClient(db, world.tenant.id, {}, { displayName: 'Example Corp' });
  const charge = (facts: Partial<Parameters<typeof chargeFactory>[2]> = {}) =>
    chargeFactory(db, world.tenant.id, { contactId: client.contactId, createdBy: world.user.id, ...facts });
  return { world, ctx: world.ctx, client, charge };
}

/** A charge's stamps in each status. */
const T = new Date('2026-01-10T08:00:00Z');
const STAMPS: Record<ChargeStatus, object> = {
  draft: {},
  issued: { issuedAt: T },
  paid: { issuedAt: T, paidAt: T },
  canceled: { issuedAt: T, canceledAt: T },
};

async function journalOf({ server, tenant }: World) {
  return server.services.client
    .sql`select verb, before, after, contact_id from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
}

describe('the amount of a charge', () => {
  const read = (value: unknown) => chargeAmount.safeParse(value);

  it('comes through exactly, as a number, as JSON text and as a decimal text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (hundredths) => {
        const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        expect(read(text).data).toBe(hundredths);
        expect(read(JSON.parse(text)).data).toBe(hundredths);
        expect(JSON.stringify(hundredths / 100)).toBe(String(Number(text)));
        expect(read(JSON.parse(JSON.stringify(hundredths / 100))).data).toBe(hundredths);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused with more than two decimals, never rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_998 }),
        fc.integer({ min: 1, max: 999 }),
        (hundredths, more) => {
          const digits = String(more).padStart(3, '0').replace(/0+$/, '');
          const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}${digits}`;
          expect(read(text).success).toBe(false);
          expect(read(JSON.parse(text)).success).toBe(false);
        },
      ),
    );
  });

  it.each([
    0,
    -1,
    -0.01,
    100_000_000,
    99_999_999.991,
    1e300,
    Number.NaN,
    Infinity,
    '',
    'x',
    '1e3',
    '1,5',
    '-1',
    '0.00',
    null,
    [],
    {},
    true,
  ])('is refused when it is %j', (value) => expect(read(value).success).toBe(false));

  it('is kept to the last hundredth', async () => {
    const { ctx, client } = await office();
    const make = (amount: number | string) =>
      createCharge(ctx, { clientRef: client.ref, amount, chargeType: 'one_time' });
    expect((await make('99999999.99')).amountMinor).toBe(9_999_999_999);
    expect((await make(0.8)).amountMinor).toBe(80);
    expect((await make(1500.5)).amountMinor).toBe(150_050);
    await expect(make(0.1 + 0.2)).rejects.toMatchObject({
      details: [{ field: 'amount', message: 'Must have at most 2 decimals' }],
    });
  });
});

describe('making a charge', () => {
  it('makes a draft in shekels, with one journal entry on the client', async () => {
    const { world, ctx, client } = await office();
    const made = await createCharge(ctx, {
      clientRef: client.ref,
      amount: 1500,
      chargeType: 'retainer',
      period: '2026-02',
    });
    expect(made).toEqual({
      id: expect.any(String),
      ref: expect.any(Number),
      client: { ref: client.ref, name: 'Example Corp' },
      amountMinor: 150_000,
      currency: 'ILS',
      chargeType: 'retainer',
      period: '2026-02',
      status: 'draft',
      createdAt: '2026-01-15T10:00:00.000Z',
      issuedAt: null,
      paidAt: null,
      canceledAt: null,
      invoice: null,
      abilities: { issue: true, markPaid: false, cancel: true, attachInvoice: false },
    });
    expect(await journalOf(world)).toEqual([
      {
        verb: 'charge.created',
        contact_id: client.contactId,
        before: null,
        after: {
          amountMinor: 150_000,
          currency: 'ILS',
          chargeType: 'retainer',
          period: '2026-02',
          status: 'draft',
        },
      },
    ]);
  });

  it('is refused for clients that are missing, foreign or closed', async () => {
    const [{ ctx, client }, other] = await Promise.all([office(), office()]);
    const make = (clientRef: number) =>
      createCharge(ctx, { clientRef, amount: 1, chargeType: 'retainer', period: '' });
    for (const ref of [other.client.ref, 999_999_999])
      await expect(make(ref)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: `Client ${ref} not found`,
      });
    await updateOfficeClient(ctx, { ref: client.ref, status: 'frozen' });
    await expect(make(client.ref)).resolves.toMatchObject({ period: null });
    await updateOfficeClient(ctx, { ref: client.ref, status: 'closed' });
    await expect(make(client.ref)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'Client is closed',
    });
  });

  it.each([
    ['amount', { amount: 0 }],
    ['chargeType', { chargeType: 'gift' }],
    ['period', { period: '2026-13' }],
    ['period', { period: '2026-1' }],
    ['currency', { currency: 'ils' }],
    ['currency', { currency: null }],
    ['clientRef', { clientRef: 1.5 }],
    ['clientRef', { clientRef: 1e20 }],
  ])('names a faulty %s', async (field, fault) => {
    const { ctx, client } = await office();
    const input = { clientRef: client.ref, amount: 1, chargeType: 'retainer', ...fault };
    await expect(createCharge(ctx, input as never)).rejects.toMatchObject({ details: [{ field }] });
  });

  it('never lands on a client that is being closed', async () => {
    for (let round = 0; round < 5; round++) {
      const { ctx, client } = await office();
      const { ref } = client;
      const [closing, making] = await Promise.allSettled([
        updateOfficeClient(ctx, { ref, status: 'closed' }),
        createCharge(ctx, { clientRef: ref, amount: 1, chargeType: 'retainer' }),
      ]);
      expect(closing.status).toBe('fulfilled');
      if (making.status === 'rejected')
        expect(making.reason).toMatchObject({ code: 'BAD_REQUEST', message: 'Client is closed' });
    }
  });
});

const ACTIONS = { issue: issueCharge, markPaid: markChargePaid, cancel: cancelCharge };

describe('the steps of a charge', () => {
  const MATRIX: Record<ChargeStatus, Record<ChargeAction, { to: ChargeStatus } | string>> = {
    draft: {
      issue: { to: 'issued' },
      markPaid: 'Cannot mark charge as paid with status draft',
      cancel: { to: 'canceled' },
    },
    issued: {
      issue: 'Cannot issue charge with status issued',
      markPaid: { to: 'paid' },
      cancel: { to: 'canceled' },
    },
    paid: {
      issue: 'Cannot issue charge with status paid',
      markPaid: 'Cannot mark charge as paid with status paid',
      cancel: 'Cannot cancel paid charge',
    },
    canceled: {
      issue: 'Cannot issue charge with status canceled',
      markPaid: 'Cannot mark charge as paid with status canceled',
      cancel: 'Charge already canceled',
    },
  };
  const STAMP = { issue: 'issuedAt', markPaid: 'paidAt', cancel: 'canceledAt' } as const;
  const VERB = { issue: 'charge.issued', markPaid: 'charge.paid', cancel: 'charge.canceled' } as const;

  for (const from of CHARGE_STATUSES) {
    for (const action of ['issue', 'markPaid', 'cancel'] as const) {
      it(`${action} of a charge that is ${from}`, async () => {
        const { world, ctx, charge } = await office();
        const { ref } = await charge({ status: from, ...STAMPS[from] });
        const before = await getCharge(ctx, { ref });
        const expected = MATRIX[from][action];
        if (typeof expected === 'string') {
          await expect(ACTIONS[action](ctx, { ref })).rejects.toMatchObject({
            code: 'BAD_REQUEST',
            message: expected,
          });
          expect(await getCharge(ctx, { ref })).toEqual(before);
          expect(await journalOf(world)).toEqual([]);
          return;
        }
        const after = await ACTIONS[action](ctx, { ref });
        const { history, ...kept } = before;
        expect(history).toEqual([]);
        const { abilities, ...changed } = after;
        expect({ ...kept, ...changed }).toEqual({
          ...kept,
          status: expected.to,
          [STAMP[action]]: '2026-01-15T10:00:00.000Z',
        });
        expect(abilities.cancel).toBe(expected.to === 'issued');
        expect(await journalOf(world)).toMatchObject([
          { verb: VERB[action], before: { status: from }, after: { status: expected.to } },
        ]);
        expect((await getCharge(ctx, { ref })).history).toEqual([
          {
            verb: VERB[action],
            at: '2026-01-15T10:00:00.000Z',
            by: { ref: expect.any(Number), name: world.user.name },
          },
        ]);
      });
    }
  }

  it.each(['issue', 'markPaid', 'cancel'] as const)(
    '%s is won by one of many at the same moment',
    async (action) => {
      const { world, ctx, charge } = await office();
      const status = action === 'markPaid' ? 'issued' : 'draft';
      const { ref } = await charge({ status, ...STAMPS[status] });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, () => ACTIONS[action](ctx, { ref })),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'BAD_REQUEST' });
      expect(await journalOf(world)).toHaveLength(1);
    },
  );

  it('either paid or canceled, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { ctx, charge } = await office();
      const { ref } = await charge({ status: 'issued', ...STAMPS.issued });
      const outcomes = await Promise.allSettled([markChargePaid(ctx, { ref }), cancelCharge(ctx, { ref })]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { status, paidAt, canceledAt } = await getCharge(ctx, { ref });
      expect([paidAt !== null, canceledAt !== null]).toEqual([status === 'paid', status === 'canceled']);
    }
  });

  it('finds no foreign charge, and is the advisors’ alone', async () => {
    const [{ world, ctx }, other] = await Promise.all([office(), office()]);
    const { ref } = await other.charge();
    const secretary = await world.as('manager');
    for (const action of Object.values(ACTIONS)) {
      await expect(action(ctx, { ref })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: `Charge ${ref} not found`,
      });
      await expect(action(secretary, { ref })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(getCharge(ctx, { ref })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Charge not found',
    });
    expect((await listCharges(ctx, { clientRef: other.client.ref })).items).toEqual([]);
  });
});

describe('the invoice of a charge', () => {
  const invoice = {
    provider: 'Green Invoice',
    externalInvoiceId: 'A-1',
    documentUrl: 'https://x.test/a-1.pdf',
  };

  it('is attached once, to an issued charge', async () => {
    const { world, ctx, charge } = await office();
    for (const status of ['draft', 'paid', 'canceled'] as const) {
      const { ref } = await charge({ status, ...STAMPS[status] });
      await expect(attachInvoice(ctx, { ref, ...invoice })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: `Cannot attach invoice to charge with status ${status}`,
      });
    }
    const { ref } = await charge({ status: 'issued', ...STAMPS.issued });
    const tries = Array.from({ length: 4 }, () => attachInvoice(ctx, { ref, ...invoice }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({
          code: 'CONFLICT',
          message: `Charge ${ref} already has an invoice`,
        });
    expect(await getCharge(ctx, { ref })).toMatchObject({
      invoice: { ...invoice, createdAt: '2026-01-15T10:00:00.000Z' },
      abilities: { attachInvoice: false },
    });
    expect(await journalOf(world)).toMatchObject([{ verb: 'charge.invoice_attached', after: invoice }]);
  });

  it('has an address of the web or none', async () => {
    const { ctx, charge } = await office();
    const { ref } = await charge({ status: 'issued', ...STAMPS.issued });
    for (const documentUrl of ['javascript:alert(1)', 'x', 'file:///etc/passwd', 'https://'])
      await expect(attachInvoice(ctx, { ref, ...invoice, documentUrl })).rejects.toMatchObject({
        details: [{ field: 'documentUrl' }],
      });
    expect((await attachInvoice(ctx, { ref, ...invoice, documentUrl: '' })).invoice?.documentUrl).toBeNull();
  });

  it('is not for secretaries nor for foreign charges', async () => {
    const [{ world, ctx }, other] = await Promise.all([office(), office()]);
    const { ref } = await other.charge({ status: 'issued', ...STAMPS.issued });
    await expect(attachInvoice(ctx, { ref, ...invoice })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(attachInvoice(await world.as('member'), { ref, ...invoice })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('lists and sums of charges', () => {
  it('come newest first, by cursor and by number, without loss', async () => {
    const { ctx, charge } = await office();
    for (let i = 0; i < 7; i++) await charge({ createdAt: new Date(Date.UTC(2026, 0, 1 + (i % 3))) });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCharges>> = await listCharges(ctx, { limit: 3, cursor });
      if (!cursor) expect(page.total).toBe(7);
      seen.push(...page.items.map(({ ref }) => ref));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    const pages = [1, 2, 3].map((page) => pageCharges(ctx, { page, pageSize: 3 }));
    const numbered = (await Promise.all(pages)).flatMap(({ items }) => items.map(({ ref }) => ref));
    expect(numbered).toEqual(seen);
    expect(await pageCharges(ctx, { page: 9999, pageSize: 3 })).toEqual({
      items: [],
      page: 9999,
      pageSize: 3,
      total: 7,
    });
    for (const forged of ['x', Buffer.from('["2026-01-01T00:00:00.000Z","x"]').toString('base64url')])
      await expect(listCharges(ctx, { cursor: forged })).rejects.toMatchObject({
        details: [{ field: 'cursor' }],
      });
  });

  it('are filtered by client, status and period', async () => {
    const { world, ctx, client, charge } = await office();
    const { db } = world.server.services.client;
    const second = await createOfficeClient(db, world.tenant.id);
    const one = await charge({ period: '2026-01' });
    const two = await charge({ contactId: second.contactId, status: 'issued', ...STAMPS.issued });
    const found = async (filter: Parameters<typeof listCharges>[1]) =>
      (await listCharges(ctx, filter)).items.map(({ ref }) => ref);
    expect(await found({ clientRef: client.ref })).toEqual([one.ref]);
    expect(await found({ status: 'issued' })).toEqual([two.ref]);
    expect(await found({ period: '2026-01' })).toEqual([one.ref]);
    expect(await found({ period: '2026-02' })).toEqual([]);
    expect(await found({ clientRef: 999_999_999 })).toEqual([]);
  });

  it('add up per status and currency', async () => {
    const { world, ctx, client, charge } = await office();
    await charge({ amountMinor: 9_999_999_999 });
    await charge({ amountMinor: 9_999_999_999 });
    await charge({ amountMinor: 1, currency: 'USD' });
    await charge({ amountMinor: 2, status: 'issued', ...STAMPS.issued });
    expect(await readChargeTotals(ctx, {})).toEqual([
      { status: 'draft', currency: 'ILS', amountMinor: 19_999_999_998, count: 2 },
      { status: 'draft', currency: 'USD', amountMinor: 1, count: 1 },
      { status: 'issued', currency: 'ILS', amountMinor: 2, count: 1 },
    ]);
    await createCharge(ctx, { clientRef: client.ref, amount: 1, chargeType: 'retainer', currency: 'USD' });
    expect((await readChargeTotals(ctx, {}))[1]).toMatchObject({ amountMinor: 101, count: 2 });
    await expect(readChargeTotals(await world.as('manager'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('age by the days since issue in the tenant’s zone, the oldest debt first', async () => {
    const { world, ctx, client, charge } = await office();
    const { db } = world.server.services.client;
    const second = await createOfficeClient(db, world.tenant.id, {}, { displayName: 'Second' });
    const issued = (days: number, amountMinor: number, more = {}) =>
      charge({
        amountMinor,
        status: 'issued',
        issuedAt: new Date(Date.UTC(2026, 0, 15 - days, 10)),
        ...more,
      });
    for (const [days, amount] of [
      [0, 1],
      [30, 10],
      [31, 100],
      [60, 1000],
      [61, 10_000],
      [90, 100_000],
      [91, 1_000_000],
    ] as const)
      await issued(days, amount);
    // Late in the evening in UTC it is the next day in Jerusalem: 30 days, not 31.
    await issued(31, 20, { issuedAt: new Date('2025-12-15T22:30:00Z') });
    await issued(200, 5, { contactId: second.contactId, currency: 'USD' });
    await charge({ status: 'paid', ...STAMPS.paid });
    const report = await readChargeAging(ctx, {});
    expect(report).toEqual({
      items: [
        {
          client: { ref: second.ref, name: 'Second' },
          currency: 'USD',
          days30: 0,
          days60: 0,
          days90: 0,
          older: 5,
          total: 5,
          oldestIssuedOn: '2025-06-29',
        },
        {
          client: { ref: client.ref, name: 'Example Corp' },
          currency: 'ILS',
          days30: 31,
          days60: 1100,
          days90: 110_000,
          older: 1_000_000,
          total: 1_111_131,
          oldestIssuedOn: '2025-10-16',
        },
      ],
      nextCursor: null,
      totals: [
        expect.objectContaining({ currency: 'ILS', total: 1_111_131 }),
        expect.objectContaining({ currency: 'USD', older: 5 }),
      ],
    });
    const first = await readChargeAging(ctx, { limit: 1 });
    const next = await readChargeAging(ctx, { limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...next.items]).toEqual(report.items);
    expect(next.nextCursor).toBeNull();
    expect((await readChargeAging(ctx, { clientRef: client.ref })).items).toHaveLength(1);
    await expect(readChargeAging(await world.as('manager'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are empty for a tenant without any', async () => {
    const { ctx } = await office();
    expect(await listCharges(ctx, {})).toEqual({ items: [], nextCursor: null, total: 0 });
    expect(await readChargeTotals(ctx, {})).toEqual([]);
    expect(await readChargeAging(ctx, {})).toEqual({ items: [], nextCursor: null, totals: [] });
  });
});

describe('reminding of a payment', () => {
  it('writes to the client with the sum of issued charges, or in the writer’s words', async () => {
    const { world, ctx, client, charge } = await office();
    const { sql } = world.server.services.client;
    const remind = (text?: string) => remindPayment(ctx, { clientRef: client.ref, text });
    await charge();
    await expect(remind()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Client has no issued charge',
    });
    await charge({ status: 'issued', ...STAMPS.issued });
    await expect(remind()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Client has neither phone nor email',
    });
    await updateOfficeClient(ctx, { ref: client.ref, phone: '050-1234567' });
    await expect(remind()).resolves.toEqual({ id: expect.any(String), status: 'queued' });
    await remind('  Please pay. ');
    const rows =
      await sql`select channel, text, trigger from outbox_messages where tenant_id = ${world.tenant.id} order by id`;
    expect(rows).toMatchObject([
      { channel: 'whatsapp', trigger: 'manual_payment_reminder', text: expect.stringContaining('1,500') },
      { text: 'Please pay.' },
    ]);
  });

  it('is the advisors’ alone, and finds no foreign client', async () => {
    const [{ world, ctx, client }, other] = await Promise.all([office(), office()]);
    const secretary = await world.as('manager');
    await expect(remindPayment(secretary, { clientRef: client.ref })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(remindPayment(ctx, { clientRef: other.client.ref })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
