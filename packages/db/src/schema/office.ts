import {
  BINDER_STATUSES,
  type BinderStatus,
  CHARGE_STATUSES,
  CHARGE_TYPES,
  type ChargeStatus,
  type ChargeType,
  CLIENT_STATUSES,
  CLIENT_TYPES,
  type ClientStatus,
  type ClientType,
  REMINDER_RUN_STATUSES,
  type ReminderRunStatus,
} from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, ref, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { invoices } from './sales.ts';
import { members, tenants } from './tenancy.ts';

/** What an advisory office knows of a contact that is its client. `ref` is the client's number outside. */
export const officeClients = pgTable(
  'office_clients',
  {
    tenantId: tenantId().references(() => tenants.id),
    contactId: uuid('contact_id').notNull(),
    ref: ref(),
    /** Number of the identity card or of the company; leading zeros count. */
    idNumber: text('id_number').notNull(),
    clientType: words<ClientType>('client_type').notNull(),
    status: words<ClientStatus>('status').notNull().default('active'),
    openedAt: date('opened_at').notNull(),
    closedAt: date('closed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      name: 'office_clients_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('office_clients_ref').on(t.tenantId, t.ref),
    uniqueIndex('office_clients_id_number_unique').on(t.tenantId, t.idNumber),
    index('office_clients_status').on(t.tenantId, t.status, t.ref),
    index('office_clients_search').using('gin', t.tenantId, t.idNumber.op('gin_trgm_ops')),
    oneOf('office_clients_type', t.clientType, CLIENT_TYPES),
    oneOf('office_clients_state', t.status, CLIENT_STATUSES),
    check('office_clients_closed', sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** A client's folder of paper in the office's care. Whether it is late or idle is derived, never stored. */
export const binders = pgTable(
  'binders',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    ref: ref(),
    contactId: uuid('contact_id').notNull(),
    /** As typed, trimmed. */
    binderNumber: text('binder_number').notNull(),
    /** Lower-case: by which numbers are compared and searched. */
    numberKey: text('number_key').notNull(),
    receivedAt: date('received_at').notNull(),
    expectedReturnAt: date('expected_return_at').notNull(),
    returnedAt: date('returned_at'),
    status: words<BinderStatus>('status').notNull().default('in_office'),
    receivedBy: uuid('received_by').notNull(),
    returnedBy: uuid('returned_by'),
    pickupPersonName: text('pickup_person_name'),
    notes: text('notes'),
    /** The last day on which somebody worked on it. */
    lastWorkOn: date('last_work_on'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'binders_client_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [officeClients.tenantId, officeClients.contactId],
    }),
    foreignKey({
      name: 'binders_received_by_fk',
      columns: [t.tenantId, t.receivedBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'binders_returned_by_fk',
      columns: [t.tenantId, t.returnedBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    uniqueIndex('binders_ref').on(t.tenantId, t.ref),
    uniqueIndex('binders_active_number_unique').on(t.tenantId, t.numberKey).where(sql`status <> 'returned'`),
    index('binders_due').on(t.tenantId, t.expectedReturnAt, t.ref).where(sql`status <> 'returned'`),
    index('binders_open').on(t.tenantId, t.receivedAt, t.ref).where(sql`status <> 'returned'`),
    index('binders_status').on(t.tenantId, t.status, t.receivedAt, t.ref),
    index('binders_handed_back').on(t.tenantId, t.returnedAt, t.ref).where(sql`status = 'returned'`),
    index('binders_client').on(t.tenantId, t.contactId, t.receivedAt, t.ref),
    index('binders_search').using('gin', t.tenantId, t.numberKey.op('gin_trgm_ops')),
    oneOf('binders_state', t.status, BINDER_STATUSES),
    check('binders_promise', sql`${t.expectedReturnAt} = ${t.receivedAt} + 90`),
    check(
      'binders_returned',
      sql`(${t.status} = 'returned') = (num_nulls(${t.returnedAt}, ${t.returnedBy}, ${t.pickupPersonName}) = 0)`,
    ),
  ],
);

/** What a client owes the office: an internal claim, made by hand, not a payment. */
export const charges = pgTable(
  'charges',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    ref: ref(),
    contactId: uuid('contact_id').notNull(),
    /** Minor units; up to 99,999,999.99, which an integer column could not hold. */
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    chargeType: words<ChargeType>('charge_type').notNull(),
    /** YYYY-MM. */
    period: text('period'),
    status: words<ChargeStatus>('status').notNull().default('draft'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    issuedAt: moment('issued_at'),
    paidAt: moment('paid_at'),
    canceledAt: moment('canceled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'charges_client_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [officeClients.tenantId, officeClients.contactId],
    }),
    foreignKey({
      name: 'charges_author_fk',
      columns: [t.tenantId, t.createdBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    uniqueIndex('charges_ref').on(t.tenantId, t.ref),
    index('charges_created').on(t.tenantId, t.createdAt, t.ref),
    index('charges_status').on(t.tenantId, t.status, t.createdAt, t.ref),
    index('charges_client').on(t.tenantId, t.contactId, t.status, t.createdAt),
    index('charges_unpaid').on(t.tenantId, t.issuedAt, t.ref).where(sql`status = 'issued'`),
    oneOf('charges_type', t.chargeType, CHARGE_TYPES),
    oneOf('charges_state', t.status, CHARGE_STATUSES),
    check('charges_amount', sql`${t.amountMinor} between 1 and 9999999999`),
    check(
      'charges_stamps',
      sql`(${t.status} <> 'draft' or (${t.issuedAt} is null and ${t.paidAt} is null))
        and (${t.status} not in ('issued', 'paid') or ${t.issuedAt} is not null)
        and (${t.status} = 'paid') = (${t.paidAt} is not null)
        and (${t.status} = 'canceled') = (${t.canceledAt} is not null)`,
    ),
  ],
);

/** The outside or own invoice under which a charge was billed; one for a charge, for ever. */
export const chargeInvoices = pgTable(
  'charge_invoices',
  {
    tenantId: tenantId().references(() => tenants.id),
    chargeId: uuid('charge_id').notNull(),
    provider: text('provider').notNull(),
    externalInvoiceId: text('external_invoice_id').notNull(),
    documentUrl: text('document_url'),
    invoiceId: uuid('invoice_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'charge_invoices_pk', columns: [t.tenantId, t.chargeId] }),
    foreignKey({
      name: 'charge_invoices_charge_fk',
      columns: [t.tenantId, t.chargeId],
      foreignColumns: [charges.tenantId, charges.id],
    }),
    foreignKey({
      name: 'charge_invoices_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }),
  ],
);

/** What a run of the reminder job did. */
export const reminderRuns = pgTable(
  'reminder_runs',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    runDate: date('run_date').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    /** Null for the schedule's own runs. */
    startedBy: uuid('started_by'),
    status: words<ReminderRunStatus>('status').notNull().default('running'),
    bindersScanned: integer('binders_scanned').notNull().default(0),
    approaching: integer('approaching').notNull().default(0),
    overdue: integer('overdue').notNull().default(0),
    ready: integer('ready').notNull().default(0),
    skippedNoContact: integer('skipped_no_contact').notNull().default(0),
    errors: integer('errors').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'reminder_runs_starter_fk',
      columns: [t.tenantId, t.startedBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('reminder_runs_started').on(t.tenantId, t.startedAt, t.id),
    // The schedule runs once a day, however often and wherever it is told to.
    uniqueIndex('reminder_runs_scheduled_unique').on(t.tenantId, t.runDate).where(sql`started_by is null`),
    oneOf('reminder_runs_state', t.status, REMINDER_RUN_STATUSES),
  ],
);
