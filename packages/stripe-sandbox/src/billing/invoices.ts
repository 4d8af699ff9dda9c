import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import { resolveMethod } from '../payment-methods.ts';
import { cancelIntent, confirm, createIntent } from '../payments.ts';
import { amountOf, type Line, productOf } from '../prices.ts';
import { invalid, StripeError } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';

const DAY = 86_400;
/** Days from one try to the next; after the last one Stripe gives the invoice up. */
const RETRY_DAYS = [3, 5, 7];

interface NewInvoice {
  customer: string;
  currency: string;
  subscription?: Stripe.Subscription;
  reason: 'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update';
  collection: 'charge_automatically' | 'send_invoice';
  description?: string | null;
  metadata?: Record<string, string>;
  dueDate?: number | null;
  period: { start: number; end: number };
}

export function makeInvoice(world: World, facts: NewInvoice): Stripe.Invoice {
  const customer = world.store.get('customer', facts.customer, 'customer');
  const { subscription } = facts;
  const details = subscription && { metadata: subscription.metadata, subscription: subscription.id };
  const invoice = world.store.put({
    id: newId('in'),
    object: 'invoice',
    amount_due: 0,
    amount_paid: 0,
    amount_remaining: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: facts.reason !== 'manual',
    billing_reason: facts.reason,
    collection_method: facts.collection,
    confirmation_secret: null,
    created: world.nowOf(facts.customer),
    currency: facts.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    default_payment_method: null,
    description: facts.description ?? null,
    due_date: facts.dueDate ?? null,
    hosted_invoice_url: null,
    lines: { object: 'list', data: [], has_more: false, url: '' },
    livemode: false,
    metadata: facts.metadata ?? {},
    next_payment_attempt: null,
    number: null,
    parent: details
      ? { quote_details: null, subscription_details: details, type: 'subscription_details' }
      : null,
    payments: { object: 'list', data: [], has_more: false, url: '' },
    period_end: facts.period.end,
    period_start: facts.period.start,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: 0,
    test_clock: customer.test_clock ?? null,
    total: 0,
  } as unknown as Stripe.Invoice);
  invoice.lines.url = `/v1/invoices/${invoice.id}/lines`;
  return invoice;
}

export interface InvoiceLine {
  amount: number;
  description: string | null;
  quantity: number;
  price?: Stripe.Price;
  period?: { start: number; end: number };
  metadata?: Record<string, string>;
}

/** An invoice's line for one price of a subscription. */
export function lineOfPrice(world: World, line: Line, period: { start: number; end: number }): InvoiceLine {
  const name = productOf(world, line.price)?.name ?? 'Subscription';
  return {
    amount: amountOf(line),
    description: `${line.quantity} × ${name}`,
    quantity: line.quantity,
    price: line.price,
    period,
  };
}

export function addLine(world: World, invoice: Stripe.Invoice, line: InvoiceLine): void {
  const subscription = invoice.parent?.subscription_details?.subscription ?? null;
  invoice.lines.data.push({
    id: newId('il'),
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discountable: true,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: line.metadata ?? {},
    period: line.period ?? { start: invoice.period_start, end: invoice.period_end },
    pricing: line.price
      ? { price_details: { price: line.price.id, product: idOf(line.price.product) }, type: 'price_details' }
      : null,
    quantity: line.quantity,
    subscription: idOf(subscription),
    subtotal: line.amount,
  } as unknown as Stripe.InvoiceLineItem);
  const total = invoice.lines.data.reduce((sum, { amount }) => sum + amount, 0);
  Object.assign(invoice, { subtotal: total, total, amount_due: total, amount_remaining: total });
  world.store.put(invoice);
}

