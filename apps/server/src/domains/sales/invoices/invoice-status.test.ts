import { INVOICE_STATUSES, type InvoiceStatus } from '@officina/contracts/sales';
import { createInvoice as invoiceFactory } from '@officina/db/factories-sales';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { createQuote } from '../quotes/create-quote.ts';
import { addDraft, addIssued, type InvoiceFrom, invoiceIn } from '../testing/invoice-world.ts';
import { oneLine, salesWorld } from '../testing/sales-world.ts';
import { createInvoice } from './create-invoice.ts';
import { getInvoice } from './invoice-reads.ts';
import { setInvoiceStatus } from './set-invoice-status.ts';

type Outcome = 'changes' | 'same' | 'refused';

/** Garage §4.4, word for word; `allowed` is what a refusal lists. */
const TABLE: Record<InvoiceFrom, { allowed: string[]; to: Record<InvoiceStatus, Outcome> }> = {
  draft: {
    allowed: ['SENT', 'CANCELLED'],
    to: { draft: 'same', sent: 'changes', paid: 'refused', cancelled: 'changes' },
  },
  sent: {
    allowed: ['PAID', 'CANCELLED'],
    to: { draft: 'refused', sent: 'same', paid: 'changes', cancelled: 'changes' },
  },
  overdue: {
    allowed: ['PAID', 'CANCELLED'],
    to: { draft: 'refused', sent: 'same', paid: 'changes', cancelled: 'changes' },
  },
  'partly paid': {
    allowed: ['PAID'],
    to: { draft: 'refused', sent: 'same', paid: 'changes', cancelled: 'refused' },
  },
  paid: { allowed: [], to: { draft: 'refused', sent: 'refused', paid: 'same', cancelled: 'refused' } },
  cancelled: { allowed: [], to: { draft: 'refused', sent: 'refused', paid: 'refused', cancelled: 'same' } },
  'cancelled after issue': {
    allowed: [],
    to: { draft: 'refused', sent: 'refused', paid: 'refused', cancelled: 'same' },
  },
};

const VERBS: Record<string, string[]> = {
  sent: ['invoice.issued'],
  paid: ['invoice.paid'],
  cancelled: ['credit_note.issued', 'invoice.cancelled'],
};

describe('every state × every target', () => {
  for (const from of Object.keys(TABLE) as InvoiceFrom[]) {
    for (const to of INVOICE_STATUSES) {
      const outcome = TABLE[from].to[to];
      it(`${from} → ${to}: ${outcome}`, async () => {
        const world = await salesWorld();
        const id = await invoiceIn(world, from);
        const before = await getInvoice(world.ctx, { id });
        const [journal, activities] = [await world.journal(), await world.activities()];
        const paymentMethod = to === 'paid' ? ('card' as const) : undefined;
        const change = setInvoiceStatus(world.ctx, { id, status: to, paymentMethod });
        if (outcome === 'changes') {
          expect(await change).toMatchObject({ id, status: to });
          const verbs = (await world.journal()).slice(journal.length).map((entry) => entry.verb);
          expect(verbs).toEqual(from === 'draft' && to === 'cancelled' ? ['invoice.cancelled'] : VERBS[to]);
          return;
        }
        if (outcome === 'same') expect(await change).toEqual(before);
        else
          await expect(change).rejects.toMatchObject({
            code: 'INVALID_STATUS_TRANSITION',
            message: 'Status change not allowed',
            details: {
              from: before.status.toUpperCase(),
              to: to.toUpperCase(),
              allowed: TABLE[from].allowed,
            },
          });
        expect(await getInvoice(world.ctx, { id })).toEqual(before);
        expect(await world.journal()).toHaveLength(journal.length);
        expect(await world.activities()).toHaveLength(activities.length);
      });
    }
  }
});

describe('issuing', () => {
  it('gives number, date and snapshots, tells the timeline and orders the PDF, once', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    const [one, other] = await Promise.all([
      setInvoiceStatus(world.ctx, { id, status: 'sent' }),
      setInvoiceStatus(world.ctx, { id, status: 'sent' }),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ number: '2026-001', status: 'sent', issueDate: '2026-01-15' });
    expect(await world.activities()).toEqual([
      {
        type: 'INVOICE_SENT',
        description: 'Facture 2026-001 envoyée',
        metadata: { invoice_id: id, invoice_number: '2026-001' },
      },
    ]);
    expect(await world.jobs('render-invoice-pdf')).toHaveLength(1);
    const [row] = await world.server.services.client.sql`select seller_snapshot, buyer_snapshot from invoices
      where tenant_id = ${world.tenant.id} and id = ${id}`;
    expect(row).toMatchObject({
      seller_snapshot: { companyName: world.tenant.name, vatExempt: false, locale: 'fr-FR' },
      buyer_snapshot: { name: 'Jean Martin', email: 'jean.martin@example.fr', isBusiness: false },
    });
  });

  it('moves a due date that has passed to today and the firm’s term', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    world.server.clock.set('2026-03-01T10:00:00.000Z');
    expect(await setInvoiceStatus(world.ctx, { id, status: 'sent' })).toMatchObject({
      number: '2026-001',
      issueDate: '2026-03-01',
      dueDate: '2026-03-31',
    });
  });

  it('is never dated before the invoice issued last, not even across New Year', async () => {
    const world = await salesWorld();
    const drafts = [await addDraft(world), await addDraft(world), await addDraft(world)];
    const issue = (index: number) =>
      setInvoiceStatus(world.ctx, { id: drafts[index]?.id ?? '', status: 'sent' as const });
    world.server.clock.set('2026-12-31T23:30:00.000Z');
    expect(await issue(0)).toMatchObject({ number: '2027-001', issueDate: '2027-01-01' });
    world.server.clock.set('2026-12-31T10:00:00.000Z');
    expect(await issue(1)).toMatchObject({ number: '2027-002', issueDate: '2027-01-01' });
    world.server.clock.set('2027-01-03T10:00:00.000Z');
    expect(await issue(2)).toMatchObject({ number: '2027-003', issueDate: '2027-01-03' });
  });
});

