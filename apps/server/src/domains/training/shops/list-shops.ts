import type { Page } from '@officina/contracts/paging';
import type { ShopItem } from '@officina/contracts/training-staff';
import { shopList } from '@officina/contracts/training-staff-inputs';
import { sql } from 'drizzle-orm';
import { decodeCursor, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { rawStatementByShape } from '../../../kernel/statement.ts';
import { containing } from '../staff/containing.ts';

const place = sql.placeholder;
const tenant = sql`${place('tenantId')}::uuid`;

const statement = rawStatementByShape<{ q: boolean; approved: boolean; after: boolean }, ShopItem>(
  ({
    q,
    approved,
    after,
  }) => sql`select s.id, s.name, s.address, s.partner_id as "partnerId", p.name as "partnerName",
      p.status as "partnerStatus", s.is_approved as approved, u.name as "ownerName",
      u.email as "ownerEmail", s.code_ttl_minutes as "codeTtlMinutes",
      (select to_char(c.expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from checkin_codes c
        where c.tenant_id = s.tenant_id and c.shop_id = s.id and c.replaced_at is null) as "codeExpiresAt",
      (select count(*)::int from apprentices a where a.tenant_id = s.tenant_id and a.shop_id = s.id) as apprentices,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'lat', t.latitude, 'lng', t.longitude,
          'radiusM', t.radius_m, 'isActive', t.is_active, 'isDefault', t.is_default)
          order by t.is_default desc, t.name, t.id)
        from sites t where t.tenant_id = s.tenant_id and t.shop_id = s.id), '[]') as sites
    from shops s join partners p on p.tenant_id = s.tenant_id and p.id = s.partner_id
      left join users u on u.id = s.owner_user_id
    where s.tenant_id = ${tenant}
      ${q ? sql`and (s.name ilike ${place('q')}::text or p.name ilike ${place('q')}::text)` : sql``}
      ${approved ? sql`and s.is_approved = ${place('approved')}::boolean` : sql``}
      ${after ? sql`and (s.name, s.id) > (${place('cursorName')}::text, ${place('cursorId')}::uuid)` : sql``}
    order by s.name, s.id limit ${place('limit')}::int`,
);

/** Partner shops with their sites, by name. */
export const listShops = read({
  name: 'training.shops',
  permission: 'training.read',
  input: shopList,
  async run(ctx, { q, approved, limit, cursor }): Promise<Page<ShopItem>> {
    const after = decodeCursor(cursor, (value) => typeof value === 'string' && !value.includes('\u0000'));
    const shape = { q: !!q, approved: approved !== undefined, after: after !== null };
    const rows = await statement(shape)(ctx.db, {
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(q && { q: containing(q) }),
      ...(approved !== undefined && { approved }),
      ...(after && { cursorName: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.name, id: row.id }),
      (row) => row,
    );
  },
});
