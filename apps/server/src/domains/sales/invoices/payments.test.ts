import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { addDraft, addIssued, invoiceIn } from '../testing/invoice-world.ts';
import { oneLine, salesWorld } from '../testing/sales-world.ts';
import { createInvoice } from './create-invoice.ts';
import { creditInvoice } from './credit-invoice.ts';
import { getInvoice } from './invoice-reads.ts';
import { recordInvoicePayment } from './record-payment.ts';
import { setInvoiceStatus } from './set-invoice-status.ts';
import { undoInvoicePayment } from './undo-invoice-payment.ts';

describe('marking as paid', () => {
  it('records the open rest with exactly the given method and moment', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const paidAt = '2026-01-15T09:30:00.000Z';
    const paid = await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'card', paidAt });
    expect(paid).toMatchObject({
      status: 'paid',
      paymentMethod: 'card',
      paidAt,
      paidCents: 36_000,
      payments: [{ amountCents: 36_000, method: 'card', paidAt, reversedAt: null }],
    });
    expect((await world.activities()).at(-1)).toEqual({
      type: 'PAYMENT_RECEIVED',
      description: 'Paiement reçu pour la facture 2026-001',
      metadata: { invoice_id: id, amount: 360, method: 'CARD' },
    });
  });

  it('twice at the same moment: both succeed, one payment', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const pay = (paymentMethod: 'card' | 'cash') =>
      setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod });
    const [one, other] = await Promise.all([pay('card'), pay('cash')]);
    expect(one).toEqual(other);
    expect(one.payments).toHaveLength(1);
    const payments = (await world.activities()).filter(({ type }) => type === 'PAYMENT_RECEIVED');
    expect(payments).toHaveLength(1);
  });

  it('needs a method unless one is stored, and a moment between issue and now', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const pay = (more: object) => setInvoiceStatus(world.ctx, { id, status: 'paid', ...more });
    await expect(pay({})).rejects.toMatchObject({
      details: [{ field: 'paymentMethod', message: 'Required' }],
    });
    const card = { paymentMethod: 'card' };
    await expect(pay({ ...card, paidAt: '2026-01-15T10:05:00.001Z' })).rejects.toMatchObject({
      details: [{ field: 'paidAt' }],
    });
    // 23:59 on the day before in Paris.
    await expect(pay({ ...card, paidAt: '2026-01-14T22:59:59Z' })).rejects.toMatchObject({
      details: [{ field: 'paidAt' }],
    });
    const early = await pay({ ...card, paidAt: '2026-01-15T00:00:00+01:00' });
    expect(early.paidAt).toBe('2026-01-14T23:00:00.000Z');
  });

  it('takes a few minutes of a fast clock', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const paidAt = '2026-01-15T10:05:00.000Z';
    await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'card', paidAt });
    expect(await getInvoice(world.ctx, { id })).toMatchObject({ paidAt });
  });

  it('works for an invoice of nothing, without a payment', async () => {
    const world = await salesWorld();
    const { id } = await createInvoice(world.ctx, { contactId: world.contactId, lines: oneLine(0) });
    await setInvoiceStatus(world.ctx, { id, status: 'sent' });
    const paid = await setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'cash' });
    expect(paid).toMatchObject({ status: 'paid', payments: [] });
    expect(await undoInvoicePayment(world.ctx, { id, reason: 'Erreur' })).toMatchObject({ status: 'sent' });
  });
});

