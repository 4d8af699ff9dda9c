import type { ItemView } from '@officina/contracts/item-sales';
import { documents } from '@officina/db/schema/documents';
import { users } from '@officina/db/schema/identity';
import { items } from '@officina/db/schema/items';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** What was sold of an item, per currency. Raw text, so that the outer row keeps its table's name. */
const sales = sql<ItemView['sales']>`coalesce((select json_agg(sold order by sold.currency) from (
  select p.currency as currency, (count(*) filter (where p.purpose <> 'refund'))::int as count, sum(p.amount_minor)::bigint as "amountCents",
    sum(p.fee_minor)::bigint as "feeCents", sum(p.payout_minor)::bigint as "payoutCents"
  from payments p where p.tenant_id = items.tenant_id and p.item_id = items.id
    and p.status = 'succeeded' and p.reversed_at is null group by p.currency) sold), '[]'::json)`;

export const itemColumns = {
  ...getTableColumns(items),
  creator: users.name,
  filename: documents.filename,
  sales,
};

export type ItemRow = typeof items.$inferSelect & {
  creator: string;
  filename: string | null;
  sales: ItemView['sales'];
};

export const itemFile = and(eq(documents.tenantId, items.tenantId), eq(documents.id, items.documentId));
export const itemCreator = eq(users.id, items.creatorId);

/** Freelancers see and change their own items, staff all of the firm's. */
export const ownItemsOnly = ({ actor }: Ctx): boolean => actor.kind === 'user' && actor.role === 'freelancer';

export function presentItem(ctx: Ctx, row: ItemRow): ItemView {
  const own = !ownItemsOnly(ctx) || row.creatorId === userIdOf(ctx.actor);
  return {
    id: row.id,
    title: row.title,
    itemType: row.itemType,
    creatorId: row.creatorId,
    creator: row.creator,
    tiers: row.tiers,
    hasFile: row.documentId !== null,
    filename: row.filename,
    sales: row.sales,
    createdAt: row.createdAt.toISOString(),
    abilities: { edit: own && may(ctx.actor, 'studio.items.write') },
  };
}