describe('overdue', () => {
  it('begins the day after the due date in the time of the tenant, and counts calendar days', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const at = async (moment: string) => {
      world.server.clock.set(moment);
      const { status, daysOverdue } = await getInvoice(world.ctx, { id });
      return [status, daysOverdue];
    };
    expect(await at('2026-02-14T22:59:59.999Z')).toEqual(['sent', 0]);
    expect(await at('2026-02-14T23:00:00.000Z')).toEqual(['overdue', 1]);
    // Across the change to summer time.
    expect(await at('2026-04-14T21:59:59.999Z')).toEqual(['overdue', 59]);
    expect(await at('2026-04-14T22:00:00.000Z')).toEqual(['overdue', 60]);
  });

  it('of 2026-01-14 is 17 days on 2026-01-31', async () => {
    const world = await salesWorld();
    const { db } = world.server.services.client;
    const { id } = await invoiceFactory(db, world.tenant.id, world.contactId, { dueDate: '2026-01-14' });
    world.server.clock.set('2026-01-31T10:00:00.000Z');
    expect(await getInvoice(world.ctx, { id })).toMatchObject({ status: 'overdue', daysOverdue: 17 });
  });
});

describe('cancelling an issued invoice', () => {
  it('issues a credit note over all of it in the same transaction', async () => {
    const world = await salesWorld();
    const { id } = await addIssued(world);
    const cancelled = await setInvoiceStatus(world.ctx, { id, status: 'cancelled', reason: 'Double saisie' });
    expect(cancelled).toMatchObject({ status: 'cancelled', creditNotes: [{ totalCents: 36_000 }] });
    const noteId = cancelled.creditNotes[0]?.id ?? '';
    expect(await getInvoice(world.ctx, { id: noteId })).toMatchObject({
      kind: 'credit_note',
      number: '2026-001',
      status: 'sent',
      creditedInvoice: { id, number: '2026-001' },
      totalCents: 36_000,
      lines: cancelled.lines,
      notes: 'Double saisie',
      daysOverdue: 0,
    });
    world.server.clock.set('2026-12-31T10:00:00.000Z');
    expect(await getInvoice(world.ctx, { id: noteId })).toMatchObject({ status: 'sent' });
    await expect(setInvoiceStatus(world.ctx, { id: noteId, status: 'paid' })).rejects.toMatchObject({
      code: 'DOCUMENT_LOCKED',
    });
  });

  it('against a payment at the same moment: exactly one wins', async () => {
    for (let round = 0; round < 4; round++) {
      const world = await salesWorld();
      const { id } = await addIssued(world);
      const pay = () => setInvoiceStatus(world.ctx, { id, status: 'paid', paymentMethod: 'cash' });
      const cancel = () => setInvoiceStatus(world.ctx, { id, status: 'cancelled' });
      const tries = await Promise.allSettled(round % 2 ? [pay(), cancel()] : [cancel(), pay()]);
      expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      const { status, creditNotes, payments } = await getInvoice(world.ctx, { id });
      expect([creditNotes.length, payments.length]).toEqual(status === 'paid' ? [0, 1] : [1, 0]);
    }
  });
});

describe('who may, and what is not ours', () => {
  it('refuses members, foreign tenants and invoices of other surfaces', async () => {
    const world = await salesWorld();
    const { id } = await addDraft(world);
    const change = { id, status: 'sent' as const };
    await expect(setInvoiceStatus(await world.as('member'), change)).rejects.toMatchObject({
      details: { permission: 'invoices.edit' },
    });
    const foreign = await createWorld();
    await expect(setInvoiceStatus(foreign.ctx, change)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Invoice not found',
    });
    const { db } = world.server.services.client;
    const other = await invoiceFactory(db, world.tenant.id, world.contactId, { kind: 'engagement' });
    for (const status of ['paid', 'sent', 'cancelled'] as const) {
      await expect(setInvoiceStatus(world.ctx, { id: other.id, status })).rejects.toMatchObject({
        code: 'DOCUMENT_LOCKED',
      });
    }
  });

  it('gives every series of a year its own numbers', async () => {
    const world = await salesWorld();
    const { contactId } = world;
    const quote = await createQuote(world.ctx, { contactId, lines: oneLine(100) });
    const draft = await createInvoice(world.ctx, { contactId, lines: oneLine(100) });
    const invoice = await setInvoiceStatus(world.ctx, { id: draft.id, status: 'sent' });
    const { creditNotes } = await setInvoiceStatus(world.ctx, { id: draft.id, status: 'cancelled' });
    expect([quote.number, draft.number, invoice.number, creditNotes[0]?.number]).toEqual([
      '2026-001',
      null,
      '2026-001',
      '2026-001',
    ]);
  });
});
