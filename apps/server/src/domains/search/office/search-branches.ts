import { type SQL, sql } from 'drizzle-orm';
import { givesOneOf, givesSome, inSlaState, inWorkState, open, tenant } from '../../binders/verdict-sql.ts';
import type { OfficeShape } from './filter-shape.ts';

const place = sql.placeholder;
const all = (conditions: SQL[]): SQL =>
  sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql.raw(' and '),
  );

type Text = OfficeShape['query'];

/** A text holds a pattern; a short one is looked for without the index. */
const holds = (column: string, operator: 'like' | 'ilike', pattern: string, text: Text): SQL =>
  sql`${sql.raw(text === 'short' ? `${column} || ''` : column)} ${sql.raw(operator)} ${place(pattern)}`;

/** Contacts whose name holds a text. The name is the first line of the search text, which the trigram index knows. */
const named = (
  pattern: string,
  text: Text,
): SQL => sql`select m.id from contacts m where m.tenant_id = ${tenant}
  and ${holds('m.search_text', 'like', pattern, text)} and split_part(m.search_text, chr(10), 1) like ${place(pattern)}`;

const numbered = (pattern: string, text: Text): SQL => sql`select n.contact_id from office_clients n
  where n.tenant_id = ${tenant} and ${holds('n.id_number', 'ilike', pattern, text)}`;

/** Sets of clients rather than alternatives over two tables, which no index would serve. */
const queried = (text: Text): SQL => sql`${named('queryName', text)} union ${numbered('queryId', text)}`;

/** The clients and binders that hold the searched text, looked for once however often a statement asks for them. */
const GATHERED = sql`people(id) as materialized (${queried('indexed')}),
  folders(id) as materialized (
    select x.id from binders x where x.tenant_id = ${tenant} and ${holds('x.number_key', 'like', 'queryNumber', 'indexed')}
    union select x.id from binders x where x.tenant_id = ${tenant} and x.contact_id in (select id from people))`;

/** The parts of a WITH clause that the branches of a search read from. */
export const gathered = ({ query }: OfficeShape): SQL[] => (query === 'indexed' ? [GATHERED] : []);

const peopleFound = (text: Text): SQL => (text === 'indexed' ? sql`select id from people` : queried(text));

/** What a search asks of a client, by the column that names its contact. */
function clientConditions(
  { query, clientName, idNumber }: OfficeShape,
  column: SQL,
  isBinder: boolean,
): SQL[] {
  const conditions: SQL[] = [];
  if (query && !isBinder) conditions.push(sql`${column} in (${peopleFound(query)})`);
  if (clientName) conditions.push(sql`${column} in (${named('clientName', clientName)})`);
  if (idNumber) conditions.push(sql`${column} in (${numbered('idNumber', idNumber)})`);
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
  // Many binders meet a short text: they are looked through in the order of the answer, not gathered first.
  if (query === 'short')
    conditions.push(
      sql`${holds('b.number_key', 'like', 'queryNumber', query)} or b.contact_id in (${queried(query)})`,
    );
  else if (query) conditions.push(sql`b.id in (select id from folders)`);
  conditions.push(...clientConditions(shape, sql.raw('b.contact_id'), true));
  if (binderNumber) conditions.push(holds('b.number_key', 'like', 'binderNumber', binderNumber));
  if (workState && workState !== 'completed') conditions.push(inWorkState[workState]);
  if (slaState) conditions.push(inSlaState[slaState]);
  if (signals) conditions.push(givesOneOf);
  if (hasSignals !== null) conditions.push(hasSignals ? givesSome : sql`not (${givesSome})`);
  return sql`binders b where b.tenant_id = ${tenant} and ${all(conditions)}`;
}
