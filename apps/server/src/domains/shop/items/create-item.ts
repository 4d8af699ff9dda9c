import type { ItemView } from '@officina/contracts/item-sales';
import { itemCreate as input } from '@officina/contracts/shop-inputs';
import { items } from '@officina/db/schema/items';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { presentItem } from './item-view.ts';
import { ownItem } from './load-item.ts';

/** Puts something up for sale, at one or several prices. */
export const createItem = write({
  name: 'items.create',
  permission: 'studio.items.write',
  input,
  async run(ctx, { title, itemType, tiers }): Promise<ItemView> {
    const { id: creatorId } = requireUser(ctx.actor);
    const id = newId();
    const now = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(items).values({
      tenantId: ctx.tenant.id,
      id,
      title,
      itemType,
      creatorId,
      tiers,
      createdAt: now,
      updatedAt: now,
    });
    ctx.record({ verb: 'item.created', subject: { type: 'item', id }, after: { title, itemType, tiers } });
    return presentItem(ctx, await ownItem(ctx, id));
  },
});
