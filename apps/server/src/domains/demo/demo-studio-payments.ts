import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { stage } from '../../kernel/operation.ts';
import { newIntent } from '../payments/intents/new-intent.ts';
import { failIntent, settleIntent } from '../payments/intents/settle-intent.ts';
import { createItem } from '../shop/items/create-item.ts';
import { type Chapter, person } from './officina-firm.ts';

interface Purchase {
  itemId: string;
  tierId: string;
  amountMinor: number;
  refused?: string;
}

/** A purchase as the provider's answer leaves it; the provider itself knows nothing of it. */
function buy(ctx: Ctx, { refused, ...facts }: Purchase): Promise<void> {
  const { amountMinor } = facts;
  return stage(ctx, async (unit) => {
    const row = await newIntent(unit, {
      purpose: 'item',
      currency: 'usd',
      metadata: {},
      request: {},
      ...facts,
    });
    if (refused) await failIntent(unit, row, { message: refused, stripeStatus: 'canceled' });
    else
      await settleIntent(unit, row, { amountMinor, currency: 'usd', at: toDate(ctx.now), answering: true });
  });
}

/** What the studio sells by itself: two items, bought, and once refused. */
export const tellShop: Chapter = (firm) => {
  const ids: Record<string, string> = {};
  const { story, admin } = firm;
  const [freelancer, buyer] = [person(firm, 'freelancer@demo.test'), person(firm, 'client@acme.test')];
  story.at(60, 11, freelancer, async (ctx) => {
    const personal = { id: 'personal', name: 'Personal', amountCents: 4900, currency: 'usd', downloads: 3 };
    const team = { id: 'team', name: 'Team', amountCents: 14_900, currency: 'usd' };
    const item = { title: 'Line icons for workshops', itemType: 'image' as const, tiers: [personal, team] };
    ids.icons = (await createItem(ctx, item)).id;
  });
  story.at(48, 15, admin, async (ctx) => {
    const single = { id: 'single', name: 'One firm', amountCents: 2500, currency: 'usd', downloads: 5 };
    const item = { title: 'Checklist for a first audit', itemType: 'document' as const, tiers: [single] };
    ids.checklist = (await createItem(ctx, item)).id;
  });
  const sold = (daysAgo: number, item: string, facts: Omit<Purchase, 'itemId'>) =>
    story.at(daysAgo, 14, buyer, (ctx) => buy(ctx, { itemId: ids[item] ?? '', ...facts }));
  sold(40, 'icons', { tierId: 'personal', amountMinor: 4900 });
  sold(33, 'checklist', {
    tierId: 'single',
    amountMinor: 2500,
    refused: 'Your card has insufficient funds.',
  });
  sold(33, 'checklist', { tierId: 'single', amountMinor: 2500 });
  sold(12, 'icons', { tierId: 'team', amountMinor: 14_900 });
};
