import type Stripe from 'stripe';
import type { Params } from './api/params.ts';
import { newId } from './ids.ts';
import { invalid } from './stripe-error.ts';
import type { World } from './world.ts';

const INTERVALS = ['day', 'week', 'month', 'year'] as const;

export function makeProduct(
  world: World,
  facts: {
    id?: string | null;
    name: string;
    description?: string | null;
    metadata?: Record<string, string>;
    active?: boolean;
  },
): Stripe.Product {
  if (facts.id && world.store.find('product', facts.id))
    throw invalid('Product already exists.', 'id', 'resource_already_exists');
  return world.store.put({
    id: facts.id ?? newId('prod'),
    object: 'product',
    active: facts.active ?? true,
    created: world.now(),
    default_price: null,
    description: facts.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: facts.metadata ?? {},
    name: facts.name,
    type: 'service',
    updated: world.now(),
    url: null,
  } as unknown as Stripe.Product);
}

function recurrenceOf(params: Params): Stripe.Price['recurring'] {
  if (!params.has('recurring')) return null;
  const recurring = params.inside('recurring');
  recurring.needed('interval');
  return {
    interval: recurring.oneOf('interval', INTERVALS) ?? 'month',
    interval_count: recurring.integer('interval_count') ?? 1,
    meter: null,
    usage_type: 'licensed',
  } as Stripe.Price['recurring'];
}

/** A price from the parameters of `prices` or of a line's `price_data`. */
export function makePrice(
  world: World,
  params: Params,
  facts: { id?: string | null; inline?: boolean } = {},
): Stripe.Price {
  const product = params.text('product');
  const productData = params.inside(product || !params.has('product_data') ? 'none' : 'product_data');
  const unitAmount = params.integer('unit_amount');
  if (unitAmount === null)
    throw invalid(
      'You must pass one of `unit_amount` or `unit_amount_decimal`.',
      params.name('unit_amount'),
      'parameter_missing',
    );
  if (unitAmount < 0)
    throw invalid('This value must be greater than or equal to 0.', params.name('unit_amount'));
  const owner = product
    ? world.store.get('product', product, params.name('product'))
    : makeProduct(world, {
        name: productData.needed('name'),
        description: productData.text('description'),
        metadata: productData.metadata(),
      });
  const recurring = recurrenceOf(params);
  return world.store.put({
    id: facts.id ?? newId('price'),
    object: 'price',
    active: !facts.inline,
    billing_scheme: 'per_unit',
    created: world.now(),
    currency: params.currency(),
    livemode: false,
    lookup_key: params.text('lookup_key'),
    metadata: params.metadata(),
    nickname: params.text('nickname'),
    product: owner.id,
    recurring,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  } as unknown as Stripe.Price);
}

export interface Line {
  price: Stripe.Price;
  quantity: number;
}

/** A line of a checkout, subscription or schedule: an existing `price`, or `price_data` made on the spot. */
export function lineOf(world: World, params: Params): Line {
  const quantity = params.integer('quantity') ?? 1;
  if (quantity < 0) throw invalid('This value must be greater than or equal to 0.', params.name('quantity'));
  const id = params.text('price');
  if (id) return { price: world.store.get('price', id, params.name('price')), quantity };
  if (!params.has('price_data'))
    throw invalid('Each item needs a price or price_data.', params.name('price'), 'parameter_missing');
  return { price: makePrice(world, params.inside('price_data'), { inline: true }), quantity };
}

export const amountOf = ({ price, quantity }: Line): number => (price.unit_amount ?? 0) * quantity;

export function productOf(world: World, price: Stripe.Price): Stripe.Product | null {
  return typeof price.product === 'string' ? world.store.find('product', price.product) : null;
}
