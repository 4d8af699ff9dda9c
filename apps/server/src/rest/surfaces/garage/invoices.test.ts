import { createContact } from '@officina/db/factories';
import { createInvoice } from '@officina/db/factories-sales';
import { describe, expect, it } from 'vitest';
import { createWorld, type HttpClient, httpClient } from '../../../testing/harness.ts';

async function garage() {
  const world = await createWorld();
  world.server.clock.set('2026-01-15T10:00:00.000Z');
  const { db } = world.server.services.client;
  const contact = await createContact(db, world.tenant.id, { firstName: 'Marc', lastName: 'Dupont' });
  const http = await httpClient(world);
  const add = (facts: Parameters<typeof createInvoice>[3] = {}) =>
    createInvoice(db, world.tenant.id, contact.id, facts);
  /** A draft made the way the web app does: invoices have no POST of their own. */
  const draft = async (prices: number[]) => {
    const lines = prices.map((unitPriceCents) => ({
      description: 'x',
      quantity: 1,
      unitPriceCents,
      vatRate: 0,
    }));
    const made = await http.call('POST', '/trpc/invoices.create', { contactId: contact.id, lines });
    return made.body.result.data.id as string;
  };
  return { world, contact, http, add, draft };
}

const mark = (http: HttpClient, id: string, body: object) =>
  http.call('PATCH', `/api/invoices/${id}/status`, body);

describe('GET /api/invoices', () => {
  it('prints the documented item', async () => {
    const { contact, http, add } = await garage();
    const invoice = await add({ issueDate: '2025-12-15', dueDate: '2025-12-29', totalMinor: 45_000 });
    const list = await http.call('GET', '/api/invoices?status=OVERDUE&from_date=2025-12-01');
    expect(list.status).toBe(200);
    expect(list.body).toEqual({
      success: true,
      data: [
        {
          id: invoice.id,
          invoice_number: '2025-001',
          contact: { id: contact.id, name: 'Marc Dupont' },
          issue_date: '2025-12-15',
          due_date: '2025-12-29',
          total: 450,
          status: 'OVERDUE',
          days_overdue: 17,
        },
      ],
      pagination: { page: 1, limit: 20, total: 1, pages: 1 },
    });
  });

  it('filters by derived state: OVERDUE and SENT share nothing', async () => {
    const { http, add, draft } = await garage();
    await add({ dueDate: '2026-01-14' });
    await add({ dueDate: '2026-01-15' });
    await add({ dueDate: '2026-01-01', status: 'paid' });
    await add({ dueDate: '2026-01-01', kind: 'credit_note' });
    await draft([100]);
    const found = async (status: string) =>
      (await http.call('GET', `/api/invoices?status=${status}`)).body.data as Record<string, unknown>[];
    expect(await found('OVERDUE')).toMatchObject([{ due_date: '2026-01-14', days_overdue: 1 }]);
    expect(await found('SENT')).toMatchObject([{ due_date: '2026-01-15', days_overdue: 0 }]);
    expect(await found('PAID')).toMatchObject([{ status: 'PAID', days_overdue: 0 }]);
    expect(await found('DRAFT')).toMatchObject([{ invoice_number: null, issue_date: '2026-01-15' }]);
    expect(await found('CANCELLED')).toEqual([]);
    expect((await http.call('GET', '/api/invoices')).body.pagination.total).toBe(4);
  });

  it('refuses words, dates and ranges that are none', async () => {
    const { http } = await garage();
    const refused = async (query: string) => (await http.call('GET', `/api/invoices?${query}`)).body.details;
    expect(await refused('status=paid')).toMatchObject([{ field: 'status' }]);
    expect(await refused('from_date=2026-02-30&page=0')).toMatchObject([
      { field: 'page' },
      { field: 'from_date' },
    ]);
    expect(await refused('from_date=2026-01-02&to_date=2026-01-01')).toMatchObject([{ field: 'from_date' }]);
    const learner = await httpClient(await createWorld('learner'));
    expect((await learner.call('GET', '/api/invoices')).status).toBe(403);
  });
});

