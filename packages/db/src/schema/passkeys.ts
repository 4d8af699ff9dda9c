import {
  CHALLENGE_KINDS,
  type ChallengeKind,
  PASSKEY_DEVICES,
  type PasskeyDevice,
} from '@officina/contracts/accounts';
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, moment, oneOf, words } from './columns.ts';
import { users } from './identity.ts';

const userId = () => uuid('user_id').references(() => users.id, { onDelete: 'cascade' });

/** A person's passkeys (WebAuthn credentials); global, as the account is. Binary ids are base64url. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey().default(sql`uuidv7()`),
    userId: userId().notNull(),
    credentialId: text('credential_id').notNull(),
    /** COSE. */
    publicKey: bytea('public_key').notNull(),
    /** As the authenticator last told it; zero for those that do not count. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    deviceType: words<PasskeyDevice>('device_type').notNull(),
    backupEligible: boolean('backup_eligible').notNull(),
    backedUp: boolean('backed_up').notNull(),
    /** The make of the authenticator; zeros where it does not say. */
    aaguid: uuid('aaguid').notNull(),
    name: text('name').notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    uniqueIndex('passkeys_credential_unique').on(t.credentialId),
    index('passkeys_user').on(t.userId, t.createdAt),
    oneOf('passkeys_device', t.deviceType, PASSKEY_DEVICES),
  ],
);

/** What an authenticator was asked to sign; deleted when it is taken. */
export const webauthnChallenges = pgTable(
  'webauthn_challenges',
  {
    id: uuid('id').primaryKey().default(sql`uuidv7()`),
    /** Of a registration: whose. */
    userId: userId(),
    /** Of an authentication: the address that was typed, if one was. */
    email: text('email'),
    /** base64url. */
    challenge: text('challenge').notNull(),
    kind: words<ChallengeKind>('kind').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('webauthn_challenges_expires').on(t.expiresAt),
    oneOf('webauthn_challenges_kind', t.kind, CHALLENGE_KINDS),
  ],
);

/** One-time codes for who has lost their passkey; only a keyed hash of each is kept. */
export const backupCodes = pgTable(
  'backup_codes',
  {
    userId: userId().notNull(),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);
