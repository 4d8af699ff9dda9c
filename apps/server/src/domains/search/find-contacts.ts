import type { ContactHit } from '@officina/contracts/search';
import { escapeLike, searchTerms } from '@officina/contracts/text';
import type { Db } from '@officina/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';
import { allLike, bounded, isIndexable, likeValues, memoized, wordsOf } from './matching.ts';

type Statement = ReturnType<typeof rawStatement<ContactHit>>;

const COLUMNS = sql.raw(
  'id, display_name, company, email, phone, is_vip, search_text, created_at, tenant_id, deleted_at',
);

const statementFor = memoized((words: number, phone: boolean, indexable: boolean): Statement => {
  const matches: SQL = phone
    ? sql`search_text like ${sql.placeholder('phone')} and regexp_replace(phone, '[^0-9+]', '', 'g') like ${sql.placeholder('phone')}`
    : allLike(sql.raw('search_text'), words);
  const begins = sql`(search_text like ${sql.placeholder('start')} or search_text like ${sql.placeholder('wordStart')})`;
  return rawStatement<ContactHit>(sql`
    select id, display_name as name, company, email, phone, is_vip as "isVip"
    from ${bounded(sql.raw('contacts'), COLUMNS, matches, indexable)} found
    order by ${phone ? sql`` : sql`${begins} desc,`} is_vip desc, created_at desc, id limit ${sql.placeholder('limit')}`);
});

/** Live contacts by name, e-mail, company or phone; those with a word that begins so come first. */
export async function findContacts(
  db: Db,
  tenantId: string,
  q: string,
  limit: number,
): Promise<ContactHit[]> {
  const terms = searchTerms(q);
  if ('phone' in terms) {
    const statement = statementFor(0, true, isIndexable([terms.phone]));
    return statement(db, { tenantId, limit, phone: `%${terms.phone}%` });
  }
  const words = wordsOf(q);
  if (!words.length) return [];
  const start = escapeLike(words[0] ?? '');
  const statement = statementFor(words.length, false, isIndexable(words));
  return statement(db, {
    ...likeValues(words),
    tenantId,
    limit,
    start: `${start}%`,
    wordStart: `% ${start}%`,
  });
}
