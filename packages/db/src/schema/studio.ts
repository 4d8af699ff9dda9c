import {
  PROJECT_PRIORITIES,
  PROJECT_STATUSES,
  type ProjectPriority,
  type ProjectStatus,
} from '@officina/contracts/studio';
import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { invoices } from './sales.ts';
import { tenants } from './tenancy.ts';

/** What a studio knows of a contact that is its client, as it was sent. */
export const studioClients = pgTable(
  'studio_clients',
  {
    tenantId: tenantId().references(() => tenants.id),
    contactId: uuid('contact_id').notNull(),
    /** One text, not the parts that the contact's own columns are. */
    address: text('address'),
    website: text('website'),
    /** A word of the studio's own. */
    status: text('status').notNull().default('active'),
    notes: text('notes'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      name: 'studio_clients_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('studio_clients_recent').on(t.tenantId, t.createdAt, t.contactId),
    index('studio_clients_status').on(t.tenantId, t.status, t.createdAt, t.contactId),
    index('studio_clients_maker').on(t.tenantId, t.createdBy, t.createdAt),
  ],
);

export const projects = pgTable(
  'projects',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    name: text('name').notNull(),
    description: text('description'),
    status: words<ProjectStatus>('status').notNull().default('planning'),
    contactId: uuid('contact_id'),
    /** In the tenant's currency. */
    budgetMinor: bigint('budget_minor', { mode: 'number' }),
    deadline: date('deadline', { mode: 'string' }),
    priority: words<ProjectPriority>('priority').notNull().default('medium'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    completedAt: moment('completed_at'),
    archivedAt: moment('archived_at'),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'projects_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('projects_recent').on(t.tenantId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('projects_status').on(t.tenantId, t.status, t.createdAt, t.id).where(sql`archived_at is null`),
    index('projects_contact').on(t.tenantId, t.contactId, t.createdAt),
    index('projects_maker').on(t.tenantId, t.createdBy, t.createdAt),
    oneOf('projects_state', t.status, PROJECT_STATUSES),
    oneOf('projects_priority', t.priority, PROJECT_PRIORITIES),
  ],
);

const fourPlaces = (name: string) => numeric(name, { precision: 16, scale: 4, mode: 'number' }).notNull();

/** What a studio's invoice (kind and series `studio`) has besides every invoice's columns. */
export const studioInvoices = pgTable(
  'studio_invoices',
  {
    tenantId: tenantId().references(() => tenants.id),
    invoiceId: uuid('invoice_id').notNull(),
    projectId: uuid('project_id'),
    /** Percent of the whole subtotal. */
    taxRate: numeric('tax_rate', { precision: 7, scale: 4, mode: 'number' }).notNull(),
    /** Taken off after tax. */
    discountMinor: bigint('discount_minor', { mode: 'number' }).notNull(),
    sentAt: moment('sent_at'),
    /** When it was told that it is overdue, which happens once. */
    overdueToldAt: moment('overdue_told_at'),
    stripeInvoiceId: text('stripe_invoice_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId] }),
    foreignKey({
      name: 'studio_invoices_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'studio_invoices_project_fk',
      columns: [t.tenantId, t.projectId],
      foreignColumns: [projects.tenantId, projects.id],
    }),
    index('studio_invoices_project').on(t.tenantId, t.projectId).where(sql`project_id is not null`),
    index('studio_invoices_stripe').on(t.stripeInvoiceId).where(sql`stripe_invoice_id is not null`),
  ],
);

export const studioInvoiceLines = pgTable(
  'studio_invoice_lines',
  {
    tenantId: tenantId().references(() => tenants.id),
    invoiceId: uuid('invoice_id').notNull(),
    position: integer('position').notNull(),
    description: text('description').notNull(),
    quantity: fourPlaces('quantity'),
    /** Price of one, in major units of the invoice's currency. */
    rate: fourPlaces('rate'),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId, t.position] }),
    foreignKey({
      name: 'studio_invoice_lines_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
  ],
);

/** Links under which whoever has one may see and pay an invoice. */
export const payLinks = pgTable(
  'pay_links',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    invoiceId: uuid('invoice_id').notNull(),
    /** SHA-256 of a token that names its tenant. */
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'pay_links_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    uniqueIndex('pay_links_token').on(t.tenantId, t.tokenHash),
    index('pay_links_invoice').on(t.tenantId, t.invoiceId),
  ],
);
