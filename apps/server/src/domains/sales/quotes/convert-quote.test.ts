import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { deleteContact } from '../../contacts/delete-contact.ts';
import { addQuote, oneLine, quoteIn, salesWorld } from '../testing/sales-world.ts';
import { convertQuote } from './convert-quote.ts';
import { createQuote } from './create-quote.ts';
import { deleteQuote } from './delete-quote.ts';
import { getQuote } from './quote-reads.ts';
import { setQuoteStatus } from './set-quote-status.ts';

describe('converting a quote', () => {
  it('makes an issued invoice with the same lines and amounts, and tells of it once', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'accepted');
    const quote = await getQuote(world.ctx, { id });
    const before = (await world.activities()).length;
    const invoice = await convertQuote(world.ctx, {
      id,
      dueDate: '2026-02-01',
      paymentMethod: 'bank_transfer',
    });
    expect(invoice).toMatchObject({
      number: '2026-001',
      status: 'sent',
      quote: { id, number: quote.number },
      contact: quote.contact,
      issueDate: '2026-01-15',
      dueDate: '2026-02-01',
      lines: quote.lines,
      vatBreakdown: quote.vatBreakdown,
      subtotalCents: 30_000,
      vatCents: 6_000,
      totalCents: 36_000,
      paymentMethod: 'bank_transfer',
    });
    expect((await world.activities()).slice(before)).toEqual([
      {
        type: 'INVOICE_SENT',
        description: 'Facture 2026-001 envoyée',
        metadata: { invoice_id: invoice.id, invoice_number: '2026-001' },
      },
    ]);
    expect((await world.journal()).slice(-2)).toMatchObject([
      { verb: 'invoice.issued', after: { number: '2026-001', quoteId: id } },
      { verb: 'quote.converted', after: { invoiceNumber: '2026-001' } },
    ]);
    expect(await world.jobs('render-invoice-pdf')).toMatchObject([{ invoiceId: invoice.id }]);
    expect(await getQuote(world.ctx, { id })).toMatchObject({
      status: 'accepted',
      invoice: { id: invoice.id, number: '2026-001' },
      abilities: { convert: false, reject: false, delete: false, edit: false },
    });
  });

  it('accepts a sent quote on the way and takes the firm’s term when no due date is given', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'sent');
    const invoice = await convertQuote(world.ctx, { id });
    expect(invoice).toMatchObject({ dueDate: '2026-02-14', paymentMethod: null });
    expect(await getQuote(world.ctx, { id })).toMatchObject({
      status: 'accepted',
      acceptedAt: '2026-01-15T10:00:00.000Z',
    });
  });

  it('copies amounts, and never computes them anew with the settings of the day', async () => {
    const world = await salesWorld();
    const { id } = await createQuote(world.ctx, { contactId: world.contactId, lines: oneLine(3333, 5.5) });
    await setQuoteStatus(world.ctx, { id, status: 'sent' });
    await world.server.services.client.sql`update tenant_settings set vat_exempt = true, version = version + 1
      where tenant_id = ${world.tenant.id}`;
    expect(await convertQuote(world.ctx, { id })).toMatchObject({ vatCents: 183, totalCents: 3516 });
  });

  for (const [state, status] of [
    ['draft', 'DRAFT'],
    ['expired', 'EXPIRED'],
    ['rejected', 'REJECTED'],
  ] as const) {
    it(`is refused for a quote that is ${state}`, async () => {
      const world = await salesWorld();
      const id = await quoteIn(world, state);
      await expect(convertQuote(world.ctx, { id })).rejects.toMatchObject({
        code: 'QUOTE_NOT_CONVERTIBLE',
        details: { status },
      });
    });
  }

  it('happens once, and a refusal burns no number', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'sent');
    const invoice = await convertQuote(world.ctx, { id });
    await expect(convertQuote(world.ctx, { id })).rejects.toMatchObject({
      code: 'QUOTE_ALREADY_CONVERTED',
      details: { invoice_id: invoice.id, invoice_number: '2026-001' },
    });
    const next = await convertQuote(world.ctx, { id: await quoteIn(world, 'sent') });
    expect(next.number).toBe('2026-002');
  });

  it('goes on when the customer was deleted meanwhile', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'accepted');
    await deleteContact(world.ctx, { id: world.contactId });
    expect(await convertQuote(world.ctx, { id })).toMatchObject({ contact: { name: 'Jean Martin' } });
  });

  it('is refused with a due date in the past, to members, and for foreign quotes', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'sent');
    await expect(convertQuote(world.ctx, { id, dueDate: '2026-01-14' })).rejects.toMatchObject({
      details: [{ field: 'dueDate' }],
    });
    await expect(convertQuote(await world.as('member'), { id })).rejects.toMatchObject({
      details: { permission: 'invoices.create' },
    });
    const foreign = await createWorld();
    await expect(convertQuote(foreign.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('at the same moment', () => {
  it('of two conversions exactly one wins', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'sent');
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => convertQuote(world.ctx, { id })));
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'QUOTE_ALREADY_CONVERTED' });
    }
    expect(await world.jobs('render-invoice-pdf')).toHaveLength(1);
  });

  it('of a conversion and a rejection exactly one wins, whoever comes first', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const world = await salesWorld();
      const id = await quoteIn(world, round % 2 ? 'sent' : 'accepted');
      const convert = () => convertQuote(world.ctx, { id });
      const reject = () => setQuoteStatus(world.ctx, { id, status: 'rejected' as const });
      const pair = round % 4 < 2 ? [convert(), reject()] : [reject(), convert()];
      const [first, second] = await Promise.allSettled(pair);
      const won = [first, second].filter((each) => each?.status === 'fulfilled');
      expect(won).toHaveLength(1);
      const lost = [first, second].find((each) => each?.status === 'rejected');
      const code = (lost as PromiseRejectedResult).reason.code as string;
      expect(['QUOTE_NOT_CONVERTIBLE', 'INVALID_STATUS_TRANSITION']).toContain(code);
      const quote = await getQuote(world.ctx, { id });
      expect(quote.status === 'rejected').toBe(quote.invoice === null);
      outcomes.add(code);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it('of a conversion and a deletion exactly one wins', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'sent');
    const pair = await Promise.allSettled([convertQuote(world.ctx, { id }), deleteQuote(world.ctx, { id })]);
    expect(pair.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const lost = pair.find((each) => each.status === 'rejected') as PromiseRejectedResult;
    expect(['DOCUMENT_LOCKED', 'NOT_FOUND']).toContain(lost.reason.code);
  });

  it('numbers follow each other', async () => {
    const world = await salesWorld();
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await addQuote(world)).id);
    for (const id of ids) await setQuoteStatus(world.ctx, { id, status: 'sent' });
    const made = await Promise.all(ids.map((id) => convertQuote(world.ctx, { id })));
    expect(made.map((invoice) => invoice.number).sort()).toEqual([
      '2026-001',
      '2026-002',
      '2026-003',
      '2026-004',
      '2026-005',
    ]);
  });
});
