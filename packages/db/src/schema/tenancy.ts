import { DEFAULT_MODULES, TENANT_MODULES, type TenantModule } from '@officina/contracts/modules';
import { PLANS, type Plan } from '@officina/contracts/plans';
import { ROLES, type Role } from '@officina/contracts/roles';
import type { LegalText } from '@officina/contracts/tenancy';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, minor, moment, oneOf, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { users } from './identity.ts';

/** One business. Global: it is what every other table's tenant_id names. */
export const tenants = pgTable(
  'tenants',
  {
    id: uuid('id').primaryKey().default(sql`uuidv7()`),
    subdomain: text('subdomain').notNull(),
    name: text('name').notNull(),
    plan: words<Plan>('plan').notNull().default('free'),
    /** IANA zone: business days are computed in it. */
    timeZone: text('time_zone').notNull().default('Europe/Paris'),
    currency: text('currency').notNull().default('EUR'),
    locale: text('locale').notNull().default('fr-FR'),
    /** In the order in which they are shown. */
    modules: text('modules')
      .array()
      .$type<TenantModule[]>()
      .notNull()
      .default([...DEFAULT_MODULES]),
    /** Invented by us: in demo mode it can be made anew. No real business ever is. */
    demo: boolean('demo').notNull().default(false),
    stripeCustomerId: text('stripe_customer_id'),
    stripeSubscriptionId: text('stripe_subscription_id'),
    stripeEventAt: moment('stripe_event_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('tenants_subdomain_unique').on(t.subdomain),
    uniqueIndex('tenants_stripe_customer_unique').on(t.stripeCustomerId),
    uniqueIndex('tenants_stripe_subscription_unique').on(t.stripeSubscriptionId),
    oneOf('tenants_plan', t.plan, PLANS),
    check(
      'tenants_modules',
      sql`${t.modules} <@ array[${sql.raw(TENANT_MODULES.map((word) => `'${word}'`).join(', '))}]`,
    ),
  ],
);

/** Texts that a firm may word itself; a missing one falls back to the standard wording. */
export type LegalTexts = Partial<Record<LegalText, string>>;

export interface PostalAddress {
  street: string | null;
  city: string | null;
  postalCode: string | null;
  country: string | null;
}

export const tenantSettings = pgTable('tenant_settings', {
  tenantId: uuid('tenant_id')
    .primaryKey()
    .references(() => tenants.id),
  companyName: text('company_name').notNull(),
  legalForm: text('legal_form'),
  capital: text('capital'),
  siret: text('siret'),
  vatNumber: text('vat_number'),
  rcs: text('rcs'),
  address: jsonb('address').$type<PostalAddress>(),
  phone: text('phone'),
  email: text('email'),
  website: text('website'),
  iban: text('iban'),
  bic: text('bic'),
  logoDocumentId: uuid('logo_document_id'),
  /** Percent. */
  defaultVatRate: numeric('default_vat_rate', { precision: 5, scale: 2, mode: 'number' })
    .notNull()
    .default(20),
  vatExempt: boolean('vat_exempt').notNull().default(false),
  paymentTermDays: integer('payment_term_days').notNull().default(30),
  quoteValidityDays: integer('quote_validity_days').notNull().default(30),
  hourlyRateMinor: minor('hourly_rate_minor'),
  conversionTarget: numeric('conversion_target', { precision: 3, scale: 2, mode: 'number' })
    .notNull()
    .default(0.35),
  legalTexts: jsonb('legal_texts').$type<LegalTexts>().notNull().default({}),
  /** The list of first steps was put away; the steps themselves are derived. */
  onboardingDismissedAt: moment('onboarding_dismissed_at'),
  version: version(),
  updatedAt: updatedAt(),
});

/** A user's place in a tenant. A removed member's row stays, so that old records keep their author. */
export const members = pgTable(
  'members',
  {
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: words<Role>('role').notNull(),
    /** The client organisation that a client belongs to; nobody else belongs to one. */
    contactId: uuid('contact_id'),
    onboardedAt: moment('onboarded_at'),
    /** What a client answered when they came in. */
    onboarding: jsonb('onboarding').$type<Record<string, unknown>>(),
    joinedAt: moment('joined_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
    removedAt: moment('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    foreignKey({
      name: 'members_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('members_user').on(t.userId),
    index('members_contact').on(t.tenantId, t.contactId).where(sql`contact_id is not null`),
    oneOf('members_role', t.role, ROLES),
    check('members_client', sql`(${t.role} in ('client_admin', 'client')) = (${t.contactId} is not null)`),
  ],
);

export const invitations = pgTable(
  'invitations',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    email: text('email').notNull(),
    role: words<Role>('role').notNull(),
    /** The client organisation that an invited client will belong to. */
    contactId: uuid('contact_id'),
    tokenHash: text('token_hash').notNull(),
    invitedBy: uuid('invited_by').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('invitations_token_unique').on(t.tenantId, t.tokenHash),
    uniqueIndex('invitations_pending_unique')
      .on(t.tenantId, t.email)
      .where(sql`accepted_at is null and revoked_at is null`),
    foreignKey({
      name: 'invitations_inviter_fk',
      columns: [t.tenantId, t.invitedBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'invitations_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('invitations_contact').on(t.tenantId, t.contactId).where(sql`contact_id is not null`),
    oneOf('invitations_role', t.role, ROLES),
    check(
      'invitations_client',
      sql`(${t.role} in ('client_admin', 'client')) = (${t.contactId} is not null)`,
    ),
  ],
);
