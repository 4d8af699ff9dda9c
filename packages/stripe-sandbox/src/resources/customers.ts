import type Stripe from 'stripe';
import { PAGING, page } from '../api/list.ts';
import type { Params } from '../api/params.ts';
import { del, get, post, type Route } from '../api/route.ts';
import { end, isOpen } from '../billing/subscriptions.ts';
import { makeCustomer } from '../customers.ts';
import { attach, resolveMethod } from '../payment-methods.ts';
import { invalid } from '../stripe-error.ts';
import type { World } from '../world.ts';

const FIELDS = ['email', 'name', 'phone', 'description', 'metadata', 'payment_method', 'invoice_settings'];

function setDefaultMethod(world: World, customer: Stripe.Customer, params: Params): void {
  const settings = params.inside('invoice_settings');
  const id = settings.text('default_payment_method');
  if (id === null) return;
  const method = world.store.get('payment_method', id, settings.name('default_payment_method'));
  if (method.customer !== customer.id)
    throw invalid(
      'The customer does not have a payment method with this ID.',
      settings.name('default_payment_method'),
    );
  customer.invoice_settings.default_payment_method = method.id;
}

export const customerRoutes: readonly Route[] = [
  post('/customers', [...FIELDS, 'test_clock'], ({ world, params }) => {
    const methodId = params.text('payment_method');
    const method = methodId ? resolveMethod(world, methodId, 'payment_method') : null;
    const customer = makeCustomer(world, {
      email: params.text('email'),
      name: params.text('name'),
      phone: params.text('phone'),
      description: params.text('description'),
      metadata: params.metadata(),
      testClock: params.text('test_clock'),
    });
    if (method) attach(world, method, customer.id);
    const wanted = params.inside('invoice_settings').text('default_payment_method');
    // Of a token the card that was just made is meant.
    if (wanted && wanted === methodId && method) customer.invoice_settings.default_payment_method = method.id;
    else setDefaultMethod(world, customer, params);
    return world.store.put(customer);
  }),
  get(
    '/customers',
    ({ world, params, path }) => {
      const email = params.text('email');
      return page(world.store, 'customer', path, params, (each) => email === null || each.email === email);
    },
    [...PAGING, 'email'],
  ),
  get('/customers/:id', ({ world, id }) => world.store.get('customer', id)),
  post('/customers/:id', FIELDS, ({ world, id, params }) => {
    const customer = world.store.get('customer', id);
    for (const field of ['email', 'name', 'phone', 'description'] as const)
      if (params.has(field)) customer[field] = params.text(field);
    customer.metadata = params.metadata(customer.metadata);
    setDefaultMethod(world, customer, params);
    world.store.put(customer);
    world.emit('customer.updated', customer);
    return customer;
  }),
  del('/customers/:id', ({ world, id }) => {
    const customer = world.store.get('customer', id);
    for (const each of world.store.all('subscription'))
      if (each.customer === id && isOpen(each)) end(world, each);
    world.store.remove(id);
    world.emit('customer.deleted', customer);
    return { id, object: 'customer', deleted: true };
  }),
];
