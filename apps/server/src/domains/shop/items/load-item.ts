import { documents } from '@officina/db/schema/documents';
import { users } from '@officina/db/schema/identity';
import { items } from '@officina/db/schema/items';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type ItemRow, itemColumns, itemCreator, itemFile, ownItemsOnly } from './item-view.ts';

/** An item of the tenant, whoever asks: whoever is signed in may buy it. */
export async function loadItem(ctx: Ctx, id: string) {
  const [row] = isUuid(id)
    ? await ctx.db
        .select()
        .from(items)
        .where(and(eq(items.tenantId, ctx.tenant.id), eq(items.id, id)))
    : [];
  if (!row) throw notFound('Item');
  return row;
}

/** An item that the caller keeps, as it is shown. */
export async function ownItem(ctx: Ctx, id: string): Promise<ItemRow> {
  const me = userIdOf(ctx.actor);
  const [row] = isUuid(id)
    ? await ctx.db
        .select(itemColumns)
        .from(items)
        .innerJoin(users, itemCreator)
        .leftJoin(documents, itemFile)
        .where(
          and(
            eq(items.tenantId, ctx.tenant.id),
            eq(items.id, id),
            ownItemsOnly(ctx) && me ? eq(items.creatorId, me) : undefined,
          ),
        )
    : [];
  if (!row) throw notFound('Item');
  return row;
}