describe('PATCH /api/invoices/:id/status', () => {
  it('answers the documented example, twice the same, and is final then', async () => {
    const { http, draft } = await garage();
    const id = await draft([36_000]);
    const issued = await mark(http, id, { status: 'SENT' });
    expect(issued.body.data).toMatchObject({ id, status: 'SENT', payment_method: null, paid_at: null });
    const body = { status: 'PAID', payment_method: 'CARD', paid_at: '2026-01-15T10:04:00+00:00' };
    const paid = await mark(http, id, body);
    expect(paid.status).toBe(200);
    expect(paid.body).toEqual({
      success: true,
      data: {
        id,
        status: 'PAID',
        payment_method: 'CARD',
        paid_at: '2026-01-15T10:04:00.000Z',
        updated_at: expect.any(String),
      },
    });
    expect((await mark(http, id, { ...body, payment_method: 'CASH' })).body).toEqual(paid.body);
    const again = await mark(http, id, { status: 'SENT' });
    expect(again.status).toBe(400);
    expect(again.body).toEqual({
      success: false,
      error: 'Status change not allowed',
      code: 'INVALID_STATUS_TRANSITION',
      details: { from: 'PAID', to: 'SENT', allowed: [] },
    });
  });

  it('names faults as the contract spells them', async () => {
    const { http, add } = await garage();
    const { id } = await add();
    const refused = async (body: object) => (await mark(http, id, body)).body.details;
    expect(await refused({ status: 'OVERDUE' })).toMatchObject([{ field: 'status' }]);
    expect(await refused({ status: 'PAID', payment_method: 'CHEQUE', paid_at: '2026-01-15' })).toMatchObject([
      { field: 'payment_method' },
      { field: 'paid_at' },
    ]);
    expect(await refused({ status: 'PAID' })).toEqual([{ field: 'payment_method', message: 'Required' }]);
    expect(
      await refused({ status: 'CANCELLED', payment_method: 'CASH', paid_at: '2026-01-15T10:00:00Z' }),
    ).toEqual([
      { field: 'payment_method', message: 'Only with PAID' },
      { field: 'paid_at', message: 'Only with PAID' },
    ]);
    const early = { status: 'PAID', payment_method: 'CASH', paid_at: '2026-01-14T10:00:00Z' };
    expect(await refused(early)).toMatchObject([{ field: 'paid_at' }]);
    expect((await mark(http, 'nonsense', { status: 'PAID', payment_method: 'CASH' })).body).toEqual({
      success: false,
      error: 'Invoice not found',
      code: 'NOT_FOUND',
    });
  });

  it('prints the stored word of an invoice that is overdue meanwhile, and the derived one in refusals', async () => {
    const { http, add } = await garage();
    const { id } = await add({ issueDate: '2025-12-01', dueDate: '2025-12-31' });
    expect((await mark(http, id, { status: 'SENT' })).body.data.status).toBe('SENT');
    expect((await mark(http, id, { status: 'DRAFT' })).body.details).toEqual({
      from: 'OVERDUE',
      to: 'DRAFT',
      allowed: ['PAID', 'CANCELLED'],
    });
    const member = await httpClient((await garage()).world, 'member');
    expect((await mark(member, id, { status: 'PAID' })).status).toBe(403);
  });
});

describe('GET /api/invoices/:id/pdf', () => {
  it('downloads the same bytes each time under its number, drafts under their id', async () => {
    const { world, http, draft } = await garage();
    const id = await draft([36_000]);
    const path = `/api/invoices/${id}/pdf`;
    const before = await http.call('GET', path);
    const name = `attachment; filename="facture-brouillon-${id.slice(0, 8)}.pdf"`;
    expect(before.headers.get('content-disposition')).toBe(name);
    await mark(http, id, { status: 'SENT' });
    const first = await http.call('GET', path);
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="facture-2026-001.pdf"');
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect((await http.call('GET', path)).bytes.equals(first.bytes)).toBe(true);
    const foreign = await httpClient(await createWorld());
    expect((await foreign.call('GET', path)).status).toBe(404);
    const visitor = await httpClient(world, 'visitor');
    expect((await visitor.call('GET', path)).status).toBe(401);
  });
});

describe('revenue of paid invoices', () => {
  it('is what was paid today', async () => {
    const { http, draft } = await garage();
    for (const price of [36_000, 11_999, 1_200]) {
      const id = await draft([price]);
      await mark(http, id, { status: 'SENT' });
      await mark(http, id, { status: 'PAID', payment_method: 'CARD' });
    }
    const path = '/api/reports/revenue?from_date=2026-01-15&to_date=2026-01-15&group_by=day';
    expect((await http.call('GET', path)).body.data).toEqual({
      summary: { total_revenue: 491.99, invoices_paid: 3, average_invoice: 164 },
      breakdown: [{ period: '2026-01-15', revenue: 491.99, invoices: 3 }],
    });
  });
});
