import { Params } from './api/params.ts';
import { makePrice } from './prices.ts';
import type { World } from './world.ts';

/** A price that is there before anybody made it, such as those that a configuration names. */
export interface SeedPrice {
  id: string;
  name: string;
  /** Minor units. */
  amount: number;
  currency: string;
  interval: 'day' | 'week' | 'month' | 'year';
}

export function makeSeedPrice(world: World, { id, name, amount, currency, interval }: SeedPrice): void {
  if (world.store.find('price', id)) return;
  const params = new Params({
    currency,
    unit_amount: String(amount),
    recurring: { interval },
    product_data: { name },
  });
  makePrice(world, params, { id });
}
