import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, tenantId } from './columns.ts';
import { scopeProposals } from './engagement-work.ts';
import { engagements, services } from './engagements.ts';
import { orders } from './payments.ts';
import { invoices } from './sales.ts';

/** The service whose deposit an order pays. */
export const serviceOrders = pgTable(
  'service_orders',
  {
    tenantId: tenantId(),
    orderId: uuid('order_id').notNull(),
    serviceId: uuid('service_id'),
    /** As it was called when it was ordered. */
    serviceSlug: text('service_slug').notNull(),
    /** Whoever shows it sees the receipt. */
    receiptToken: text('receipt_token').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderId] }),
    foreignKey({
      name: 'service_orders_order_fk',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'service_orders_service_fk',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    // A link to a receipt names the order, not the tenant.
    index('service_orders_order').on(t.orderId),
  ],
);

/** What the portal knows of an invoice besides; every invoice of kind `engagement` has one. */
export const engagementInvoices = pgTable(
  'engagement_invoices',
  {
    tenantId: tenantId(),
    invoiceId: uuid('invoice_id').notNull(),
    engagementId: uuid('engagement_id'),
    scopeProposalId: uuid('scope_proposal_id'),
    referencePo: text('reference_po'),
    /** Never shown to clients. */
    internalNote: text('internal_note'),
    /** Whether it has been given an issue date; until then that of the invoice is the day on which it was made. */
    dated: boolean('dated').notNull().default(false),
    /** Grows when what was issued is superseded. */
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId] }),
    foreignKey({
      name: 'engagement_invoices_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'engagement_invoices_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    foreignKey({
      name: 'engagement_invoices_scope_fk',
      columns: [t.tenantId, t.scopeProposalId],
      foreignColumns: [scopeProposals.tenantId, scopeProposals.id],
    }),
    index('engagement_invoices_engagement').on(t.tenantId, t.engagementId),
    index('engagement_invoices_scope')
      .on(t.tenantId, t.scopeProposalId)
      .where(sql`scope_proposal_id is not null`),
  ],
);

/** What an issued engagement invoice said before it was changed. Rows never change. */
export const invoiceRevisions = pgTable(
  'invoice_revisions',
  {
    tenantId: tenantId(),
    invoiceId: uuid('invoice_id').notNull(),
    revision: integer('revision').notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    supersededBy: uuid('superseded_by'),
    supersededAt: moment('superseded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId, t.revision] }),
    foreignKey({
      name: 'invoice_revisions_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    check('invoice_revisions_positive', sql`revision > 0`),
  ],
);
