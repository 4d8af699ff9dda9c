import {
  MESSAGE_CHANNELS,
  MESSAGE_STATUSES,
  type MessageChannel,
  type MessageStatus,
} from '@officina/contracts/messaging';
import { MESSAGE_TRIGGERS, type MessageTrigger } from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import {
  check,
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
import { createdAt, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { binders } from './office.ts';
import { members, tenants } from './tenancy.ts';

export interface MessageAttachment {
  filename: string;
  /** What to attach, rendered when the message is delivered. */
  quoteId?: string;
  invoiceId?: string;
}

/** Messages to people outside: written with the business change, delivered by the job `send-message`. */
export const outboxMessages = pgTable(
  'outbox_messages',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    /** Null for a skipped message, like its address: there was neither a number nor an e-mail address. */
    channel: words<MessageChannel>('channel'),
    to: text('to'),
    subject: text('subject'),
    text: text('text').notNull(),
    html: text('html'),
    attachments: jsonb('attachments').$type<MessageAttachment[]>().notNull().default([]),
    contactId: uuid('contact_id'),
    /** What it reports, for messages that a rule sends: one per binder and trigger, for ever. */
    trigger: words<MessageTrigger>('trigger'),
    binderId: uuid('binder_id'),
    /** The failed message in whose place this one goes out. */
    fallbackOf: uuid('fallback_of'),
    status: words<MessageStatus>('status').notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    error: text('error'),
    providerId: text('provider_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    sentAt: moment('sent_at'),
    failedAt: moment('failed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'outbox_messages_binder_fk',
      columns: [t.tenantId, t.binderId],
      foreignColumns: [binders.tenantId, binders.id],
    }),
    foreignKey({
      name: 'outbox_messages_fallback_fk',
      columns: [t.tenantId, t.fallbackOf],
      foreignColumns: [t.tenantId, t.id],
    }),
    uniqueIndex('outbox_messages_trigger_unique')
      .on(t.tenantId, t.binderId, t.trigger)
      .where(sql`fallback_of is null and binder_id is not null`),
    foreignKey({
      name: 'outbox_messages_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('outbox_messages_created').on(t.tenantId, t.createdAt, t.id),
    index('outbox_messages_contact')
      .on(t.tenantId, t.contactId, t.createdAt)
      .where(sql`contact_id is not null`),
    check('outbox_messages_somewhere', sql`(${t.status} = 'skipped') = (${t.channel} is null)`),
    oneOf('outbox_messages_channel', t.channel, MESSAGE_CHANNELS),
    oneOf('outbox_messages_status', t.status, MESSAGE_STATUSES),
    oneOf('outbox_messages_trigger', t.trigger, MESSAGE_TRIGGERS),
  ],
);

/** What the bell shows to one user. `kind` names the sentence, `params` fill it. */
export const notifications = pgTable(
  'notifications',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, string | number>>().notNull().default({}),
    /** Path in the web app that it opens. */
    link: text('link'),
    readAt: moment('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'notifications_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('notifications_user').on(t.tenantId, t.userId, t.createdAt, t.id),
    index('notifications_unread').on(t.tenantId, t.userId).where(sql`read_at is null`),
  ],
);
