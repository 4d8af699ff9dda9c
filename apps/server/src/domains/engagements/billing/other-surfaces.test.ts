import { createInvoice } from '@officina/db/factories-sales';
import { beforeAll, describe, expect, it } from 'vitest';
import { creditInvoice } from '../../sales/invoices/credit-invoice.ts';
import { deleteInvoice } from '../../sales/invoices/delete-invoice.ts';
import { listInvoices } from '../../sales/invoices/invoice-list.ts';
import { getInvoice } from '../../sales/invoices/invoice-reads.ts';
import { recordInvoicePayment } from '../../sales/invoices/record-payment.ts';
import { setInvoiceStatus } from '../../sales/invoices/set-invoice-status.ts';
import { undoInvoicePayment } from '../../sales/invoices/undo-invoice-payment.ts';
import { type PortalWorld, portalWorld } from '../testing/portal-world.ts';
import { createPortalInvoice } from './create-invoice.ts';

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});
const make = (facts: object = {}) =>
  createPortalInvoice(portal.admin, { engagementId: portal.engagement.id, amountEUR: 90, ...facts });

describe('an invoice of the portal among those of the others', () => {
  it('shows a draft of its day of creation without a number, and is never overdue without a due date', async () => {
    const draft = await make();
    const dateless = await make({ issueDate: '2025-01-10' });
    const shown = { kind: 'engagement', number: null, dueDate: null, daysOverdue: 0, totalCents: 9000 };
    expect(await getInvoice(portal.admin, { id: draft.id })).toMatchObject({
      ...shown,
      status: 'draft',
      issueDate: '2026-01-15',
    });
    expect(await getInvoice(portal.admin, { id: dateless.id })).toMatchObject({ ...shown, status: 'sent' });
    const overdue = await listInvoices(portal.admin, { status: 'overdue' });
    expect(overdue.items.map(({ id }) => id)).not.toContain(dateless.id);
    const sent = await listInvoices(portal.admin, { status: 'sent' });
    expect(sent.items.map(({ id }) => id)).toContain(dateless.id);
  });

  it('is changed by nobody but the portal', async () => {
    const { id } = await make({ issueDate: '2026-01-10', dueDate: '2026-02-10' });
    const locked = { code: 'DOCUMENT_LOCKED' };
    const { admin } = portal;
    const owner = await portal.world.as('owner');
    await expect(setInvoiceStatus(admin, { id, status: 'paid' })).rejects.toMatchObject(locked);
    await expect(recordInvoicePayment(admin, { id, amountCents: 1, method: 'cash' })).rejects.toMatchObject(
      locked,
    );
    await expect(undoInvoicePayment(owner, { id, reason: 'It was wrong' })).rejects.toMatchObject(locked);
    await expect(creditInvoice(admin, { id, reason: 'It was wrong' })).rejects.toMatchObject(locked);
    await expect(deleteInvoice(owner, { id })).rejects.toMatchObject(locked);
  });

  it('comes after all that is due when sorted by due date, page by page, both ways', async () => {
    const own = await portalWorld();
    const { db, world, acme, admin, engagement } = own;
    const ids: string[] = [];
    for (const dueDate of ['2026-02-01', '2026-03-01'])
      ids.push((await createInvoice(db, world.tenant.id, acme.contactId, { dueDate })).id);
    for (const _ of [1, 2])
      ids.push(
        (await createPortalInvoice(admin, { engagementId: engagement.id, issueDate: '2026-01-10' })).id,
      );
    for (const dir of ['asc', 'desc'] as const) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listInvoices(admin, { sort: 'dueDate', dir, limit: 1, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(dir === 'asc' ? ids : ids.toReversed());
    }
  });
});
