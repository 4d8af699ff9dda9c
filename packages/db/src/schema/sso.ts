import {
  type AttributeMapping,
  type GroupRole,
  IDP_KINDS,
  IDP_STATUSES,
  type IdpKind,
  type IdpStatus,
  type OidcConfig,
  type SamlConfig,
  SSO_ROLES,
  type SsoRole,
} from '@officina/contracts/sso';
import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { users } from './identity.ts';
import { tenants } from './tenancy.ts';

/** Where a firm's own people sign in. */
export const identityProviders = pgTable(
  'identity_providers',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    name: text('name').notNull(),
    kind: words<IdpKind>('kind').notNull(),
    status: words<IdpStatus>('status').notNull().default('inactive'),
    /** Secrets in it are encrypted. */
    config: jsonb('config').$type<OidcConfig | SamlConfig>().notNull(),
    attributeMapping: jsonb('attribute_mapping').$type<AttributeMapping>().notNull().default({}),
    groupMapping: jsonb('group_mapping').$type<GroupRole[]>().notNull().default([]),
    defaultRole: words<SsoRole>('default_role').notNull().default('member'),
    /** Who has an address of its domains signs in here and in no other way, but for owners. */
    required: boolean('required').notNull().default(false),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    oneOf('identity_providers_kind', t.kind, IDP_KINDS),
    oneOf('identity_providers_status', t.status, IDP_STATUSES),
    oneOf('identity_providers_role', t.defaultRole, SSO_ROLES),
  ],
);

/** Addresses of these domains sign in at the provider, once the firm has proved that a domain is its own. */
export const ssoDomains = pgTable(
  'sso_domains',
  {
    tenantId: tenantId(),
    idpId: uuid('idp_id').notNull(),
    /** Lower-case. */
    domain: text('domain').notNull(),
    /** Stands in the domain's DNS as `officina-verify=<token>`; no secret. */
    token: text('token').notNull(),
    verifiedAt: moment('verified_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.domain] }),
    foreignKey({
      name: 'sso_domains_idp_fk',
      columns: [t.tenantId, t.idpId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
    // A domain belongs to one tenant: whoever proves it.
    uniqueIndex('sso_domains_verified').on(t.domain).where(sql`verified_at is not null`),
    index('sso_domains_idp').on(t.tenantId, t.idpId),
  ],
);

/** A sign-in that has begun and may end once, in the browser in which it began. */
export const ssoRequests = pgTable(
  'sso_requests',
  {
    tenantId: tenantId(),
    /** The id of a SAML request, or the hash of an OpenID state. */
    requestKey: text('request_key').notNull(),
    idpId: uuid('idp_id').notNull(),
    kind: words<IdpKind>('kind').notNull(),
    nonce: text('nonce'),
    codeVerifier: text('code_verifier'),
    /** Hash of what the browser was given as a cookie. */
    browserHash: text('browser_hash').notNull(),
    /** Path of ours to go on to. */
    relayState: text('relay_state'),
    /** Who tries it out without signing in, and sees what was checked. */
    testBy: uuid('test_by'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.requestKey] }),
    foreignKey({
      name: 'sso_requests_idp_fk',
      columns: [t.tenantId, t.idpId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
    // What comes back names the request, not the tenant.
    uniqueIndex('sso_requests_key').on(t.requestKey),
    index('sso_requests_expires').on(t.tenantId, t.expiresAt),
    oneOf('sso_requests_kind', t.kind, IDP_KINDS),
  ],
);

/** As whom a provider knows a person. */
export const ssoLinks = pgTable(
  'sso_links',
  {
    tenantId: tenantId(),
    idpId: uuid('idp_id').notNull(),
    externalId: text('external_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    groups: text('groups').array().notNull().default([]),
    lastLoginAt: moment('last_login_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.idpId, t.externalId] }),
    foreignKey({
      name: 'sso_links_idp_fk',
      columns: [t.tenantId, t.idpId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
    index('sso_links_user').on(t.tenantId, t.userId),
  ],
);

/** Assertions that were used: none is taken twice. */
export const seenAssertions = pgTable(
  'seen_assertions',
  {
    tenantId: tenantId(),
    idpId: uuid('idp_id').notNull(),
    assertionId: text('assertion_id').notNull(),
    notOnOrAfter: moment('not_on_or_after').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.idpId, t.assertionId] }),
    foreignKey({
      name: 'seen_assertions_idp_fk',
      columns: [t.tenantId, t.idpId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
  ],
);

/** What the last trial of a provider found, check by check. */
export const ssoTrials = pgTable(
  'sso_trials',
  {
    tenantId: tenantId(),
    idpId: uuid('idp_id').notNull(),
    userId: uuid('user_id').notNull(),
    steps: jsonb('steps').$type<{ check: string; ok: boolean; detail: string }[]>().notNull(),
    triedAt: moment('tried_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.idpId] }),
    foreignKey({
      name: 'sso_trials_idp_fk',
      columns: [t.tenantId, t.idpId],
      foreignColumns: [identityProviders.tenantId, identityProviders.id],
    }).onDelete('cascade'),
  ],
);

/** With which a firm signs its requests to SAML providers. */
export const ssoKeys = pgTable('sso_keys', {
  tenantId: tenantId()
    .primaryKey()
    .references(() => tenants.id),
  /** PEM; public. */
  certificate: text('certificate').notNull(),
  /** PEM, encrypted. */
  privateKey: text('private_key').notNull(),
  createdAt: createdAt(),
});
