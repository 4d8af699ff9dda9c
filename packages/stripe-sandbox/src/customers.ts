import type Stripe from 'stripe';
import { newId } from './ids.ts';
import type { World } from './world.ts';

export interface NewCustomer {
  email?: string | null;
  name?: string | null;
  phone?: string | null;
  description?: string | null;
  metadata?: Record<string, string>;
  testClock?: string | null;
}

export function makeCustomer(world: World, facts: NewCustomer): Stripe.Customer {
  if (facts.testClock) world.store.get('test_helpers.test_clock', facts.testClock, 'test_clock');
  const customer = world.store.put({
    id: newId('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.now(facts.testClock),
    currency: null,
    default_source: null,
    delinquent: false,
    description: facts.description ?? null,
    email: facts.email ?? null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: facts.metadata ?? {},
    name: facts.name ?? null,
    phone: facts.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: facts.testClock ?? null,
  } as Stripe.Customer);
  world.emit('customer.created', customer);
  return customer;
}
