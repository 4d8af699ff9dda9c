import { officeSearchPage } from '@officina/contracts/office-search-inputs';
import { sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { rawStatementByShape } from '../../../kernel/statement.ts';
import { isOfBinders, type OfficeShape, officeFilterValues } from './filter-shape.ts';
import { gathered } from './search-branches.ts';
import { binderHits, clientHits, HIT_ORDER, type HitRow, hitRows, presentHit } from './search-rows.ts';

const place = sql.placeholder;

const statement = rawStatementByShape<OfficeShape, { total: number; rows: HitRow[] }>((shape) => {
  const clients = isOfBinders(shape) ? sql`` : sql`${clientHits(shape)} union all`;
  const page = sql`select * from hits h order by ${HIT_ORDER} limit ${place('limit')}::int offset ${place('offset')}::bigint`;
  const parts = sql.join(
    gathered(shape).map((part) => sql`${part}, `),
    sql``,
  );
  return sql`with ${parts}hits(kind, name_key, due, ref, contact_id, binder_id) as materialized (${clients} ${binderHits(shape)})
    select (select count(*)::int from hits) as total,
      coalesce((select json_agg(r order by r.kind, r.name_key, r.due, r.ref) from (${hitRows(page)}) r), '[]') as rows`;
});

/** The same as a numbered page with an exact total. */
export const pageOfficeSearch = read({
  name: 'search.officePage',
  permission: 'office.binders.read',
  input: officeSearchPage,
  async run(ctx, { page, pageSize, ...filters }) {
    const asked = officeFilterValues(filters);
    if (!asked) return { items: [], page, pageSize, total: 0 };
    const [found] = await statement(asked.shape)(ctx.db, {
      ...asked.values,
      tenantId: ctx.tenant.id,
      today: ctx.today,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return { items: (found?.rows ?? []).map(presentHit), page, pageSize, total: found?.total ?? 0 };
  },
});