/** Gives the invoice its number and, when there is something to pay, the intent that pays it. */
export function finalize(world: World, invoice: Stripe.Invoice): Stripe.Invoice {
  if (invoice.status !== 'draft')
    throw invalid(
      'This invoice is already finalized, you can’t re-finalize a non-draft invoice.',
      'invoice',
      'invoice_not_editable',
    );
  const customerId = idOf(invoice.customer) ?? '';
  const now = world.nowOf(customerId);
  const count = world.store
    .all('invoice')
    .filter((each) => each.number && each.customer === customerId).length;
  invoice.number = `${customerId.slice(-8).toUpperCase()}-${String(count + 1).padStart(4, '0')}`;
  invoice.status_transitions.finalized_at = now;
  invoice.status = 'open';
  invoice.hosted_invoice_url = `${world.pagesUrl}/invoices/${invoice.id}`;
  world.emit('invoice.finalized', invoice);
  if (invoice.total <= 0) return markPaid(world, invoice, now);
  const intent = createIntent(world, {
    amount: invoice.total,
    currency: invoice.currency,
    customer: customerId,
    description: invoice.description,
    setup_future_usage: invoice.parent ? 'off_session' : null,
    automatic: true,
  });
  invoice.confirmation_secret = { client_secret: intent.client_secret ?? '', type: 'payment_intent' };
  invoice.payments?.data.push({
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.total,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  return world.store.put(invoice);
}

/** The intent that pays an invoice. */
export function intentOf(world: World, invoice: Stripe.Invoice): Stripe.PaymentIntent | null {
  const id = idOf(invoice.payments?.data[0]?.payment.payment_intent);
  return id ? world.store.find('payment_intent', id) : null;
}

export function markPaid(world: World, invoice: Stripe.Invoice, now: number): Stripe.Invoice {
  Object.assign(invoice, {
    status: 'paid',
    attempted: true,
    amount_paid: invoice.total,
    amount_remaining: 0,
    next_payment_attempt: null,
  });
  invoice.status_transitions.paid_at = now;
  const [payment] = invoice.payments?.data ?? [];
  if (payment) {
    Object.assign(payment, { status: 'paid', amount_paid: invoice.total });
    payment.status_transitions.paid_at = now;
  }
  world.store.put(invoice);
  world.emit('invoice.paid', invoice);
  world.emit('invoice.payment_succeeded', invoice);
  for (const settled of world.whenInvoicePaid) settled(invoice);
  return invoice;
}

/** The card that a customer's invoices are paid with, unless the subscription has one of its own. */
export function defaultMethod(world: World, invoice: Stripe.Invoice): Stripe.PaymentMethod | null {
  const subscriptionId = idOf(invoice.parent?.subscription_details?.subscription);
  const subscription = subscriptionId ? world.store.find('subscription', subscriptionId) : null;
  const customer = world.store.find('customer', idOf(invoice.customer) ?? '');
  const id =
    idOf(invoice.default_payment_method) ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method);
  return id ? world.store.find('payment_method', id) : null;
}

/** Tries to pay an open invoice. Throws a card_error (402) when declined; a later try is then due. */
export function pay(
  world: World,
  invoice: Stripe.Invoice,
  { methodId = null, authenticated = false }: { methodId?: string | null; authenticated?: boolean } = {},
): Stripe.Invoice {
  if (invoice.status === 'draft') finalize(world, invoice);
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', 'invoice', 'invoice_already_paid');
  const intent = intentOf(world, invoice);
  if (invoice.status !== 'open' || !intent)
    throw invalid(`Invoice can't be paid because it is ${invoice.status}.`, 'invoice', 'invoice_not_payable');
  const method = methodId ? resolveMethod(world, methodId, 'payment_method') : defaultMethod(world, invoice);
  const now = world.nowOf(idOf(invoice.customer));
  invoice.attempted = true;
  invoice.attempt_count += 1;
  try {
    if (!method)
      throw invalid(
        'There is no default payment method for this Customer or this Invoice.',
        undefined,
        'missing_payment_method',
      );
    confirm(world, intent, { method, offSession: true, authenticated });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const days = invoice.auto_advance ? RETRY_DAYS[invoice.attempt_count - 1] : undefined;
    invoice.next_payment_attempt = days === undefined ? null : now + days * DAY;
    world.store.put(invoice);
    world.emit('invoice.payment_failed', invoice);
    throw error;
  }
  return invoice;
}

export function voidInvoice(world: World, invoice: Stripe.Invoice): Stripe.Invoice {
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible')
    throw invalid(`You can only pass in open invoices. This invoice isn't open.`, 'invoice');
  const intent = intentOf(world, invoice);
  if (intent && intent.status !== 'succeeded' && intent.status !== 'canceled')
    cancelIntent(world, intent, 'void_invoice');
  invoice.status = 'void';
  invoice.next_payment_attempt = null;
  invoice.status_transitions.voided_at = world.nowOf(idOf(invoice.customer));
  world.store.put(invoice);
  world.emit('invoice.voided', invoice);
  return invoice;
}