describe('partial payments', () => {
  it('pay the invoice when their sum reaches the total, at the last one', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const first = await recordInvoicePayment(world.ctx, { id, amountCents: 10_000, method: 'cash' });
    expect(first).toMatchObject({ status: 'sent', paidCents: 10_000, paidAt: null });
    world.server.clock.set('2026-01-20T10:00:00.000Z');
    const last = await recordInvoicePayment(world.ctx, { id, amountCents: 26_000, method: 'check' });
    expect(last).toMatchObject({
      status: 'paid',
      paidCents: 36_000,
      paidAt: '2026-01-20T10:00:00.000Z',
      paymentMethod: 'check',
    });
    expect((await world.journal()).slice(-2).map(({ verb }) => verb)).toEqual([
      'invoice.payment_recorded',
      'invoice.paid',
    ]);
  });

  it('are refused beyond the open amount, on drafts and on paid invoices', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const record = (invoiceId: string, amountCents: number) =>
      recordInvoicePayment(world.ctx, { id: invoiceId, amountCents, method: 'cash' });
    await expect(record(id, 36_001)).rejects.toMatchObject({ details: [{ field: 'amountCents' }] });
    for (const amount of [0, -1, 1.5])
      await expect(record(id, amount)).rejects.toMatchObject({ details: [{ field: 'amountCents' }] });
    const draft = await addDraft(world);
    await expect(record(draft.id, 1)).rejects.toMatchObject({ details: { from: 'DRAFT' } });
    await record(id, 36_000);
    await expect(record(id, 1)).rejects.toMatchObject({ details: { from: 'PAID', allowed: [] } });
  });

  it('never exceed the total however many come at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 15_000 }), { minLength: 4, maxLength: 10 }),
        async (amounts) => {
          const world = await salesWorld();
          const { id, totalCents } = await addIssued(world);
          const tries = await Promise.allSettled(
            amounts.map((amountCents) =>
              recordInvoicePayment(world.ctx, { id, amountCents, method: 'card' }),
            ),
          );
          const accepted = amounts.filter((_, i) => tries[i]?.status === 'fulfilled');
          const sum = accepted.reduce((total, amount) => total + amount, 0);
          const { paidCents, status, payments } = await getInvoice(world.ctx, { id });
          expect(paidCents).toBe(sum);
          expect(sum).toBeLessThanOrEqual(totalCents);
          expect(payments).toHaveLength(accepted.length);
          expect(status).toBe(sum === totalCents ? 'paid' : 'sent');
          // What was refused did not fit into what was open in the end.
          for (const [i, amount] of amounts.entries()) {
            if (tries[i]?.status === 'rejected') expect(amount).toBeGreaterThan(totalCents - sum);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are for those who edit invoices of their own tenant', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const payment = { id, amountCents: 1, method: 'cash' as const };
    await expect(recordInvoicePayment(await world.as('member'), payment)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const foreign = await createWorld();
    await expect(recordInvoicePayment(foreign.ctx, payment)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('undoing a payment', () => {
  it('takes a paid invoice back to sent, keeps the payment as reversed, and says why', async () => {
    const world = await salesWorld();
    const id = await invoiceIn(world, 'paid');
    const undone = await undoInvoicePayment(world.ctx, { id, reason: 'Chèque sans provision' });
    expect(undone).toMatchObject({
      status: 'sent',
      paidAt: null,
      paidCents: 0,
      payments: [{ amountCents: 36_000, reversedReason: 'Chèque sans provision' }],
    });
    expect(undone.payments[0]?.reversedAt).toBe('2026-01-15T10:00:00.000Z');
    expect((await world.journal()).at(-1)).toMatchObject({
      verb: 'invoice.payment_undone',
      reason: 'Chèque sans provision',
      before: { status: 'paid' },
    });
    await setInvoiceStatus(world.ctx, { id, status: 'cancelled' });
  });

  it('takes the last of several, or the one named', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    for (const amountCents of [1000, 2000, 3000])
      await recordInvoicePayment(world.ctx, { id, amountCents, method: 'cash' });
    const { payments } = await getInvoice(world.ctx, { id });
    await undoInvoicePayment(world.ctx, { id, paymentId: payments[0]?.id, reason: 'Erreur' });
    expect(await undoInvoicePayment(world.ctx, { id, reason: 'Erreur' })).toMatchObject({ paidCents: 2000 });
    const again = undoInvoicePayment(world.ctx, { id, paymentId: payments[0]?.id, reason: 'Erreur' });
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the owner’s, needs a reason, and something to undo', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    await expect(
      undoInvoicePayment(await world.as('manager'), { id, reason: 'Erreur' }),
    ).rejects.toMatchObject({ details: { permission: 'invoices.undoPayment' } });
    await expect(undoInvoicePayment(world.ctx, { id, reason: ' ' })).rejects.toMatchObject({
      details: expect.arrayContaining([{ field: 'reason', message: 'Required' }]),
    });
    await expect(undoInvoicePayment(world.ctx, { id, reason: 'Erreur' })).rejects.toMatchObject({
      code: 'INVALID_STATUS_TRANSITION',
    });
    const foreign = await createWorld();
    await expect(undoInvoicePayment(foreign.ctx, { id, reason: 'Erreur' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('crediting a paid invoice', () => {
  it('leaves it paid and issues a numbered credit note, in part or in whole', async () => {
    const world = await salesWorld();
    const id = await invoiceIn(world, 'paid');
    const part = await creditInvoice(world.ctx, { id, lines: oneLine(5000), reason: 'Geste commercial' });
    expect(part).toMatchObject({
      kind: 'credit_note',
      number: '2026-001',
      totalCents: 6000,
      notes: 'Geste commercial',
      creditedInvoice: { id },
    });
    const invoice = await getInvoice(world.ctx, { id });
    expect(invoice).toMatchObject({ status: 'paid', abilities: { credit: true, undoPayment: false } });
    const rest = await creditInvoice(world.ctx, { id, lines: oneLine(25_000), reason: 'Le reste' });
    expect(rest).toMatchObject({ number: '2026-002', totalCents: 30_000 });
    expect((await getInvoice(world.ctx, { id })).abilities.credit).toBe(false);
    await expect(undoInvoicePayment(world.ctx, { id, reason: 'Erreur' })).rejects.toMatchObject({
      code: 'DOCUMENT_LOCKED',
    });
  });

  it('never exceeds the invoice, also when two come at once', async () => {
    const world = await salesWorld();
    const id = await invoiceIn(world, 'paid');
    const whole = () => creditInvoice(world.ctx, { id, reason: 'Annulation' });
    const tries = await Promise.allSettled([whole(), whole(), whole()]);
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    await expect(whole()).rejects.toMatchObject({ details: [{ field: 'lines' }] });
    await expect(creditInvoice(world.ctx, { id, lines: oneLine(1), reason: 'Encore' })).rejects.toMatchObject(
      { details: [{ field: 'lines' }] },
    );
  });

  it('is refused while the invoice is not paid, to members and to strangers', async () => {
    const world = await salesWorld();
    for (const state of ['draft', 'sent', 'partly paid', 'cancelled'] as const) {
      const id = await invoiceIn(world, state);
      await expect(creditInvoice(world.ctx, { id, reason: 'Erreur' })).rejects.toMatchObject({
        code: 'INVALID_STATUS_TRANSITION',
      });
    }
    const id = await invoiceIn(world, 'paid');
    await expect(creditInvoice(await world.as('member'), { id, reason: 'Erreur' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const foreign = await createWorld();
    await expect(creditInvoice(foreign.ctx, { id, reason: 'Erreur' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
