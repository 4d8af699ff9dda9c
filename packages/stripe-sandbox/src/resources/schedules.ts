import { PAGING, page } from '../api/list.ts';
import type { Params } from '../api/params.ts';
import { get, post, type Route } from '../api/route.ts';
import { advance } from '../billing/advance.ts';
import { makeSchedule, type NewPhase, release, subscriptionOf } from '../billing/schedules.ts';
import { end, isOpen } from '../billing/subscriptions.ts';
import { lineOf } from '../prices.ts';
import { invalid } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';

function phaseOf(world: World, params: Params): NewPhase {
  const duration = params.inside('duration');
  if (params.has('iterations'))
    throw invalid(
      `Received unknown parameter: ${params.name('iterations')}`,
      params.name('iterations'),
      'parameter_unknown',
    );
  return {
    lines: params.list('items').map((item) => lineOf(world, item)),
    duration: params.has('duration')
      ? {
          interval: duration.oneOf('interval', ['day', 'week', 'month', 'year']) ?? 'month',
          interval_count: duration.integer('interval_count') ?? 1,
        }
      : null,
    endDate: params.integer('end_date'),
    metadata: params.metadata(),
    description: params.text('description'),
  };
}

export const scheduleRoutes: readonly Route[] = [
  post(
    '/subscription_schedules',
    ['customer', 'start_date', 'end_behavior', 'metadata', 'default_settings', 'phases'],
    ({ world, params }) => {
      const customer = params.needed('customer');
      const start = params.text('start_date');
      const schedule = makeSchedule(world, {
        customer,
        start:
          start === null || start === 'now' ? world.nowOf(customer) : (params.integer('start_date') ?? 0),
        endBehavior: params.oneOf('end_behavior', ['cancel', 'release']) ?? 'release',
        metadata: params.metadata(),
        defaultMethod: params.inside('default_settings').text('default_payment_method'),
        phases: params.list('phases').map((phase) => phaseOf(world, phase)),
      });
      advance(world, idOf(schedule.test_clock));
      return schedule;
    },
  ),
  get(
    '/subscription_schedules',
    ({ world, params, path }) => {
      const customer = params.text('customer');
      return page(
        world.store,
        'subscription_schedule',
        path,
        params,
        (each) => customer === null || each.customer === customer,
      );
    },
    [...PAGING, 'customer'],
  ),
  get('/subscription_schedules/:id', ({ world, id }) => world.store.get('subscription_schedule', id)),
  post('/subscription_schedules/:id/cancel', ['invoice_now', 'prorate'], ({ world, id }) => {
    const schedule = openSchedule(world, id);
    const subscription = subscriptionOf(world, schedule);
    Object.assign(schedule, {
      status: 'canceled',
      canceled_at: world.nowOf(idOf(schedule.customer)),
      current_phase: null,
    });
    world.store.put(schedule);
    if (subscription && isOpen(subscription)) end(world, subscription);
    world.emit('subscription_schedule.canceled', schedule);
    return schedule;
  }),
  post('/subscription_schedules/:id/release', ['preserve_cancel_date'], ({ world, id }) => {
    const schedule = openSchedule(world, id);
    release(schedule, subscriptionOf(world, schedule), world.nowOf(idOf(schedule.customer)));
    world.store.put(schedule);
    world.emit('subscription_schedule.released', schedule);
    return schedule;
  }),
];

function openSchedule(world: World, id: string) {
  const schedule = world.store.get('subscription_schedule', id);
  if (schedule.status !== 'active' && schedule.status !== 'not_started')
    throw invalid(
      `You cannot change a subscription schedule that is currently in the \`${schedule.status}\` status.`,
    );
  return schedule;
}
