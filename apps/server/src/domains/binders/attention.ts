import type { AttentionItem } from '@officina/contracts/binders';
import { attentionPart } from '@officina/contracts/binders-inputs';
import type { Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '../../kernel/authorize.ts';
import { cachedRead } from '../../kernel/cached-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { partOf, type Whole } from './list-part.ts';
import { idle, idleDays, tenant } from './verdict-sql.ts';

interface Row {
  type: AttentionItem['type'];
  ref: number;
  clientRef: number;
  clientName: string;
  binderNumber: string;
  idleDays: number;
  amountMinor: number;
  currency: string;
}

/** Idle binders, the longest first; then those to be collected, the oldest first. */
const waiting = rawStatement<Row>(sql`
  select case when b.status = 'in_office' then 'idle_binder' else 'ready_for_pickup' end as type, b.ref::float8 as ref,
    o.ref::float8 as "clientRef", c.display_name as "clientName", b.binder_number as "binderNumber",
    ${idleDays} as "idleDays"
  from binders b
  join office_clients o on o.tenant_id = b.tenant_id and o.contact_id = b.contact_id
  join contacts c on c.tenant_id = b.tenant_id and c.id = b.contact_id
  where b.tenant_id = ${tenant} and b.status <> 'returned' and (${idle} or b.status = 'ready_for_pickup')
  order by b.status, case when b.status = 'in_office' then greatest(b.received_at, b.last_work_on) else b.received_at end,
    b.ref`);

const unpaid = rawStatement<Row>(sql`
  select 'unpaid_charge' as type, h.ref::float8 as ref, o.ref::float8 as "clientRef", c.display_name as "clientName",
    h.amount_minor::float8 as "amountMinor", h.currency
  from charges h
  join office_clients o on o.tenant_id = h.tenant_id and o.contact_id = h.contact_id
  join contacts c on c.tenant_id = h.tenant_id and c.id = h.contact_id
  where h.tenant_id = ${tenant} and h.status = 'issued'
  order by h.issued_at, h.ref`);

function present({ type, ref, clientRef, clientName, ...row }: Row): AttentionItem {
  const client = { clientRef, clientName };
  const { binderNumber, idleDays, amountMinor, currency } = row;
  if (type === 'unpaid_charge') return { type, ...client, chargeRef: ref, amountMinor, currency };
  return type === 'idle_binder'
    ? { type, ...client, binderRef: ref, binderNumber, idleDays }
    : { type, ...client, binderRef: ref, binderNumber };
}

/** Kept whole while nothing changes, apart for those who may see amounts. */
function attentionOf(ctx: Ctx): Promise<AttentionItem[]> {
  const amounts = may(ctx.actor, 'office.charges.amounts');
  return cachedRead(ctx, 'binders.attention', { amounts }, async () => {
    const asked = { tenantId: ctx.tenant.id, today: ctx.today };
    const parts = await Promise.all([waiting(ctx.db, asked), amounts ? unpaid(ctx.db, asked) : []]);
    return parts.flat().map(present);
  });
}

/** Everything that waits for somebody: idle binders, binders to be collected and, for some, unpaid charges. */
export const allAttention = read({
  name: 'binders.allAttention',
  permission: 'office.binders.read',
  input: z.object({}),
  async run(ctx): Promise<Whole<AttentionItem>> {
    const items = await attentionOf(ctx);
    return { items, total: items.length };
  },
});

export const attention = read({
  name: 'binders.attention',
  permission: 'office.binders.read',
  input: attentionPart,
  async run(ctx, { type, limit, cursor }): Promise<Page<AttentionItem>> {
    const items = await attentionOf(ctx);
    return partOf(type ? items.filter((item) => item.type === type) : items, limit, cursor);
  },
});
