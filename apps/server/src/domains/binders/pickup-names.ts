import { byClient } from '@officina/contracts/binders-inputs';
import { sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';

const place = sql.placeholder;
const MOST = 10;

/** The client with the names that collected for it; a client from whom nobody collected is one row without a name. */
const statement = rawStatement<{ name: string | null }>(sql`
  select b.pickup_person_name as name
  from office_clients o
  left join binders b on b.tenant_id = o.tenant_id and b.contact_id = o.contact_id and b.status = 'returned'
  where o.tenant_id = ${place('tenantId')}::uuid and o.ref = ${place('clientRef')}::bigint
  group by b.pickup_person_name
  order by max(b.returned_at) desc, b.pickup_person_name
  limit ${place('limit')}::int`);

/** Who collected a client's binders before, the latest first. */
export const pickupNames = read({
  name: 'binders.pickupNames',
  permission: 'office.binders.read',
  input: byClient,
  async run(ctx, { clientRef }): Promise<{ names: string[] }> {
    const rows = await statement(ctx.db, { tenantId: ctx.tenant.id, clientRef, limit: MOST });
    if (!rows.length) throw notFound('Client');
    return { names: rows.flatMap(({ name }) => (name === null ? [] : [name])) };
  },
});
