import { createInvoice } from '@officina/db/factories-sales';
import { invoices } from '@officina/db/schema/sales';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createStudioClient } from '../../studio/clients/create-client.ts';
import { createStudioInvoice } from '../../studio/invoices/create-invoice.ts';
import { sendStudioInvoice } from '../../studio/invoices/move-invoice.ts';
import { type PortalWorld, portalWorld } from '../testing/portal-world.ts';
import { createPortalInvoice } from './create-invoice.ts';
import { getPortalInvoice } from './get-invoice.ts';
import { portalInvoicePdf } from './invoice-pdf.ts';
import { updatePortalInvoice } from './update-invoice.ts';

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});
const make = (facts: object = {}) =>
  createPortalInvoice(portal.operator, {
    engagementId: portal.engagement.id,
    invoiceNumber: 'A-7',
    issueDate: '2026-01-05',
    amountEUR: 1500,
    ...facts,
  });

describe('one invoice', () => {
  it('shows its organisation the lines, what was paid, and the file; to another it does not exist', async () => {
    const { id } = await make();
    expect(await getPortalInvoice(portal.client, { id })).toMatchObject({
      invoiceNumber: 'A-7',
      status: 'issued',
      lines: [{ quantity: 1, unitPriceCents: 150_000, totalCents: 150_000 }],
      payments: [],
      paidCents: 0,
      abilities: { pay: true, edit: false },
    });
    await updatePortalInvoice(portal.operator, { id, paidAt: '2026-01-12T09:00:00.000Z' });
    const paid = await getPortalInvoice(portal.client, { id });
    expect(paid).toMatchObject({ status: 'paid', paidCents: 150_000, abilities: { pay: false } });
    expect(paid.payments).toMatchObject([{ method: 'bank_transfer', amountCents: 150_000 }]);
    const file = await portalInvoicePdf(portal.client, { id });
    expect(file.filename).toBe('invoice-A-7.pdf');
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    for (const stranger of [portal.other, (await portalWorld()).client]) {
      await expect(getPortalInvoice(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(portalInvoicePdf(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const learner = await portal.world.as('learner');
    await expect(getPortalInvoice(learner, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is the same for one that another surface made', async () => {
    const { db, world, acme, admin, client } = portal;
    const sold = await createInvoice(db, world.tenant.id, acme.contactId, { dueDate: '2026-02-01' });
    const asked = await createStudioClient(admin, { name: 'Globex', email: 'pay@globex.test' });
    const written = await createStudioInvoice(admin, {
      clientId: asked.id,
      items: [{ description: 'Design', quantity: 2, rate: 10.5 }],
      taxRate: 20,
      discount: 1,
    });
    await db
      .update(invoices)
      .set({ contactId: acme.contactId })
      .where(and(eq(invoices.tenantId, world.tenant.id), eq(invoices.id, written.id)));
    // What a client has not been sent yet is not shown to them.
    await expect(getPortalInvoice(client, { id: written.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await sendStudioInvoice(admin, { id: written.id });
    expect(await getPortalInvoice(client, { id: written.id })).toMatchObject({
      lines: [{ description: 'Design', quantity: 2, unitPriceCents: 1050, vatRate: 20, totalCents: 2100 }],
      vatBreakdown: [{ rate: 20, baseCents: 2100, vatCents: 420 }],
      discountCents: 100,
      totalCents: 2420,
    });
    for (const { id } of [sold, written]) {
      expect((await portalInvoicePdf(client, { id })).bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(await getPortalInvoice(client, { id })).toMatchObject({
        id,
        organization: { id: acme.contactId },
      });
    }
  });
});
