import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';
import { makePrice, makeProduct } from '../prices.ts';

export const catalogueRoutes: readonly Route[] = [
  post('/products', ['id', 'name', 'description', 'metadata', 'active'], ({ world, params }) => {
    const product = makeProduct(world, {
      id: params.text('id'),
      name: params.needed('name'),
      description: params.text('description'),
      metadata: params.metadata(),
      active: params.flag('active') ?? true,
    });
    world.emit('product.created', product);
    return product;
  }),
  get('/products', ({ world, params, path }) => page(world.store, 'product', path, params), PAGING),
  get('/products/:id', ({ world, id }) => world.store.get('product', id)),
  post('/products/:id', ['name', 'description', 'metadata', 'active'], ({ world, id, params }) => {
    const product = world.store.get('product', id);
    product.name = params.text('name') ?? product.name;
    if (params.has('description')) product.description = params.text('description');
    product.active = params.flag('active') ?? product.active;
    product.metadata = params.metadata(product.metadata);
    product.updated = world.now();
    world.store.put(product);
    world.emit('product.updated', product);
    return product;
  }),
  post(
    '/prices',
    ['currency', 'unit_amount', 'product', 'product_data', 'recurring', 'lookup_key', 'nickname', 'metadata'],
    ({ world, params }) => {
      const price = makePrice(world, params);
      world.emit('price.created', price);
      return price;
    },
  ),
  get(
    '/prices',
    ({ world, params, path }) => {
      const [product, active] = [params.text('product'), params.flag('active')];
      const keys = params.texts('lookup_keys');
      return page(
        world.store,
        'price',
        path,
        params,
        (each) =>
          (product === null || each.product === product) &&
          (active === null || each.active === active) &&
          (!keys.length || keys.includes(each.lookup_key ?? '')),
      );
    },
    [...PAGING, 'product', 'active', 'lookup_keys'],
  ),
  get('/prices/:id', ({ world, id }) => world.store.get('price', id)),
];
