import { type SQL, sql } from 'drizzle-orm';
import { givesOneOf, givesSome, inSlaState, inWorkState, open, tenant } from '../../binders/verdict-sql.ts';
import type { OfficeShape } from './filter-shape.ts';

const place = sql.placeholder;
const all = (conditions: SQL[]): SQL =>
  sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql.raw(' and '),
  );

/** Contacts whose name holds a text. The name is the first line of the search text, which the trigram index knows. */
const named = (pattern: string): SQL => sql`select m.id from contacts m where m.tenant_id = ${tenant}
  and m.search_text like ${place(pattern)} and split_part(m.search_text, chr(10), 1) like ${place(pattern)}`;

const numbered = (
  pattern: string,
): SQL => sql`select n.contact_id from office_clients n where n.tenant_id = ${tenant}
  and n.id_number ilike ${place(pattern)}`;

/** Sets of clients rather than alternatives over two tables, which no index would serve. */
const queried = sql`${named('queryName')} union ${numbered('queryId')}`;

/** What a search asks of a client, by the column that names its contact. */
function clientConditions(
  { query, clientName, idNumber }: OfficeShape,
  column: SQL,
  isBinder: boolean,
): SQL[] {
  const conditions: SQL[] = [];
  if (query && !isBinder) conditions.push(sql`${column} in (${queried})`);
  if (clientName) conditions.push(sql`${column} in (${named('clientName')})`);
  if (idNumber) conditions.push(sql`${column} in (${numbered('idNumber')})`);
  return conditions;
}

/** Clients as `o` with their contacts as `c`. */
export const clientsFound = (shape: OfficeShape): SQL => sql`office_clients o
  join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
  where o.tenant_id = ${tenant} and ${all([sql.raw('true'), ...clientConditions(shape, sql.raw('o.contact_id'), false)])}`;

/** Binders as `b`: those not returned, or the returned ones alone where the work is asked to be completed. */
export function bindersFound(shape: OfficeShape): SQL {
  const { query, binderNumber, workState, slaState, signals, hasSignals } = shape;
  const conditions = [workState === 'completed' ? inWorkState.completed : open];
  if (query)
    conditions.push(sql`b.id in (
      select x.id from binders x where x.tenant_id = ${tenant} and x.number_key like ${place('queryNumber')}
      union select x.id from binders x where x.tenant_id = ${tenant} and x.contact_id in (${queried}))`);
  conditions.push(...clientConditions(shape, sql.raw('b.contact_id'), true));
  if (binderNumber) conditions.push(sql`b.number_key like ${place('binderNumber')}`);
  if (workState && workState !== 'completed') conditions.push(inWorkState[workState]);
  if (slaState) conditions.push(inSlaState[slaState]);
  if (signals) conditions.push(givesOneOf);
  if (hasSignals !== null) conditions.push(hasSignals ? givesSome : sql`not (${givesSome})`);
  return sql`binders b where b.tenant_id = ${tenant} and ${all(conditions)}`;
}
