import { createContact } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient } from '../../../testing/harness.ts';

async function world(role: Parameters<typeof createWorld>[0] = 'accountant') {
  const made = await createWorld(role);
  const { db } = made.server.services.client;
  const tenantId = made.tenant.id;
  const { id: contactId } = await createContact(db, tenantId);
  return { made, db, tenantId, contactId, http: await httpClient(made) };
}

describe('GET /api/reports/revenue', () => {
  it('answers the acceptance example: three invoices paid today', async () => {
    const { db, tenantId, contactId, http } = await world();
    for (const totalMinor of [36_000, 11_999, 1200]) {
      await createInvoice(db, tenantId, contactId, {
        status: 'paid',
        totalMinor,
        paidAt: new Date('2026-01-15T09:00:00Z'),
      });
    }
    const answer = await http.call('GET', '/api/reports/revenue?from_date=2026-01-15&to_date=2026-01-15');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      success: true,
      data: {
        summary: { total_revenue: 491.99, invoices_paid: 3, average_invoice: 164 },
        breakdown: [{ period: '2026-01', revenue: 491.99, invoices: 3 }],
      },
    });
  });

  it('answers the documented example’s request by ISO weeks, empty ones left out', async () => {
    const { db, tenantId, contactId, http } = await world();
    for (const day of ['2025-12-01', '2025-12-07', '2025-12-15', '2025-12-29', '2026-01-01', '2026-01-02']) {
      await createInvoice(db, tenantId, contactId, {
        status: 'paid',
        totalMinor: 1000,
        issueDate: '2025-11-30',
        paidAt: new Date(`${day}T12:00:00Z`),
      });
    }
    const answer = await http.call(
      'GET',
      '/api/reports/revenue?from_date=2025-12-01&to_date=2026-01-01&group_by=week',
    );
    expect(answer.body.data).toEqual({
      summary: { total_revenue: 50, invoices_paid: 5, average_invoice: 10 },
      breakdown: [
        { period: '2025-W49', revenue: 20, invoices: 2 },
        { period: '2025-W51', revenue: 10, invoices: 1 },
        { period: '2026-W01', revenue: 20, invoices: 2 },
      ],
    });
  });

  it('is zero for a new tenant', async () => {
    const { http } = await world();
    const answer = await http.call('GET', '/api/reports/revenue?from_date=2026-01-01&to_date=2026-01-31');
    expect(answer.body.data).toEqual({
      summary: { total_revenue: 0, invoices_paid: 0, average_invoice: 0 },
      breakdown: [],
    });
  });

  it('names the faulty words of the query', async () => {
    const { http } = await world();
    const faults = async (query: string) => {
      const { status, body } = await http.call('GET', `/api/reports/revenue?${query}`);
      expect(status, query).toBe(400);
      expect(body).toMatchObject({ success: false, error: 'Validation error', code: 'VALIDATION_ERROR' });
      return body.details.map(({ field }: { field: string }) => field);
    };
    expect(await faults('')).toEqual(['from_date', 'to_date']);
    expect(await faults('from_date=2026-02-30&to_date=2026-03-01&group_by=year')).toEqual([
      'from_date',
      'group_by',
    ]);
    expect(await faults('from_date=2026-02-02&to_date=2026-02-01')).toEqual(['to_date']);
    expect(await faults('from_date=2021-01-01&to_date=2026-01-02')).toEqual(['to_date']);
    expect(
      (await http.call('GET', '/api/reports/revenue?from_date=2021-01-01&to_date=2026-01-01')).status,
    ).toBe(200);
  });

  it('is refused to members, and needs a session', async () => {
    const { http, made } = await world('member');
    const query = '/api/reports/revenue?from_date=2026-01-01&to_date=2026-01-31';
    for (const path of [query, '/api/reports/pipeline']) {
      expect((await http.call('GET', path)).body).toEqual({
        success: false,
        error: 'Forbidden',
        code: 'FORBIDDEN',
        details: { permission: 'reports.read' },
      });
      expect((await (await httpClient(made, 'visitor')).call('GET', path)).status).toBe(401);
    }
  });
});

describe('GET /api/reports/pipeline', () => {
  it('answers the rule’s example: 5 accepted and 3 converted of 25 sent, worth 3400', async () => {
    const { db, tenantId, contactId, http } = await world('manager');
    const quote = (facts: Parameters<typeof createQuote>[3]) => createQuote(db, tenantId, contactId, facts);
    for (const totalMinor of [40_000, 40_000, 40_000, 40_000, 55_000])
      await quote({ status: 'accepted', totalMinor });
    for (const totalMinor of [25_000, 50_000, 50_000]) {
      const { id } = await quote({ status: 'accepted', totalMinor });
      await createInvoice(db, tenantId, contactId, { quoteId: id, totalMinor });
    }
    for (let i = 0; i < 12; i++) await quote({ status: 'sent', totalMinor: 47_000 });
    for (let i = 0; i < 3; i++) await quote({ status: 'sent', validUntil: '2026-01-14' });
    for (let i = 0; i < 2; i++) await quote({ status: 'rejected', sentAt: new Date() });
    await quote({ status: 'rejected' });
    for (const totalMinor of [30_000, 30_000, 38_000]) await quote({ totalMinor });
    await quote({ status: 'sent', deletedAt: new Date() });
    expect((await http.call('GET', '/api/reports/pipeline')).body).toEqual({
      success: true,
      data: {
        stages: [
          { status: 'DRAFT', count: 3, total_value: 980 },
          { status: 'SENT', count: 12, total_value: 5640 },
          { status: 'ACCEPTED', count: 5, total_value: 2150 },
        ],
        conversion_rate: 0.32,
        average_deal_size: 425,
        total_pipeline_value: 8770,
      },
    });
  });

  it('is zero-filled for a new tenant', async () => {
    const { http } = await world();
    expect((await http.call('GET', '/api/reports/pipeline')).body.data).toEqual({
      stages: ['DRAFT', 'SENT', 'ACCEPTED'].map((status) => ({ status, count: 0, total_value: 0 })),
      conversion_rate: 0,
      average_deal_size: 0,
      total_pipeline_value: 0,
    });
  });
});
