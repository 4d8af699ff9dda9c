import type { TASK_SORTS } from '@officina/contracts/tasks';
import { dueOf, tasks, urgencyOf } from '@officina/db/schema/contacts';
import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { type Cursor, isMoment } from '../../kernel/keyset.ts';
import type { NamedTaskRow } from './task-row.ts';

export type TaskSort = (typeof TASK_SORTS)[number];

interface Key {
  column: SQL | PgColumn;
  type: 'integer' | 'double precision' | 'timestamptz';
  /** The row's value as the cursor carries it. */
  of(row: NamedTaskRow): string;
  /** Could the database read this part of a cursor? */
  form(part: string): boolean;
}

const RANKS = { urgent: '0', high: '1', medium: '2', low: '3' } as const;

const urgency: Key = {
  column: urgencyOf(tasks.priority),
  type: 'integer',
  of: (row) => RANKS[row.priority],
  form: (part) => /^[0-3]$/.test(part),
};
const due: Key = {
  column: dueOf(tasks.dueAt),
  type: 'timestamptz',
  of: (row) => row.dueAt?.toISOString() ?? 'infinity',
  form: (part) => part === 'infinity' || isMoment(part),
};
const created: Key = {
  column: tasks.createdAt,
  type: 'timestamptz',
  of: (row) => row.createdAt.toISOString(),
  form: isMoment,
};
const position: Key = {
  column: tasks.position,
  type: 'double precision',
  of: (row) => String(row.position),
  form: (part) => part !== '' && Number.isFinite(Number(part)),
};

/** What each order compares, before the id; its index has the same columns. */
const KEYS: Record<TaskSort, readonly Key[]> = {
  urgency: [urgency, due, created],
  dueAt: [due],
  createdAt: [created],
  position: [position],
};

const SEPARATOR = '|';

export const cursorOf =
  (sort: TaskSort) =>
  (row: NamedTaskRow): Cursor => ({
    value: KEYS[sort].map((key) => key.of(row)).join(SEPARATOR),
    id: row.id,
  });

const partsOf = (value: Cursor['value']): string[] => String(value).split(SEPARATOR);

export const isCursorValue =
  (sort: TaskSort) =>
  (value: Cursor['value']): boolean => {
    const parts = partsOf(value);
    const keys = KEYS[sort];
    return parts.length === keys.length && keys.every((key, i) => key.form(parts[i] ?? ''));
  };

/** The placeholders that `afterCursor` reads. */
export function cursorValues({ value, id }: Cursor): Record<string, string> {
  const parts = partsOf(value).map((part, i) => [`cursor${i}`, part] as const);
  return { ...Object.fromEntries(parts), cursorId: id };
}

/** Rows strictly after the cursor; the row comparison walks the sort's index. */
export function afterCursor(sort: TaskSort, dir: 'asc' | 'desc'): SQL {
  const keys = KEYS[sort];
  const columns = sql.join([...keys.map(({ column }) => column), tasks.id], sql`, `);
  const parts = keys.map(({ type }, i) => sql`${sql.placeholder(`cursor${i}`)}::${sql.raw(type)}`);
  const cursor = sql.join([...parts, sql`${sql.placeholder('cursorId')}::uuid`], sql`, `);
  return sql`(${columns}) ${sql.raw(dir === 'asc' ? '>' : '<')} (${cursor})`;
}

export function orderOf(sort: TaskSort, dir: 'asc' | 'desc'): SQL[] {
  return [...KEYS[sort].map(({ column }) => column), tasks.id].map(
    (column) => sql`${column} ${sql.raw(dir)}`,
  );
}
