import type { ClientStatus } from '@officina/contracts/office';
import { escapeLike, searchTerms } from '@officina/contracts/text';
import { type SQL, sql } from 'drizzle-orm';
import { givesSome, tenant } from '../binders/verdict-sql.ts';

export interface ClientFilters {
  q?: string;
  status?: ClientStatus;
  hasSignals?: boolean;
}

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface ClientShape {
  words: number;
  status: boolean;
  hasSignals: boolean | null;
}

/** More words than this tell nothing more. */
const MOST_WORDS = 8;

/** A filter as a shape and the values of its placeholders. A phone's separators and leading zero do not count. */
export function clientFilterValues({ q = '', status, hasSignals }: ClientFilters): {
  shape: ClientShape;
  values: Record<string, unknown>;
} {
  const terms = searchTerms(q);
  const words = 'phone' in terms ? [terms.phone] : terms.words.slice(0, MOST_WORDS);
  const values: Record<string, unknown> = { ...(status && { status }) };
  for (const [i, word] of words.entries()) values[`word${i}`] = `%${escapeLike(word)}%`;
  if (words.length) values.idNumber = `%${escapeLike(q.trim())}%`;
  return {
    shape: { words: words.length, status: status !== undefined, hasSignals: hasSignals ?? null },
    values,
  };
}

/** Contacts with all the words, and clients with the number: two indexes rather than one condition that none serves. */
function textCondition(words: number): SQL {
  const each = Array.from(
    { length: words },
    (_, i) => sql`m.search_text like ${sql.placeholder(`word${i}`)}`,
  );
  return sql`o.contact_id in (
    select m.id from contacts m where m.tenant_id = ${tenant} and ${sql.join(each, sql.raw(' and '))}
    union all
    select n.contact_id from office_clients n where n.tenant_id = ${tenant} and n.id_number ilike ${sql.placeholder('idNumber')})`;
}

/** The clients that a filter means, of `o` and `c`; `has signals` needs the placeholder `today`. */
export function clientCondition(shape: ClientShape): SQL {
  const conditions = [sql`o.tenant_id = ${tenant}`, sql.raw('c.deleted_at is null')];
  if (shape.status) conditions.push(sql`o.status = ${sql.placeholder('status')}`);
  if (shape.words) conditions.push(textCondition(shape.words));
  if (shape.hasSignals !== null) {
    const some = sql`exists (select from binders b where b.tenant_id = ${tenant} and b.contact_id = o.contact_id and ${givesSome})`;
    conditions.push(shape.hasSignals ? some : sql`not ${some}`);
  }
  return sql.join(conditions, sql.raw(' and '));
}
