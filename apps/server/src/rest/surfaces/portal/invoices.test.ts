import { createInvoice } from '@officina/db/factories-sales';
import { beforeAll, describe, expect, it } from 'vitest';
import { bellOf, type PortalWorld, portalWorld } from '../../../domains/engagements/testing/portal-world.ts';
import { type HttpClient, httpClient } from '../../../testing/harness.ts';

const PATH = '/api/portal/billing/invoices';
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

let portal: PortalWorld;
let staff: HttpClient;
let admin: HttpClient;
let client: HttpClient;
let engagementId: string;
beforeAll(async () => {
  portal = await portalWorld();
  engagementId = portal.engagement.id;
  [staff, admin, client] = (await Promise.all(
    [portal.operator, portal.admin, portal.client].map((who) => httpClient(portal.world, who)),
  )) as [HttpClient, HttpClient, HttpClient];
});

async function made(body: object = {}) {
  const answer = await staff.call('POST', PATH, { engagementId, ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.item;
}
const patch = async (id: string, body: unknown, who = staff) => {
  const answer = await who.call('PATCH', `${PATH}/${id}`, body);
  return [answer.status, answer.body];
};
const refused = (text: string, status = 400) => [status, { error: text }];
const accepted = (facts: object) => [200, { ok: true, item: expect.objectContaining(facts) }];
const paymentsOf = (id: string) => portal.world.server.services.client.sql`
  select method, amount_minor::int as amount, paid_at::text as at, reversed_at is not null as reversed
  from payments where tenant_id = ${portal.world.tenant.id} and invoice_id = ${id} order by id`;
const journalOf = (id: string) => portal.world.server.services.client.sql`
  select verb, before, after, engagement_id from journal_entries
  where tenant_id = ${portal.world.tenant.id} and subject_id = ${id} order by xid, id`;

describe('POST /portal/billing/invoices', () => {
  it('bills an engagement as the example says', async () => {
    const facts = { issueDate: '2026-03-01', dueDate: '2026-03-31', amountEUR: 15000 };
    expect(await made(facts)).toEqual({
      id: expect.any(String),
      orgId: portal.acme.contactId,
      engagementId,
      scopeProposalId: null,
      invoiceNumber: null,
      internalNote: null,
      issueDate: '2026-03-01T00:00:00.000Z',
      dueDate: '2026-03-31T00:00:00.000Z',
      paidAt: null,
      referencePO: null,
      currency: 'EUR',
      amountEUR: 15000,
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: '2026-01-15T10:00:00.000Z',
    });
  });

  it('takes nulls for everything else, and the engagement’s PO number where none is given', async () => {
    await staff.call('PATCH', '/api/portal/billing/engagement', { engagementId, purchaseOrderRef: 'PO-7' });
    const nothing = { invoiceNumber: null, issueDate: null, dueDate: null, currency: null, amountEUR: null };
    const bare = await made({ ...nothing, referencePO: null });
    expect(bare).toMatchObject({ ...nothing, currency: 'EUR', referencePO: 'PO-7' });
    const yen = { currency: 'JPY', amountEUR: 100_000_000, referencePO: 'PO-8' };
    expect(await made({ ...yen, invoiceNumber: '' })).toMatchObject({ ...yen, invoiceNumber: null });
    expect(await made({ amountEUR: 0 })).toMatchObject({ amountEUR: 0 });
    const moment = await made({ issueDate: '2026-03-01T23:30:00-02:00' });
    expect(moment.issueDate).toBe('2026-03-02T00:00:00.000Z');
    await staff.call('PATCH', '/api/portal/billing/engagement', { engagementId, purchaseOrderRef: null });
  });

  it('is noted with its engagement, and told to the organisation’s people in bell and mail', async () => {
    const before = (await bellOf(portal.world, portal.client)).length;
    const { id } = await made({ invoiceNumber: 'R-1', amountEUR: 12 });
    const [entry] = await journalOf(id);
    expect(entry).toMatchObject({ verb: 'invoice.created', engagement_id: engagementId });
    expect((await bellOf(portal.world, portal.client)).slice(before)).toEqual(['invoice_created']);
    expect(await bellOf(portal.world, portal.other)).toEqual([]);
    const mails = await portal.world.server.services.client.sql`
      select subject, text from outbox_messages where tenant_id = ${portal.world.tenant.id}
        and text like '%R-1%'`;
    expect(mails).toEqual([{ subject: 'New invoice', text: expect.stringContaining('/portal/billing') }]);
  });

  it('refuses others, and what is wrong', async () => {
    const visitor = await httpClient(portal.world, 'visitor');
    const asked = async (who: HttpClient, body: unknown) => {
      const answer = await who.call('POST', PATH, body);
      return [answer.status, answer.body];
    };
    expect(await asked(visitor, {})).toEqual(refused('Unauthorized', 401));
    expect(await asked(client, {})).toEqual(refused('Forbidden', 403));
    expect(await asked(await httpClient(portal.world, 'accountant'), {})).toEqual(refused('Forbidden', 403));
    for (const body of [
      '{',
      [],
      {},
      { engagementId, amountEUR: 1.5 },
      { engagementId, amountEUR: -1 },
      { engagementId, amountEUR: 100_000_001 },
      { engagementId, amountEUR: '12' },
      { engagementId, currency: 'eur' },
      { engagementId, currency: 'XYZ' },
      { engagementId, issueDate: '2026-02-30' },
      { engagementId, invoiceNumber: 'x'.repeat(121) },
      { engagementId, referencePO: 'a\0b' },
    ])
      expect(await asked(staff, body), JSON.stringify(body)).toEqual(refused('Invalid payload'));
    const early = { engagementId, issueDate: '2026-03-02', dueDate: '2026-03-01' };
    expect(await asked(staff, early)).toEqual(refused('Invalid dates'));
    for (const unknown of [UNKNOWN, 'x'])
      expect(await asked(staff, { engagementId: unknown })).toEqual(refused('Not found', 404));
    await made({ invoiceNumber: 'R-2' });
    const twice = { engagementId, invoiceNumber: 'R-2' };
    expect(await asked(staff, twice)).toEqual(refused('Invoice number already used'));
  });

  it('gives a number to one of two who want it at one moment', async () => {
    const twins = await Promise.all(
      [1, 2].map(() => staff.call('POST', PATH, { engagementId, invoiceNumber: 'R-3' })),
    );
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});

describe('PATCH /portal/billing/invoices/:id', () => {
  it('changes what is given, clears what is null, and leaves the rest', async () => {
    const { id } = await made({ invoiceNumber: 'R-10', issueDate: '2026-01-10', amountEUR: 100 });
    const changed = { dueDate: '2026-02-10T00:00:00.000Z', amountEUR: 250, currency: 'CHF' };
    expect(await patch(id, { dueDate: '2026-02-10', amountEUR: 250, currency: 'CHF' })).toEqual(
      accepted({ ...changed, invoiceNumber: 'R-10', issueDate: '2026-01-10T00:00:00.000Z' }),
    );
    expect(await patch(id, { invoiceNumber: null, amountEUR: null, unknown: 1 })).toEqual(
      accepted({ invoiceNumber: null, amountEUR: null, dueDate: '2026-02-10T00:00:00.000Z' }),
    );
    const [, update] = await journalOf(id);
    expect(update).toMatchObject({
      verb: 'invoice.updated',
      before: { dueDate: null, amountEUR: 100, currency: 'EUR' },
      after: { dueDate: '2026-02-10', amountEUR: 250, currency: 'CHF' },
    });
    const kept = await portal.world.server.services.client.sql`
      select revision, content from invoice_revisions
      where tenant_id = ${portal.world.tenant.id} and invoice_id = ${id} order by revision`;
    expect(kept).toMatchObject([
      { revision: 1, content: { invoiceNumber: 'R-10', amountEUR: 100, currency: 'EUR', dueDate: null } },
      { revision: 2, content: { invoiceNumber: 'R-10', amountEUR: 250, currency: 'CHF' } },
    ]);
  });

  it('writes nothing where nothing changes', async () => {
    const { id, ...first } = await made({ invoiceNumber: 'R-11', amountEUR: 5 });
    expect(await patch(id, { invoiceNumber: ' R-11 ', amountEUR: 5, paidAt: null })).toEqual(accepted(first));
    expect(await journalOf(id)).toHaveLength(1);
  });

  it('refuses, in the order of the specification, and writes nothing then', async () => {
    const { id } = await made({ issueDate: '2026-01-10', amountEUR: 100 });
    const visitor = await httpClient(portal.world, 'visitor');
    expect(await patch(id, {}, visitor)).toEqual(refused('Unauthorized', 401));
    expect(await patch(id, {}, client)).toEqual(refused('Forbidden', 403));
    for (const body of [
      {},
      { unknown: 1 },
      { currency: null },
      { amountEUR: 'x' },
      { paidAt: 'soon' },
      { issueDate: 7 },
      'null',
    ])
      expect(await patch(UNKNOWN, body), JSON.stringify(body)).toEqual(refused('Invalid payload'));
    for (const unknown of [UNKNOWN, 'x'])
      expect(await patch(unknown, { amountEUR: 1 })).toEqual(refused('Not found'));
    for (const body of [
      { dueDate: '2026-01-09' },
      { issueDate: '2026-01-20', dueDate: '2026-01-19' },
      { paidAt: '2026-01-09T12:00:00Z' },
      { paidAt: '2026-01-16T10:00:01Z' },
      { issueDate: '2026-01-16', paidAt: '2026-01-15' },
    ])
      expect(await patch(id, body), JSON.stringify(body)).toEqual(refused('Invalid dates'));
    await made({ invoiceNumber: 'R-12' });
    expect(await patch(id, { invoiceNumber: 'R-12' })).toEqual(refused('Invoice number already used'));
    expect(await journalOf(id)).toHaveLength(1);
    expect(await paymentsOf(id)).toEqual([]);
  });

  it('marks paid with a payment, then takes nothing but the PO number; only an admin crosses it out', async () => {
    const { id } = await made({ issueDate: '2026-01-10', amountEUR: 100 });
    const before = (await bellOf(portal.world, portal.client)).length;
    expect(await patch(id, { paidAt: '2026-01-12' })).toEqual(
      accepted({ paidAt: '2026-01-12T00:00:00.000Z' }),
    );
    expect(await paymentsOf(id)).toMatchObject([
      { method: 'bank_transfer', amount: 10_000, at: '2026-01-12 00:00:00+00', reversed: false },
    ]);
    const locked = refused('Invoice locked');
    expect(await patch(id, { amountEUR: 101 })).toEqual(locked);
    expect(await patch(id, { issueDate: null, paidAt: null }, admin)).toEqual(locked);
    expect(await patch(id, { amountEUR: 100, referencePO: 'PO-1' })).toEqual(
      accepted({ referencePO: 'PO-1' }),
    );
    expect(await patch(id, { paidAt: '2026-01-13T09:00+01:00' })).toEqual(
      accepted({ paidAt: '2026-01-13T08:00:00.000Z' }),
    );
    expect(await patch(id, { paidAt: null })).toEqual(refused('Forbidden', 403));
    expect(await patch(id, { paidAt: null }, admin)).toEqual(accepted({ paidAt: null }));
    expect(await paymentsOf(id)).toMatchObject([{ at: '2026-01-13 08:00:00+00', reversed: true }]);
    const verbs = (await journalOf(id)).map(({ verb }) => verb);
    const updated = 'invoice.updated';
    expect(verbs).toEqual(['invoice.created', 'invoice.paid', updated, updated, 'invoice.payment_undone']);
    expect((await bellOf(portal.world, portal.client)).slice(before)).toEqual([
      'invoice_paid',
      'invoice_updated',
      'invoice_updated',
      'invoice_updated',
    ]);
    expect(await patch(id, { amountEUR: 101, paidAt: '2026-01-14' })).toEqual(accepted({ amountEUR: 101 }));
    expect((await paymentsOf(id)).map(({ amount }) => amount)).toEqual([10_000, 10_100]);
  });

  it('records one payment for two who mark it paid at one moment, and none for nothing', async () => {
    const { id } = await made({ issueDate: '2026-01-10', amountEUR: 100 });
    const twins = await Promise.all([1, 2].map(() => patch(id, { paidAt: '2026-01-12' })));
    expect(twins.map(([status]) => status)).toEqual([200, 200]);
    expect(await paymentsOf(id)).toHaveLength(1);
    const free = await made({ issueDate: '2026-01-10' });
    expect((await patch(free.id, { paidAt: '2026-01-12' }))[0]).toBe(200);
    expect(await paymentsOf(free.id)).toEqual([]);
  });

  it('lets be what another surface has issued, but for its PO number and its payment', async () => {
    const { db, world, acme } = portal;
    const other = (facts: object) => createInvoice(db, world.tenant.id, acme.contactId, facts);
    const sent = await other({ totalMinor: 12_350 });
    expect(await patch(sent.id, { amountEUR: 124, referencePO: 'PO-2' })).toEqual(
      accepted({ amountEUR: 124, referencePO: 'PO-2', invoiceNumber: sent.number }),
    );
    for (const body of [{ amountEUR: 1 }, { invoiceNumber: 'X' }, { dueDate: null }, { currency: 'CHF' }])
      expect(await patch(sent.id, body), JSON.stringify(body)).toEqual(refused('Invoice locked'));
    expect(await patch(sent.id, { paidAt: '2026-01-15' })).toEqual(
      accepted({ paidAt: '2026-01-15T00:00:00.000Z' }),
    );
    expect(await paymentsOf(sent.id)).toMatchObject([{ amount: 12_350, reversed: false }]);
    expect(await patch(sent.id, { paidAt: null }, admin)).toEqual(accepted({ paidAt: null }));
    const draft = await other({ status: 'draft' });
    for (const body of [{ amountEUR: 1 }, { issueDate: '2026-01-01' }, { paidAt: '2026-01-15' }])
      expect(await patch(draft.id, body), JSON.stringify(body)).toEqual(refused('Invoice locked'));
  });
});

describe('GET /portal/billing/invoices', () => {
  it('shows staff all, clients those of their organisation, without the internal note', async () => {
    const other = await portalWorld();
    const { db, world, acme, globex } = other;
    const [forStaff, forClient] = (await Promise.all(
      [other.operator, other.client].map((who) => httpClient(world, who)),
    )) as [HttpClient, HttpClient];
    const post = async (facts: object) =>
      (await forStaff.call('POST', PATH, { engagementId: other.engagement.id, ...facts })).body.item;
    const first = await post({ amountEUR: 1 });
    const second = await post({ amountEUR: 2 });
    const foreign = await createInvoice(db, world.tenant.id, globex.contactId, { totalMinor: 150 });
    await createInvoice(db, world.tenant.id, acme.contactId, { kind: 'credit_note' });
    const all = await forStaff.call('GET', PATH);
    const engagement = { id: other.engagement.id, title: other.engagement.title, procurementRef: null };
    expect(all.body.items.map(({ id }: { id: string }) => id)).toEqual([foreign.id, second.id, first.id]);
    expect(all.body.items[1]).toEqual({ ...second, engagement });
    expect(all.body.items[0]).toMatchObject({ amountEUR: 2, engagement: null, internalNote: null });
    expect(all.headers.get('cache-control')).toBe('no-store');
    const own = await forClient.call('GET', PATH);
    const { internalNote: _, ...shown } = second;
    expect(own.body).toEqual({ ok: true, items: [{ ...shown, engagement }, expect.anything()] });
    expect(JSON.stringify(own.body)).not.toContain('internalNote');

    const ids = async (query: string, who = forStaff) => {
      const { status, body } = await who.call('GET', `${PATH}?${query}`);
      return status === 200 ? body.items.map(({ id }: { id: string }) => id) : [status, body];
    };
    expect(await ids('limit=1')).toEqual([foreign.id]);
    expect(await ids('limit=x')).toHaveLength(3);
    expect(await ids('limit=0')).toHaveLength(1);
    expect(await ids(`before=${second.id}`)).toEqual([first.id]);
    expect(await ids(`before=${first.id}`)).toEqual([]);
    for (const unknown of [UNKNOWN, 'x'])
      expect(await ids(`before=${unknown}`)).toEqual(refused('Invalid payload'));
    expect(await ids(`before=${foreign.id}`, forClient)).toEqual(refused('Invalid payload'));
    const visitor = await (await httpClient(world, 'visitor')).call('GET', PATH);
    expect([visitor.status, visitor.body]).toEqual(refused('Unauthorized', 401));
    const learner = await (await httpClient(world, 'learner')).call('GET', PATH);
    expect([learner.status, learner.body]).toEqual(refused('Forbidden', 403));
  });
});
