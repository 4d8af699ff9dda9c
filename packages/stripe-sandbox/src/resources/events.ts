import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';

export const eventRoutes: readonly Route[] = [
  get(
    '/events',
    ({ world, params, path }) => {
      const type = params.text('type');
      const types = params.texts('types');
      const wanted = (name: string) =>
        (type === null || name === type || (type.endsWith('*') && name.startsWith(type.slice(0, -1)))) &&
        (!types.length || types.includes(name));
      return page(world.store, 'event', path, params, (each) => wanted(each.type));
    },
    [...PAGING, 'type', 'types'],
  ),
  get('/events/:id', ({ world, id }) => world.store.get('event', id)),
  /** What `stripe events resend` does. */
  post('/events/:id/retry', [], ({ world, id }) => {
    const event = world.store.get('event', id);
    world.resend(event);
    return event;
  }),
];
