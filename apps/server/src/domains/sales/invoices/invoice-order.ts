import type { INVOICE_SORTS } from '@officina/contracts/sales';
import { invoices } from '@officina/db/schema/sales';
import { asc, desc, type SQL, sql } from 'drizzle-orm';

export interface InvoiceOrder {
  sort: (typeof INVOICE_SORTS)[number];
  dir: 'asc' | 'desc';
}

const { issueDate, numberSeq, id } = invoices;

/** Stands for the due date of invoices without one: they come after all others. As in the index, word for word. */
export const NEVER_DUE = '9999-12-31';
const dueDate = sql`coalesce(${invoices.dueDate}, '9999-12-31'::date)`;

/** By issue date, then drafts (descending: first), then number as a number; or by due date. The id decides last. */
export function orderOf({ sort, dir }: InvoiceOrder): SQL[] {
  const order = dir === 'asc' ? asc : desc;
  return sort === 'dueDate' ? [order(dueDate), order(id)] : [order(issueDate), order(numberSeq), order(id)];
}

/**
 * Rows after the cursor in that order. Drafts have no number and PostgreSQL puts nulls last (first when descending),
 * so a cursor on a draft and one on a number go on differently; `seqless` says which it is.
 */
export function afterCursor({ sort, dir }: InvoiceOrder, seqless: boolean): SQL {
  const day = sql`${sql.placeholder('cursorDay')}::date`;
  const lastId = sql`${sql.placeholder('cursorId')}::uuid`;
  const lastSeq = sql`${sql.placeholder('cursorSeq')}::int`;
  const beyond = sql.raw(dir === 'asc' ? '>' : '<');
  if (sort === 'dueDate') return sql`(${dueDate}, ${id}) ${beyond} (${day}, ${lastId})`;
  const upTo = sql.raw(dir === 'asc' ? '>=' : '<=');
  const sameDay = seqless
    ? dir === 'desc'
      ? sql`(${numberSeq} is not null or ${id} < ${lastId})`
      : sql`(${numberSeq} is null and ${id} > ${lastId})`
    : dir === 'desc'
      ? sql`(${numberSeq}, ${id}) < (${lastSeq}, ${lastId})`
      : sql`(${numberSeq} is null or (${numberSeq}, ${id}) > (${lastSeq}, ${lastId}))`;
  return sql`${issueDate} ${upTo} ${day} and (${issueDate} ${beyond} ${day} or ${sameDay})`;
}
