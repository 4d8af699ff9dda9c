import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  customType,
  integer,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** A moment, kept to the millisecond so that a JavaScript Date round-trips exactly (cursors compare equal). */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const tenantId = () => uuid('tenant_id').notNull();
export const rowId = () => uuid('id').notNull().default(sql`uuidv7()`);
export const createdAt = () => moment('created_at').notNull().defaultNow();
export const updatedAt = () => moment('updated_at').notNull().defaultNow();
export const deletedAt = () => moment('deleted_at');
/** Grows by one with each change; a save that names an older one is refused. */
export const version = () => integer('version').notNull().default(1);
/** The integer by which contracts with numeric ids name a row; given by the database. */
export const ref = () => bigint('ref', { mode: 'number' }).notNull().generatedAlwaysAsIdentity();
/** Money in minor units (cents). */
export const minor = (name: string) => integer(name);

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/**
 * CHECK that a text column holds a word of a tuple: our enums. A null passes where the column allows it. The words are
 * one constant, not a list of them: PostgreSQL reads the condition anew for each statement (decision 0017).
 */
export function oneOf(name: string, column: AnyPgColumn, words: readonly string[]) {
  const list: SQL = sql.raw(`'{${words.map((word) => `"${word}"`).join(',')}}'::text[]`);
  return check(name, sql`${column} = any(${list})`);
}

export const words = <T extends string>(name: string) => text(name).$type<T>();
