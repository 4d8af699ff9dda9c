import {
  TALENT_CONTACT_STATUSES,
  TALENT_STATUSES,
  type TalentContactStatus,
  type TalentStatus,
} from '@officina/contracts/portal';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { tenants } from './tenancy.ts';

/** An outside expert: a contact, and what they said of themselves. */
export const talentProfiles = pgTable(
  'talent_profiles',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    contactId: uuid('contact_id').notNull(),
    /** As last signalled, by the words of the form. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    status: words<TalentStatus>('status').notNull().default('NEW'),
    contactStatus: words<TalentContactStatus>('contact_status').notNull().default('NOT_CONTACTED'),
    lastContactedAt: moment('last_contacted_at'),
    notes: text('notes'),
    /** A newer signal says something else than the profile that somebody has looked at. */
    updatePending: boolean('update_pending').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'talent_profiles_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('talent_profiles_contact_unique').on(t.tenantId, t.contactId),
    index('talent_profiles_created').on(t.tenantId, t.createdAt, t.id),
    oneOf('talent_profiles_state', t.status, TALENT_STATUSES),
    oneOf('talent_profiles_contact_state', t.contactStatus, TALENT_CONTACT_STATUSES),
  ],
);

/** Each form that an expert sent, as it came. */
export const talentSignals = pgTable(
  'talent_signals',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    profileId: uuid('profile_id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    source: text('source').notNull(),
    formVersion: integer('form_version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'talent_signals_profile_fk',
      columns: [t.tenantId, t.profileId],
      foreignColumns: [talentProfiles.tenantId, talentProfiles.id],
    }),
    index('talent_signals_profile').on(t.tenantId, t.profileId, t.createdAt),
  ],
);
