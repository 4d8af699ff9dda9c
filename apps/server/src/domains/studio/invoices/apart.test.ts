import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { listContacts } from '../../contacts/contact-reads.ts';
import { getContact } from '../../contacts/get-contact.ts';
import { garageDashboard } from '../../reports/dashboard.ts';
import { revenue } from '../../reports/revenue.ts';
import { listInvoices } from '../../sales/invoices/invoice-list.ts';
import { getInvoice } from '../../sales/invoices/invoice-reads.ts';
import { searchRecords } from '../../search/search-records.ts';
import { createStudioClient } from '../clients/create-client.ts';
import { listStudioClients } from '../clients/list-clients.ts';
import { createStudioInvoice } from './create-invoice.ts';

describe('what a studio keeps', () => {
  it('is among the contacts of the firm, and its invoices are in no list, search or report of the others', async () => {
    const { ctx, server, tenant } = await createWorld();
    const garage = await createContact(server.services.client.db, tenant.id, {
      displayName: 'Of the garage',
    });
    const before = {
      invoices: await listInvoices(ctx, {}),
      dashboard: await garageDashboard(ctx, {}),
      revenue: await revenue(ctx, { from: '2026-01-01', to: '2026-01-31' }),
    };
    const client = await createStudioClient(ctx, { name: 'Acme Corp', company: 'Acme' });
    const invoice = {
      clientId: client.id,
      items: [{ description: 'x', rate: 100 }],
      status: 'sent' as const,
      dueDate: '2026-01-01',
    };
    const late = await createStudioInvoice(ctx, invoice);
    await createStudioInvoice(ctx, { ...invoice, items: [{ description: 'x', rate: 0 }] });
    expect(late.status).toBe('overdue');

    const contacts = await listContacts(ctx, {});
    expect(contacts.items.map(({ displayName }) => displayName).sort()).toEqual([
      'Acme Corp',
      'Of the garage',
    ]);
    expect((await listStudioClients(ctx, {})).items.map(({ name }) => name)).toEqual(['Acme Corp']);
    expect((await getContact(ctx, { id: client.id })).recentInvoices).toEqual([]);
    expect((await getContact(ctx, { id: garage.id })).id).toBe(garage.id);

    expect(await listInvoices(ctx, {})).toEqual(before.invoices);
    expect((await garageDashboard(ctx, {})).overdue).toEqual(before.dashboard.overdue);
    expect(await revenue(ctx, { from: '2026-01-01', to: '2026-01-31' })).toEqual(before.revenue);
    await expect(getInvoice(ctx, { id: late.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await searchRecords(ctx, { q: 'INV-000001' })).invoices).toEqual([]);
  });
});
