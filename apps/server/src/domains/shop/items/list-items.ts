import type { ItemView } from '@officina/contracts/item-sales';
import type { Page } from '@officina/contracts/paging';
import { itemList } from '@officina/contracts/shop-inputs';
import { documents } from '@officina/db/schema/documents';
import { users } from '@officina/db/schema/identity';
import { items } from '@officina/db/schema/items';
import { and, desc, eq, sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { itemColumns, itemCreator, itemFile, ownItemsOnly, presentItem } from './item-view.ts';

const given = sql.placeholder;
const beyond = sql`(${items.createdAt}, ${items.id}) < (${given('cursorAt')}::timestamptz, ${given('cursorId')}::uuid)`;

const page = preparedByShape(
  (shape: { own: boolean; search: boolean; after: boolean }) => JSON.stringify(shape),
  (db, { own, search, after }) =>
    db
      .select(itemColumns)
      .from(items)
      .innerJoin(users, itemCreator)
      .leftJoin(documents, itemFile)
      .where(
        and(
          eq(items.tenantId, given('tenantId')),
          own ? eq(items.creatorId, given('me')) : undefined,
          search ? sql`position(lower(${given('search')}::text) in lower(${items.title})) > 0` : undefined,
          after ? beyond : undefined,
        ),
      )
      .orderBy(desc(items.createdAt), desc(items.id))
      .limit(given('limit'))
      .prepare(`items_page_${own}_${search}_${after}`),
);

/** What is for sale, newest first, with what was sold of it; freelancers see what they have made. */
export const listItems = read({
  name: 'items.list',
  permission: 'studio.items.write',
  input: itemList,
  async run(ctx, { limit, cursor, search }): Promise<Page<ItemView>> {
    const after = decodeCursor(cursor, isMoment);
    const wanted = search?.trim();
    const shape = { own: ownItemsOnly(ctx), search: Boolean(wanted), after: after !== null };
    const rows = await page(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      me: userIdOf(ctx.actor),
      search: wanted,
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentItem(ctx, row),
    );
  },
});
