import type Stripe from 'stripe';
import { PAGING, page } from '../api/list.ts';
import { del, get, post, type Route } from '../api/route.ts';
import { advance } from '../billing/advance.ts';
import { newId } from '../ids.ts';
import { invalid, missing } from '../stripe-error.ts';

const MONTH = 30 * 86_400;

export const testClockRoutes: readonly Route[] = [
  post('/test_helpers/test_clocks', ['frozen_time', 'name'], ({ world, params }) => {
    const frozen = params.integer('frozen_time');
    if (frozen === null) throw missing('frozen_time');
    return world.store.put({
      id: newId('clock'),
      object: 'test_helpers.test_clock',
      created: world.now(),
      deletes_after: world.now() + MONTH,
      frozen_time: frozen,
      livemode: false,
      name: params.text('name'),
      status: 'ready',
      status_details: {},
    } as Stripe.TestHelpers.TestClock);
  }),
  get(
    '/test_helpers/test_clocks',
    ({ world, params, path }) => page(world.store, 'test_helpers.test_clock', path, params),
    PAGING,
  ),
  get('/test_helpers/test_clocks/:id', ({ world, id }) => world.store.get('test_helpers.test_clock', id)),
  post('/test_helpers/test_clocks/:id/advance', ['frozen_time'], ({ world, id, params }) => {
    const clock = world.store.get('test_helpers.test_clock', id);
    const frozen = params.integer('frozen_time');
    if (frozen === null) throw missing('frozen_time');
    if (frozen <= clock.frozen_time)
      throw invalid('Test clocks can only be advanced to the future.', 'frozen_time');
    clock.frozen_time = frozen;
    world.store.put(clock);
    advance(world, id);
    world.emit('test_helpers.test_clock.ready', clock);
    return clock;
  }),
  del('/test_helpers/test_clocks/:id', ({ world, id }) => {
    world.store.get('test_helpers.test_clock', id);
    for (const customer of world.store.all('customer'))
      if (customer.test_clock === id) world.store.remove(customer.id);
    world.store.remove(id);
    return { id, object: 'test_helpers.test_clock', deleted: true };
  }),
];
