import type { OfficeSearchHit } from '@officina/contracts/office-search';
import { officeSearch } from '@officina/contracts/office-search-inputs';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, isRef, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { rawStatementByShape } from '../../../kernel/statement.ts';
import { isOfBinders, type OfficeShape, officeFilterValues } from './filter-shape.ts';
import { binderHits, clientHits, HIT_ORDER, type HitRow, hitRows, presentHit } from './search-rows.ts';

const place = sql.placeholder;
type After = 'client' | 'binder' | null;

/** Each branch gives a page at most, from where the last page ended; the merge sees two pages. */
const statement = rawStatementByShape<OfficeShape & { after: After }, HitRow>(({ after, ...shape }) => {
  const limit = sql`limit ${place('limit')}::int`;
  const branches: SQL[] = [];
  if (after !== 'binder' && !isOfBinders(shape)) {
    const beyond = sql`and (lower(c.display_name), o.ref) > (${place('cursorValue')}::text, ${place('cursorRef')}::bigint)`;
    branches.push(clientHits(shape, sql`${after ? beyond : sql``} order by 2, 4 ${limit}`));
  }
  const beyond = sql`and (b.expected_return_at, b.ref) > (${place('cursorValue')}::date, ${place('cursorRef')}::bigint)`;
  branches.push(binderHits(shape, sql`${after === 'binder' ? beyond : sql``} order by 3, 4 ${limit}`));
  const union = sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql.raw(' union all '),
  );
  return hitRows(
    sql`select * from (${union}) h(kind, name_key, due, ref, contact_id, binder_id) order by ${HIT_ORDER} ${limit}`,
  );
});

const counted = rawStatementByShape<OfficeShape, { total: number }>((shape) => {
  const cap = sql`limit ${sql.raw(String(COUNT_CAP + 1))}`;
  const branches = [binderHits(shape, cap), ...(isOfBinders(shape) ? [] : [clientHits(shape, cap)])];
  const union = sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql.raw(' union all '),
  );
  return sql`select least(count(*), ${sql.raw(String(COUNT_CAP + 1))})::int as total from (${union}) h`;
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
    const [rows, count] = await Promise.all([
      statement({ ...asked.shape, after: after && (key.startsWith('c') ? 'client' : 'binder') })(ctx.db, {
        ...values,
        limit: limit + 1,
        ...(after && { cursorValue: key.slice(1), cursorRef: after.id }),
      }),
      after ? undefined : counted(asked.shape)(ctx.db, values),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.due === null ? `c${row.name_key}` : `b${row.due}`, id: String(row.ref) }),
      presentHit,
    );
    return { ...page, ...(count && { total: count[0]?.total ?? 0 }) };
  },
});
