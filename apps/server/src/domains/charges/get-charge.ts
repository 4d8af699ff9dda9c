import type { ChargeEvent, ChargeListItem, ChargeView } from '@officina/contracts/charges';
import { byRef } from '@officina/contracts/office-fields';
import { sql } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { presentCharge } from './charge-row.ts';
import { loadCharge } from './load-charge.ts';

/** Who took which step when, never what stood in it: an entry of the journal holds the amount. */
const historyStatement = rawStatement<ChargeEvent>(sql`
  select j.verb, to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    case when u.id is not null then json_build_object('ref', u.ref, 'name', u.name) end as by
  from journal_entries j left join users u on u.id = j.actor_id
  where j.tenant_id = ${sql.placeholder('tenantId')} and j.subject_id = ${sql.placeholder('id')}
    and j.redacted_at is null
  order by j.recorded_at, j.xid, j.id`);

/** A charge with its history. */
export const getCharge = read({
  name: 'charges.get',
  permission: 'office.charges.read',
  input: byRef,
  async run(ctx, { ref }): Promise<ChargeView> {
    const row = await loadCharge(ctx, ref);
    const history = await historyStatement(ctx.db, { tenantId: ctx.tenant.id, id: row.id });
    return { ...presentCharge(ctx, row), history };
  },
});

/** The charge alone, as programs read it. */
export const readCharge = read({
  name: 'charges.read',
  permission: 'office.charges.read',
  input: byRef,
  async run(ctx, { ref }): Promise<ChargeListItem> {
    return presentCharge(ctx, await loadCharge(ctx, ref));
  },
});
