import { PAGING, page } from '../api/list.ts';
import { del, get, post, type Route } from '../api/route.ts';
import { addLine, finalize, makeInvoice, pay, voidInvoice } from '../billing/invoices.ts';
import { newId } from '../ids.ts';
import { amountOf } from '../prices.ts';
import { invalid, missing } from '../stripe-error.ts';
import { idOf } from '../world.ts';

const COLLECTIONS = ['charge_automatically', 'send_invoice'] as const;

export const invoiceRoutes: readonly Route[] = [
  post(
    '/invoices',
    [
      'customer',
      'currency',
      'description',
      'metadata',
      'collection_method',
      'days_until_due',
      'due_date',
      'auto_advance',
      'default_payment_method',
      'pending_invoice_items_behavior',
    ],
    ({ world, params }) => {
      const customer = params.needed('customer');
      const now = world.nowOf(customer);
      const collection = params.oneOf('collection_method', COLLECTIONS) ?? 'charge_automatically';
      const days = params.integer('days_until_due');
      const invoice = makeInvoice(world, {
        customer,
        currency: params.has('currency') ? params.currency() : 'usd',
        reason: 'manual',
        collection,
        description: params.text('description'),
        metadata: params.metadata(),
        dueDate: params.integer('due_date') ?? (days === null ? null : now + days * 86_400),
        period: { start: now, end: now },
      });
      invoice.auto_advance = params.flag('auto_advance') ?? false;
      const method = params.text('default_payment_method');
      if (method)
        invoice.default_payment_method = world.store.get(
          'payment_method',
          method,
          'default_payment_method',
        ).id;
      world.emit('invoice.created', invoice);
      return world.store.put(invoice);
    },
  ),
  post(
    '/invoiceitems',
    ['customer', 'invoice', 'amount', 'currency', 'description', 'quantity', 'pricing', 'metadata'],
    ({ world, params }) => {
      const customer = world.store.get('customer', params.needed('customer'), 'customer');
      const invoice = world.store.get('invoice', params.needed('invoice'), 'invoice');
      if (invoice.status !== 'draft')
        throw invalid(
          'You can only add invoice items to a draft invoice.',
          'invoice',
          'invoice_not_editable',
        );
      const priceId = params.inside('pricing').text('price');
      const price = priceId ? world.store.get('price', priceId, 'pricing[price]') : undefined;
      const quantity = params.integer('quantity') ?? 1;
      const amount = price ? amountOf({ price, quantity }) : params.integer('amount');
      if (amount === null) throw missing('amount');
      const currency = price?.currency ?? (params.has('currency') ? params.currency() : invoice.currency);
      if (currency !== invoice.currency)
        throw invalid(
          `The currency of the invoice item (${currency}) does not match the invoice's (${invoice.currency}).`,
          'currency',
        );
      const description = params.text('description');
      addLine(world, invoice, { amount, description, quantity, price, metadata: params.metadata() });
      const now = world.nowOf(customer.id);
      return world.store.put({
        id: newId('ii'),
        object: 'invoiceitem',
        amount,
        currency,
        customer: customer.id,
        date: now,
        description,
        discountable: true,
        invoice: invoice.id,
        livemode: false,
        metadata: params.metadata(),
        period: { start: now, end: now },
        proration: false,
        quantity,
        test_clock: customer.test_clock ?? null,
      } as unknown as import('stripe').Stripe.InvoiceItem);
    },
  ),
  get(
    '/invoices',
    ({ world, params, path }) => {
      const [customer, subscription, status] = [
        params.text('customer'),
        params.text('subscription'),
        params.text('status'),
      ];
      return page(
        world.store,
        'invoice',
        path,
        params,
        (each) =>
          (customer === null || each.customer === customer) &&
          (status === null || each.status === status) &&
          (subscription === null || idOf(each.parent?.subscription_details?.subscription) === subscription),
      );
    },
    [...PAGING, 'customer', 'subscription', 'status'],
  ),
  get('/invoices/:id', ({ world, id }) => world.store.get('invoice', id)),
  del('/invoices/:id', ({ world, id }) => {
    const invoice = world.store.get('invoice', id);
    if (invoice.status !== 'draft') throw invalid('You can only delete draft invoices.', 'invoice');
    world.store.remove(id);
    return { id, object: 'invoice', deleted: true };
  }),
  post('/invoices/:id/finalize', ['auto_advance'], ({ world, id }) =>
    finalize(world, world.store.get('invoice', id)),
  ),
  post('/invoices/:id/pay', ['payment_method', 'off_session'], ({ world, id, params }) =>
    pay(world, world.store.get('invoice', id), { methodId: params.text('payment_method') }),
  ),
  post('/invoices/:id/void', [], ({ world, id }) => voidInvoice(world, world.store.get('invoice', id))),
];
