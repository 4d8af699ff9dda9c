import {
  GUEST_DURATIONS,
  GUEST_FEATURES,
  GUEST_STATUSES,
  type GuestDuration,
  type GuestFeature,
  type GuestStatus,
} from '@officina/contracts/guest-access';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, minor, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { users } from './identity.ts';
import { items } from './items.ts';
import { payments } from './payments.ts';
import { members, tenants } from './tenancy.ts';

/** Whom the payment provider knows a person of a tenant as; one person has a customer in each of their tenants. */
export const paymentCustomers = pgTable(
  'payment_customers',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    stripeCustomerId: text('stripe_customer_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    foreignKey({
      name: 'payment_customers_member_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    // An event names a customer, not a tenant.
    uniqueIndex('payment_customers_stripe').on(t.stripeCustomerId),
  ],
);

/** The right of a buyer to an item, given by one payment. */
export const itemGrants = pgTable(
  'item_grants',
  {
    tenantId: tenantId(),
    id: rowId(),
    itemId: uuid('item_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    paymentId: uuid('payment_id').notNull(),
    /** SHA-256 of the access token. */
    tokenHash: text('token_hash').notNull(),
    /** Null: without limit. */
    downloadsLeft: integer('downloads_left'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'item_grants_item_fk',
      columns: [t.tenantId, t.itemId],
      foreignColumns: [items.tenantId, items.id],
    }),
    foreignKey({
      name: 'item_grants_payment_fk',
      columns: [t.tenantId, t.paymentId],
      foreignColumns: [payments.tenantId, payments.id],
    }),
    uniqueIndex('item_grants_payment').on(t.tenantId, t.paymentId),
    check('item_grants_left', sql`downloads_left >= 0`),
  ],
);

/** Access to a feature for a time, bought without an account. */
export const guestSessions = pgTable(
  'guest_sessions',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    feature: words<GuestFeature>('feature').notNull(),
    duration: words<GuestDuration>('duration').notNull(),
    status: words<GuestStatus>('status').notNull().default('pending'),
    /** Of the payment that was asked for last; the one that pays opens the access. */
    paymentId: uuid('payment_id').notNull(),
    expiresAt: moment('expires_at'),
    activatedAt: moment('activated_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'guest_sessions_payment_fk',
      columns: [t.tenantId, t.paymentId],
      foreignColumns: [payments.tenantId, payments.id],
    }),
    uniqueIndex('guest_sessions_payment').on(t.tenantId, t.paymentId),
    oneOf('guest_sessions_feature', t.feature, GUEST_FEATURES),
    oneOf('guest_sessions_duration', t.duration, GUEST_DURATIONS),
    oneOf('guest_sessions_status', t.status, GUEST_STATUSES),
    check(
      'guest_sessions_active',
      sql`status <> 'active' or (expires_at is not null and activated_at is not null)`,
    ),
  ],
);

/** Where a tenant sells access at a price of its own; US cents. */
export const guestPrices = pgTable(
  'guest_prices',
  {
    tenantId: tenantId().references(() => tenants.id),
    feature: words<GuestFeature>('feature').notNull(),
    duration: words<GuestDuration>('duration').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.feature, t.duration] }),
    oneOf('guest_prices_feature', t.feature, GUEST_FEATURES),
    oneOf('guest_prices_duration', t.duration, GUEST_DURATIONS),
    check('guest_prices_chargeable', sql`amount_minor >= 50`),
  ],
);

/** Regular payments of a person, as the provider last told of them. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    /** Null for who subscribed without an account. */
    userId: uuid('user_id').references(() => users.id),
    /** Null until the provider has been asked. */
    stripeSubscriptionId: text('stripe_subscription_id'),
    stripeCustomerId: text('stripe_customer_id').notNull(),
    /** A word of the provider's. */
    status: text('status').notNull(),
    periodStart: moment('period_start'),
    periodEnd: moment('period_end'),
    cancelAtPeriodEnd: boolean('cancel_at_period_end').notNull().default(false),
    canceledAt: moment('canceled_at'),
    /** When the event happened that was acted on last: older ones change nothing. */
    eventAt: moment('event_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // An event names a subscription, not a tenant.
    uniqueIndex('subscriptions_stripe').on(t.stripeSubscriptionId),
    index('subscriptions_recent').on(t.tenantId, t.createdAt, t.id),
  ],
);
