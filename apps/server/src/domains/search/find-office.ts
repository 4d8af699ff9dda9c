import type { BinderHit, OfficeClientHit } from '@officina/contracts/search';
import { escapeLike, searchTerms } from '@officina/contracts/text';
import type { Db } from '@officina/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';
import { allLike, bounded, isIndexable, likeValues, memoized, wordsOf } from './matching.ts';

const place = sql.placeholder;
const tenant = sql`${place('tenantId')}::uuid`;
const CANDIDATES = sql.raw('200');
const CONTACT = sql.raw('id, display_name, phone, search_text, created_at, tenant_id, deleted_at');

/** Contacts with the words, and clients with the number where it is long enough to be looked up. */
const clientStatement = memoized((words: number, indexable: boolean, number: boolean) => {
  const matches = allLike(sql.raw('search_text'), words);
  const byNumber: SQL = number
    ? sql`union select n.contact_id from (select contact_id from office_clients
        where tenant_id = ${tenant} and id_number ilike ${place('number')} limit ${CANDIDATES}) n`
    : sql``;
  return rawStatement<OfficeClientHit>(sql`
    select o.ref::float8 as ref, c.display_name as name, o.id_number as "idNumber", c.phone, o.status
    from (select m.id as contact_id from ${bounded(sql.raw('contacts'), CONTACT, matches, indexable)} m ${byNumber}) found
      join office_clients o on o.tenant_id = ${tenant} and o.contact_id = found.contact_id
      join contacts c on c.tenant_id = ${tenant} and c.id = found.contact_id
    order by o.id_number = ${place('exact')} desc, o.status = 'closed', c.search_text like ${place('start')} desc,
      c.display_name, o.ref limit ${place('limit')}`);
});

/** Clients of the office by name, id number, phone or address; the very number first, closed ones last. */
export async function findOfficeClients(
  db: Db,
  tenantId: string,
  q: string,
  limit: number,
): Promise<OfficeClientHit[]> {
  const terms = searchTerms(q);
  const words = 'phone' in terms ? [terms.phone] : wordsOf(q);
  if (!words.length) return [];
  return clientStatement(
    words.length,
    isIndexable(words),
    isIndexable([q]),
  )(db, {
    ...likeValues(words),
    tenantId,
    limit,
    number: `%${escapeLike(q)}%`,
    exact: q,
    start: `${escapeLike(words[0] ?? '')}%`,
  });
}

/** Too short a number is looked up whole, in the index that keeps open numbers apart. */
const binderStatement = memoized((indexable: boolean) => {
  const matches = indexable
    ? sql`number_key like ${place('number')}`
    : sql`number_key = ${place('exact')} and status <> 'returned'`;
  return rawStatement<BinderHit>(sql`
    select b.ref::float8 as ref, b.binder_number as number, b.status, json_build_object('ref', o.ref, 'name', c.display_name) as client
    from (select * from binders where tenant_id = ${tenant} and ${matches} order by received_at desc, ref desc limit ${CANDIDATES}) b
      join office_clients o on o.tenant_id = ${tenant} and o.contact_id = b.contact_id
      join contacts c on c.tenant_id = ${tenant} and c.id = b.contact_id
    order by b.number_key = ${place('exact')} desc, b.status = 'returned', b.received_at desc, b.ref desc limit ${place('limit')}`);
});

/** Binders by number; the very number first, those in the office before the returned ones. */
export async function findBinders(db: Db, tenantId: string, q: string, limit: number): Promise<BinderHit[]> {
  const exact = q.toLowerCase();
  return binderStatement(isIndexable([exact]))(db, {
    tenantId,
    limit,
    exact,
    number: `%${escapeLike(exact)}%`,
  });
}
