import { ACCOUNT_ROLES, type AccountRole } from '@officina/contracts/accounts';
import { DENSITIES, type Density, THEMES, type Theme } from '@officina/contracts/preferences';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, ref, updatedAt, words } from './columns.ts';

/** A person with an account; global, since one person may belong to several tenants. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().default(sql`uuidv7()`),
    ref: ref(),
    /** Lower-case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    emailVerifiedAt: moment('email_verified_at'),
    /** Until the address is verified the account may do nothing else. */
    verificationRequired: boolean('verification_required').notNull().default(false),
    /** What the person signed up as, where that door asks. */
    accountRole: words<AccountRole>('account_role'),
    /** By which authenticators know the person (base64url); made with the first passkey, and nothing else. */
    webauthnHandle: text('webauthn_handle'),
    lastLoginAt: moment('last_login_at'),
    /** BCP 47 tag chosen by the user; null follows the tenant. */
    locale: text('locale'),
    /** Null follows the device. */
    theme: words<Theme>('theme'),
    density: words<Density>('density'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('users_email_unique').on(t.email),
    oneOf('users_theme', t.theme, THEMES),
    uniqueIndex('users_webauthn_handle_unique').on(t.webauthnHandle),
    oneOf('users_density', t.density, DENSITIES),
    oneOf('users_account_role', t.accountRole, ACCOUNT_ROLES),
  ],
);

/** Sign-in sessions; the key is the SHA-256 of the cookie's token. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The tenant that this session works in. */
    activeTenantId: uuid('active_tenant_id').notNull(),
    createdAt: createdAt(),
    /** When the person last proved who they are, after signing in; null is the sign-in itself. */
    provedAt: moment('proved_at'),
    /** The firm's provider at which they signed in, if it was one. */
    idpId: uuid('idp_id'),
    expiresAt: moment('expires_at').notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_expires').on(t.expiresAt)],
);

export const USER_TOKEN_PURPOSES = ['verify_email', 'reset_password', 'set_password'] as const;

/** One-time links sent by mail; only the SHA-256 of the token is kept. */
export const userTokens = pgTable(
  'user_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: words<(typeof USER_TOKEN_PURPOSES)[number]>('purpose').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('user_tokens_user').on(t.userId, t.purpose),
    oneOf('user_tokens_purpose', t.purpose, USER_TOKEN_PURPOSES),
  ],
);

/** One-time links that sign in whoever owns the mailbox; only the SHA-256 of the token is kept. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    /** Lower-case; there need not be an account yet. */
    email: text('email').notNull(),
    /** The tenant that it lets into. */
    activeTenantId: uuid('active_tenant_id').notNull(),
    /** Of the form token of the browser that asked: it alone is signed in by opening the link. */
    browserHash: text('browser_hash').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('sign_in_links_email').on(t.email, t.createdAt),
    index('sign_in_links_expires').on(t.expiresAt),
  ],
);

/** Fixed windows of counted attempts, shared by all processes. Made UNLOGGED by the migration: a crash may forget it. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    bucket: text('bucket').notNull(),
    windowStart: moment('window_start').notNull(),
    hits: integer('hits').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] }), index('rate_limits_window').on(t.windowStart)],
);
