import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { officeSearch } from '@officina/contracts/office-search-inputs';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, isRef, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { rawStatementByShape } from '../../../kernel/statement.ts';
import { isOfBinders, type OfficeShape, officeFilterValues } from './filter-shape.ts';
import { gathered } from './search-branches.ts';
import { binderHits, clientHits, HIT_ORDER, type HitRow, hitRows, presentHit } from './search-rows.ts';

const place = sql.placeholder;
type After = 'client' | 'binder' | null;

interface Answer {
  rows: HitRow[];
  /** Null on a later page, whose reader knows it. */
  total: number | null;
}

const UNION = sql.raw(' union all ');
const inBrackets = (branches: SQL[]): SQL =>
  sql.join(
    branches.map((branch) => sql`(${branch})`),
    UNION,
  );

/** Each branch gives a page at most, from where the last page ended; the merge sees two pages. */
function pageHits(shape: OfficeShape, after: After): SQL {
  const limit = sql`limit ${place('limit')}::int`;
  const branches: SQL[] = [];
  if (after !== 'binder' && !isOfBinders(shape)) {
    const beyond = sql`and (lower(c.display_name), o.ref) > (${place('cursorValue')}::text, ${place('cursorRef')}::bigint)`;
    branches.push(clientHits(shape, sql`${after ? beyond : sql``} order by 2, 4 ${limit}`));
  }
  const beyond = sql`and (b.expected_return_at, b.ref) > (${place('cursorValue')}::date, ${place('cursorRef')}::bigint)`;
  branches.push(binderHits(shape, sql`${after === 'binder' ? beyond : sql``} order by 3, 4 ${limit}`));
  return sql`select * from (${inBrackets(branches)}) h(kind, name_key, due, ref, contact_id, binder_id) order by ${HIT_ORDER} ${limit}`;
}

const MOST = sql.raw(String(COUNT_CAP + 1));

function countedHits(shape: OfficeShape): SQL {
  const cap = sql`limit ${MOST}`;
  const branches = [binderHits(shape, cap), ...(isOfBinders(shape) ? [] : [clientHits(shape, cap)])];
  return sql`select least(count(*), ${MOST})::int from (${inBrackets(branches)}) h`;
}

/** Page and count in one statement, so that what holds the text is looked for once. */
const statement = rawStatementByShape<OfficeShape & { after: After }, Answer>(({ after, ...shape }) => {
  const parts = gathered(shape);
  const head = parts.length ? sql`with ${sql.join(parts, sql.raw(', '))}` : sql``;
  return sql`${head} select ${after ? sql`null::int` : sql`(${countedHits(shape)})`} as total,
    coalesce((select json_agg(r order by r.kind, r.name_key, r.due, r.ref) from (${hitRows(pageHits(shape, after))}) r), '[]') as rows`;
});

/** A name after which clients go on, or a day after which binders do, told apart by the first letter. */
function isKey(value: unknown): boolean {
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  return value.startsWith('c') || (value.startsWith('b') && isMoment(`${value.slice(1)}T00:00:00.000Z`));
}

/** Clients and binders that meet every filter, clients first; nothing is found without a filter. */
export const searchOffice = read({
  name: 'search.office',
  permission: 'office.binders.read',
  input: officeSearch,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<OfficeSearchHit>> {
    const after = decodeCursor(cursor, isKey, isRef);
    const asked = officeFilterValues(filters);
    if (!asked) return { items: [], nextCursor: null, total: 0 };
    const key = after === null ? '' : String(after.value);
    const values = { ...asked.values, tenantId: ctx.tenant.id, today: ctx.today };
    const [{ rows, total } = { rows: [], total: 0 }] = await statement({
      ...asked.shape,
      after: after && (key.startsWith('c') ? 'client' : 'binder'),
    })(ctx.db, {
      ...values,
      limit: limit + 1,
      ...(after && { cursorValue: key.slice(1), cursorRef: after.id }),
    });
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.due === null ? `c${row.name_key}` : `b${row.due}`, id: String(row.ref) }),
      presentHit,
    );
    return { ...page, ...(total !== null && { total }) };
  },
});
