import { OAUTH_PROVIDERS, type OAuthProvider } from '@officina/contracts/oauth';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, words } from './columns.ts';
import { users } from './identity.ts';

/** As whom Google or GitHub knows a person; global, as the account is. */
export const oauthLinks = pgTable(
  'oauth_links',
  {
    provider: words<OAuthProvider>('provider').notNull(),
    /** The provider's own id of the person, which never passes to somebody else. */
    externalId: text('external_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** As it was told when the link was made, for the person to know it by. */
    email: text('email'),
    createdAt: createdAt(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.externalId] }),
    uniqueIndex('oauth_links_user').on(t.userId, t.provider),
    oneOf('oauth_links_provider', t.provider, OAUTH_PROVIDERS),
  ],
);

/** A sign-in, or the making of a link, that has begun and may end once, where it was begun; deleted when it is taken. */
export const oauthRequests = pgTable(
  'oauth_requests',
  {
    stateHash: text('state_hash').primaryKey(),
    provider: words<OAuthProvider>('provider').notNull(),
    nonce: text('nonce').notNull(),
    codeVerifier: text('code_verifier').notNull(),
    /** Of a sign-in: the hash of the form token of the browser that began it. */
    browserHash: text('browser_hash'),
    /** Of a link: whose account it is for. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** The page of ours that was asked for. */
    returnTo: text('return_to'),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('oauth_requests_expires').on(t.expiresAt),
    oneOf('oauth_requests_provider', t.provider, OAUTH_PROVIDERS),
  ],
);
