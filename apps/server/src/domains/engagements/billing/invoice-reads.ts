import type { PortalInvoiceState } from '@officina/contracts/portal-invoices';
import { portalInvoiceList, portalInvoicePage } from '@officina/contracts/portal-invoices-inputs';
import { engagementInvoices } from '@officina/db/schema/portal-billing';
import { invoices } from '@officina/db/schema/sales';
import { and, desc, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { newestFirst } from '../newest-first.ts';
import { portalInvoices, presentPortalInvoice, toldToClients } from './invoice-row.ts';

const today = sql`${sql.placeholder('today')}::date`;
/** As `stateOf` says it, over the columns. */
const dated = sql`case when ${invoices.kind} = 'engagement' then ${engagementInvoices.dated} else ${invoices.status} <> 'draft' end`;
const OVERDUE = sql`coalesce(${invoices.dueDate} < ${today}, false)`;
const IN_STATE: Record<PortalInvoiceState, SQL | undefined> = {
  paid: isNotNull(invoices.paidAt),
  draft: and(isNull(invoices.paidAt), sql`not ${dated}`),
  overdue: and(isNull(invoices.paidAt), dated, OVERDUE),
  issued: and(isNull(invoices.paidAt), dated, sql`not ${OVERDUE}`),
};

/** Invoices, whichever surface made them; credit notes are not among them. */
export const portalInvoiceRecords = newestFirst({
  name: 'portal_invoices',
  select: (db, where) =>
    portalInvoices(db)
      .where(and(eq(invoices.tenantId, sql.placeholder('tenantId')), ne(invoices.kind, 'credit_note'), where))
      .orderBy(desc(invoices.createdAt), desc(invoices.id))
      .limit(sql.placeholder('limit')),
  createdAt: invoices.createdAt,
  id: invoices.id,
  own: and(eq(invoices.contactId, sql.placeholder('orgId')), toldToClients),
  filters: {
    engagementId: engagementInvoices.engagementId,
    status: (state: PortalInvoiceState) => IN_STATE[state],
  },
  placeOf: ({ row }) => row,
  present: presentPortalInvoice,
});

/** Invoices, newest first; clients see those of their organisation. */
export const listPortalInvoices = read({
  name: 'billing.invoices',
  permission: 'portal.billing.read',
  input: portalInvoiceList,
  run: portalInvoiceRecords.page,
});

/** The same as programs read them. */
export const pagePortalInvoices = read({
  name: 'billing.page',
  permission: 'portal.billing.read',
  input: portalInvoicePage,
  run: portalInvoiceRecords.olderThan,
});
