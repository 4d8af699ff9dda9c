import { requireUser } from '../../kernel/authorize.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { stage } from '../../kernel/operation.ts';
import { customerOf } from '../payments/intents/customer-of.ts';
import { newIntent } from '../payments/intents/new-intent.ts';
import { failIntent, settleIntent } from '../payments/intents/settle-intent.ts';
import { createItem } from '../shop/items/create-item.ts';
import { tell } from './academy-money.ts';
import { type Chapter, type OfficinaFirm, person } from './officina-firm.ts';

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

interface Retainer {
  begunDaysAgo: number;
  email: string;
  /** Where it stands today, and since when. */
  told: [daysAgo: number, type: 'updated' | 'deleted', change: object];
}

const MONTH_DAYS = 30;
/** In the provider's seconds. */
const DAY = 86_400;

const RETAINERS: readonly Retainer[] = [
  { begunDaysAgo: 140, email: 'client@globex.test', told: [50, 'deleted', { status: 'canceled' }] },
  {
    begunDaysAgo: 112,
    email: 'client.admin@acme.test',
    told: [3, 'updated', { cancel_at_period_end: true }],
  },
  { begunDaysAgo: 68, email: 'client@acme.test', told: [8, 'updated', {}] },
];

/** A regular payment that a client has begun at the provider, as its events tell it. */
function tellRetainer(firm: OfficinaFirm, { begunDaysAgo, email, told }: Retainer) {
  const payer = person(firm, email);
  const [daysAgo, type, change] = told;
  const id = `sub_demo${newId().replaceAll('-', '')}`;
  const say = (days: number, what: 'created' | 'updated' | 'deleted', more: object) =>
    firm.story.at(days, 9, payer, async (ctx) => {
      const customer = await customerOf(ctx, requireUser(ctx.actor));
      const intoMonth = (begunDaysAgo - days) % MONTH_DAYS;
      const start = Math.floor(ctx.now.epochMilliseconds / 1000) - intoMonth * DAY;
      const period = { current_period_start: start, current_period_end: start + MONTH_DAYS * DAY };
      const facts = { status: 'active', customer, items: { data: [period] }, ...more };
      await tell(ctx, `customer.subscription.${what}`, { id, object: 'subscription', ...facts });
    });
  say(begunDaysAgo, 'created', {});
  say(daysAgo, type, change);
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
  // Who pays regularly is known to the provider; outside of our sandbox nobody invented is.
  if (firm.services.payments.mode === 'sandbox')
    for (const retainer of RETAINERS) tellRetainer(firm, retainer);
};
