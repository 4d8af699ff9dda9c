import {
  ORDER_PURCHASES,
  ORDER_STATUSES,
  type OrderPurchase,
  type OrderStatus,
  PAYMENT_PURPOSES,
  PAYMENT_STATUSES,
  type PaymentPurpose,
  type PaymentStatus,
} from '@officina/contracts/payments';
import { PAYMENT_METHODS, type PaymentMethod } from '@officina/contracts/sales';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, updatedAt, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { users } from './identity.ts';
import { items } from './items.ts';
import { invoices } from './sales.ts';
import { enrollments } from './training.ts';

/** Something bought through the provider's hosted checkout; what exactly, an extension table of its domain says. */
export const orders = pgTable(
  'orders',
  {
    tenantId: tenantId(),
    id: rowId(),
    purchaseType: words<OrderPurchase>('purchase_type').notNull(),
    status: words<OrderStatus>('status').notNull().default('pending'),
    /** The payer, once known. */
    contactId: uuid('contact_id'),
    /** Who ordered, where they had to be signed in. */
    userId: uuid('user_id').references(() => users.id),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    stripeSessionId: text('stripe_session_id'),
    stripePaymentIntentId: text('stripe_payment_intent_id'),
    /** The hosted page, while it is open. */
    url: text('url'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'orders_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('orders_stripe_session').on(t.tenantId, t.stripeSessionId),
    // An event names a session, not a tenant.
    uniqueIndex('orders_session').on(t.stripeSessionId),
    index('orders_intent').on(t.stripePaymentIntentId).where(sql`stripe_payment_intent_id is not null`),
    index('orders_recent').on(t.tenantId, t.createdAt, t.id),
    index('orders_status').on(t.tenantId, t.status, t.createdAt),
    index('orders_user').on(t.tenantId, t.userId, t.createdAt).where(sql`user_id is not null`),
    oneOf('orders_purchase_type', t.purchaseType, ORDER_PURCHASES),
    oneOf('orders_status', t.status, ORDER_STATUSES),
    check('orders_positive', sql`amount_minor > 0`),
  ],
);

/**
 * Money received, asked for, or given back (a `refund` is negative). Rows are never deleted: an undone one is marked
 * reversed. Only what has succeeded and was not reversed counts.
 */
export const payments = pgTable(
  'payments',
  {
    tenantId: tenantId(),
    id: rowId(),
    purpose: words<PaymentPurpose>('purpose').notNull().default('invoice'),
    status: words<PaymentStatus>('status').notNull().default('succeeded'),
    invoiceId: uuid('invoice_id'),
    orderId: uuid('order_id'),
    /** The place in a programme that it pays for. */
    enrollmentId: uuid('enrollment_id'),
    /** Who pays, where they are signed in. */
    userId: uuid('user_id').references(() => users.id),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    /** ISO code; null means that of the invoice. */
    currency: text('currency'),
    method: words<PaymentMethod>('method').notNull(),
    /** Null until it has succeeded. */
    paidAt: moment('paid_at'),
    failedAt: moment('failed_at'),
    /** Why it failed, in the provider's words. */
    errorMessage: text('error_message'),
    /** Another amount or currency arrived than was asked for, until the right one does. */
    mismatched: boolean('mismatched').notNull().default(false),
    reversedAt: moment('reversed_at'),
    reversedReason: text('reversed_reason'),
    stripePaymentIntentId: text('stripe_payment_intent_id'),
    stripeSessionId: text('stripe_session_id'),
    stripeInvoiceId: text('stripe_invoice_id'),
    stripeRefundId: text('stripe_refund_id'),
    /** The event that brought it. */
    stripeEventId: text('stripe_event_id'),
    /** What was bought of the shop, and at which of its prices. */
    itemId: uuid('item_id'),
    tierId: text('tier_id'),
    /** What the house keeps of it, and what the item's maker is owed. */
    feeMinor: bigint('fee_minor', { mode: 'number' }),
    payoutMinor: bigint('payout_minor', { mode: 'number' }),
    /** The provider's word for where an intent of ours stands, as last told; `creating` until it was asked. */
    stripeStatus: text('stripe_status'),
    /** SHA-256 of the secret with which a payer's browser pays. */
    clientSecretHash: text('client_secret_hash'),
    /** What the caller wrote beside it; never says whom to credit. */
    metadata: jsonb('metadata').$type<Record<string, string>>(),
    /** What the provider is asked for, until it is settled: asked again by a job, it must be the same. */
    providerRequest: jsonb('provider_request').$type<Record<string, unknown>>(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'payments_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }),
    foreignKey({
      name: 'payments_order_fk',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      name: 'payments_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
    index('payments_enrollment')
      .on(t.tenantId, t.enrollmentId, t.createdAt)
      .where(sql`enrollment_id is not null`),
    foreignKey({
      name: 'payments_item_fk',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [items.tenantId, items.id],
    }),
    index('payments_item').on(t.tenantId, t.itemId).where(sql`item_id is not null`),
    index('payments_invoice').on(t.tenantId, t.invoiceId),
    index('payments_recent').on(t.tenantId, t.mismatched, t.createdAt, t.id),
    index('payments_user').on(t.tenantId, t.userId, t.createdAt).where(sql`user_id is not null`),
    // An order is paid once, whatever the provider sends.
    uniqueIndex('payments_order')
      .on(t.tenantId, t.orderId)
      .where(
        sql`order_id is not null and purpose <> 'refund' and status <> 'failed' and reversed_at is null`,
      ),
    uniqueIndex('payments_stripe_invoice').on(t.tenantId, t.stripeInvoiceId),
    uniqueIndex('payments_stripe_refund').on(t.tenantId, t.stripeRefundId),
    // An event names the provider's ids, not a tenant.
    index('payments_intent').on(t.stripePaymentIntentId).where(sql`stripe_payment_intent_id is not null`),
    index('payments_session').on(t.stripeSessionId).where(sql`stripe_session_id is not null`),
    // An intent that we made pays one thing.
    uniqueIndex('payments_own_intent')
      .on(t.tenantId, t.stripePaymentIntentId)
      .where(sql`stripe_payment_intent_id is not null and stripe_status is not null`),
    // One open retry per invoice.
    uniqueIndex('payments_open_retry')
      .on(t.tenantId, t.invoiceId)
      .where(sql`purpose = 'invoice' and status = 'pending' and stripe_status is not null`),
    index('payments_open')
      .on(t.tenantId, t.createdAt)
      .where(sql`status = 'pending' and stripe_status is not null`),
    oneOf('payments_method', t.method, PAYMENT_METHODS),
    oneOf('payments_purpose', t.purpose, PAYMENT_PURPOSES),
    oneOf('payments_status', t.status, PAYMENT_STATUSES),
    check('payments_positive', sql`amount_minor > 0 or (purpose = 'refund' and amount_minor < 0)`),
    check('payments_paid', sql`status <> 'succeeded' or paid_at is not null`),
    check('payments_currency', sql`currency is not null or invoice_id is not null`),
    // What the provider took stays when an invoice is deleted for good.
    check(
      'payments_invoice_needed',
      sql`purpose <> 'invoice' or invoice_id is not null or method = 'stripe'`,
    ),
  ],
);
