import { QUOTE_STATUSES, type QuoteState, type QuoteStatus } from '@officina/contracts/sales';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { addQuote, quoteIn, salesWorld } from '../testing/sales-world.ts';
import { getQuote } from './quote-reads.ts';
import { setQuoteStatus } from './set-quote-status.ts';

type From = QuoteState | 'converted';
type Outcome = 'changes' | 'same' | 'refused' | 'expired';

/** Garage §4.3, word for word; `allowed` is what a refusal lists. */
const TABLE: Record<From, { allowed: string[]; to: Record<QuoteStatus, Outcome> }> = {
  draft: {
    allowed: ['SENT', 'REJECTED'],
    to: { draft: 'same', sent: 'changes', accepted: 'refused', rejected: 'changes' },
  },
  sent: {
    allowed: ['ACCEPTED', 'REJECTED'],
    to: { draft: 'refused', sent: 'same', accepted: 'changes', rejected: 'changes' },
  },
  expired: {
    allowed: ['SENT', 'REJECTED'],
    to: { draft: 'refused', sent: 'expired', accepted: 'expired', rejected: 'changes' },
  },
  accepted: {
    allowed: ['REJECTED'],
    to: { draft: 'refused', sent: 'refused', accepted: 'same', rejected: 'changes' },
  },
  converted: {
    allowed: [],
    to: { draft: 'refused', sent: 'refused', accepted: 'same', rejected: 'refused' },
  },
  rejected: {
    allowed: [],
    to: { draft: 'refused', sent: 'refused', accepted: 'refused', rejected: 'same' },
  },
};
const froms = Object.keys(TABLE) as From[];

const VERBS: Record<string, string> = {
  sent: 'quote.sent',
  accepted: 'quote.accepted',
  rejected: 'quote.rejected',
};

describe('every state × every target', () => {
  for (const from of froms) {
    for (const to of QUOTE_STATUSES) {
      const outcome = TABLE[from].to[to];
      it(`${from} → ${to}: ${outcome}`, async () => {
        const world = await salesWorld();
        const id = await quoteIn(world, from);
        const before = await getQuote(world.ctx, { id });
        const [journal, activities] = [await world.journal(), await world.activities()];
        const change = setQuoteStatus(world.ctx, { id, status: to });
        if (outcome === 'changes') {
          expect(await change).toMatchObject({ id, status: to });
          expect((await world.journal()).slice(journal.length)).toMatchObject([
            { verb: VERBS[to], before: { status: before.status }, after: { status: to } },
          ]);
          expect(await world.activities()).toHaveLength(activities.length + 1);
          return;
        }
        if (outcome === 'same') expect(await change).toEqual(before);
        else if (outcome === 'expired')
          await expect(change).rejects.toMatchObject({
            code: 'QUOTE_EXPIRED',
            message: 'Quote has expired',
            details: { valid_until: '2026-02-14' },
          });
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
        expect(await getQuote(world.ctx, { id })).toEqual(before);
        expect(await world.journal()).toHaveLength(journal.length);
        expect(await world.activities()).toHaveLength(activities.length);
      });
    }
  }
});

describe('what a status change leaves behind', () => {
  it('SENT stamps the first sending and tells the timeline once', async () => {
    const world = await salesWorld();
    const { id, number } = await addQuote(world);
    const sent = await setQuoteStatus(world.ctx, { id, status: 'sent' });
    expect(sent.sentAt).toBe('2026-01-15T10:00:00.000Z');
    await setQuoteStatus(world.ctx, { id, status: 'sent' });
    expect(await world.activities()).toEqual([
      {
        type: 'QUOTE_SENT',
        description: 'Devis 2026-001 envoyé',
        metadata: { quote_id: id, quote_number: number },
      },
    ]);
  });

  it('ACCEPTED and REJECTED are notes, a rejection with its reason', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'accepted');
    await setQuoteStatus(world.ctx, { id, status: 'rejected', reason: 'Trop cher' });
    const [, accepted, rejected] = await world.activities();
    expect(accepted).toMatchObject({
      type: 'NOTE_ADDED',
      metadata: { quote_id: id, event: 'quote_accepted' },
    });
    expect(rejected).toMatchObject({
      type: 'NOTE_ADDED',
      metadata: { quote_id: id, event: 'quote_rejected' },
    });
    expect(await getQuote(world.ctx, { id })).toMatchObject({ rejectionReason: 'Trop cher' });
    expect((await world.journal()).at(-1)).toMatchObject({ reason: 'Trop cher' });
  });

  it('two of the same at once have one effect', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    const send = () => setQuoteStatus(world.ctx, { id, status: 'sent' });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.sentAt).toBe(other.sentAt);
    expect(await world.activities()).toHaveLength(1);
    expect(await world.journal()).toHaveLength(2);
  });
});

describe('an expired quote', () => {
  it('is not expired on its last day, in the time of the tenant', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await setQuoteStatus(world.ctx, { id, status: 'sent' });
    world.server.clock.set('2026-02-14T22:59:59.000Z');
    expect(await getQuote(world.ctx, { id })).toMatchObject({ status: 'sent' });
    world.server.clock.set('2026-02-14T23:00:00.000Z');
    expect(await getQuote(world.ctx, { id })).toMatchObject({ status: 'expired' });
  });

  it('is renewed with a new end, and then accepted', async () => {
    const world = await salesWorld();
    const id = await quoteIn(world, 'expired');
    const past = setQuoteStatus(world.ctx, { id, status: 'sent', validUntil: '2026-02-14' });
    await expect(past).rejects.toMatchObject({ details: [{ field: 'validUntil' }] });
    const renewed = await setQuoteStatus(world.ctx, { id, status: 'sent', validUntil: '2026-02-15' });
    expect(renewed).toMatchObject({ status: 'sent', validUntil: '2026-02-15' });
    expect((await world.journal()).at(-1)).toMatchObject({ verb: 'quote.renewed' });
    expect(await setQuoteStatus(world.ctx, { id, status: 'accepted' })).toMatchObject({ status: 'accepted' });
  });

  it('of a draft whose end has passed is only sent with a new one', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    world.server.clock.set('2026-03-01T10:00:00.000Z');
    await expect(setQuoteStatus(world.ctx, { id, status: 'sent' })).rejects.toMatchObject({
      code: 'QUOTE_EXPIRED',
    });
    const sent = await setQuoteStatus(world.ctx, { id, status: 'sent', validUntil: '2026-03-31' });
    expect(sent).toMatchObject({ status: 'sent', validUntil: '2026-03-31' });
  });
});

describe('who may', () => {
  it('refuses members, and does not see foreign quotes', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    const change = { id, status: 'sent' as const };
    await expect(setQuoteStatus(await world.as('member'), change)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'quotes.edit' },
    });
    const foreign = await createWorld();
    await expect(setQuoteStatus(foreign.ctx, change)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Quote not found',
    });
    expect(await getQuote(world.ctx, { id })).toMatchObject({ status: 'draft' });
  });

  it('takes a reason and a new end only where they mean something', async () => {
    const world = await salesWorld();
    const { id } = await addQuote(world);
    await expect(
      setQuoteStatus(world.ctx, { id, status: 'accepted', validUntil: '2026-02-01', reason: 'x' }),
    ).rejects.toMatchObject({ details: [{ field: 'validUntil' }, { field: 'reason' }] });
  });
});
