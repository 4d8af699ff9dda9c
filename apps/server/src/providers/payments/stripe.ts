import Stripe from 'stripe';
import type { CheckoutLine, Metadata, PaymentsPort, ProviderEvent } from './port.ts';
import { asking, finding } from './stripe-errors.ts';
import { checkoutOf, paymentOf, planOf, subscriptionOf, verificationOf } from './stripe-views.ts';

export interface StripeAccount {
  mode: 'sandbox' | 'live';
  secretKey: string;
  /** Of the sandbox; Stripe's own where it is left out. */
  address?: { host: string; port: number; protocol: 'http' };
}

const RETRIES = 2;
const TIMEOUT_MS = 20_000;
const RECEIPT = ['latest_charge'];
const SECRET = ['latest_invoice.confirmation_secret'];

const lineOf = (line: CheckoutLine): Stripe.Checkout.SessionCreateParams.LineItem =>
  'priceId' in line
    ? { price: line.priceId, quantity: line.quantity ?? 1 }
    : {
        price_data: {
          currency: line.currency.toLowerCase(),
          unit_amount: line.amountMinor,
          product_data: { name: line.name, description: line.description },
        },
        quantity: line.quantity ?? 1,
      };

/** Payments through the official SDK: of Stripe with a key, else of our sandbox. */
export function stripePayments({ mode, secretKey, address }: StripeAccount): PaymentsPort {
  const stripe = new Stripe(secretKey, {
    ...address,
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: 'Officina' },
  });
  const once = (idempotencyKey: string) => ({ idempotencyKey });

  return {
    mode,
    createCustomer: (facts, key) =>
      asking(async () => {
        const { id, email, name } = await stripe.customers.create(facts, once(key));
        return { id, email, name: name ?? null };
      }),

    openCheckout: (facts, key) =>
      asking(async () => {
        const { mode: kind, resultMetadata: metadata = facts.metadata } = facts;
        const session = await stripe.checkout.sessions.create(
          {
            mode: kind,
            line_items: facts.lines.map(lineOf),
            customer: facts.customerId,
            customer_email: facts.customerId ? undefined : facts.email,
            success_url: facts.successUrl,
            cancel_url: facts.cancelUrl,
            client_reference_id: facts.reference,
            metadata: facts.metadata,
            ...(kind === 'payment'
              ? {
                  payment_intent_data: {
                    metadata,
                    setup_future_usage: facts.keepCard ? 'off_session' : undefined,
                  },
                }
              : { subscription_data: { metadata } }),
            expires_at: facts.expiresAt && Math.floor(facts.expiresAt.getTime() / 1000),
          },
          once(key),
        );
        return checkoutOf(session);
      }),
    findCheckout: (id) => finding(async () => checkoutOf(await stripe.checkout.sessions.retrieve(id))),
    expireCheckout: (id) =>
      asking(async () => {
        const session = await stripe.checkout.sessions.retrieve(id);
        if (session.status === 'open') await stripe.checkout.sessions.expire(id);
      }),

    createPayment: (facts, key) =>
      asking(async () => {
        const { paymentMethodId } = facts;
        const intent = await stripe.paymentIntents.create(
          {
            amount: facts.amountMinor,
            currency: facts.currency.toLowerCase(),
            customer: facts.customerId,
            description: facts.description,
            receipt_email: facts.receiptEmail,
            metadata: facts.metadata,
            setup_future_usage: facts.setupFutureUsage,
            ...(facts.cardOnly
              ? { payment_method_types: ['card'] }
              : { automatic_payment_methods: { enabled: true } }),
            ...(paymentMethodId && {
              payment_method: paymentMethodId,
              confirm: true,
              return_url: facts.returnUrl,
            }),
            expand: RECEIPT,
          },
          once(key),
        );
        return paymentOf(intent);
      }),
    findPayment: (id) =>
      finding(async () => paymentOf(await stripe.paymentIntents.retrieve(id, { expand: RECEIPT }))),
    cancelPayment: (id) => asking(async () => paymentOf(await stripe.paymentIntents.cancel(id))),
    refund: (payment_intent, { amountMinor: amount, metadata }, key) =>
      asking(async () => {
        const made = await stripe.refunds.create({ payment_intent, amount, metadata }, once(key));
        return { id: made.id, amountMinor: made.amount, currency: made.currency, status: made.status ?? '' };
      }),

    createSubscription: ({ customerId, priceId, metadata, paymentMethodId }, key) =>
      asking(async () => {
        const method =
          paymentMethodId &&
          (await stripe.paymentMethods.attach(
            paymentMethodId,
            { customer: customerId },
            once(`${key}:method`),
          ));
        const made = await stripe.subscriptions.create(
          {
            customer: customerId,
            items: [{ price: priceId }],
            ...(method && { default_payment_method: method.id }),
            payment_behavior: method ? 'error_if_incomplete' : 'default_incomplete',
            payment_settings: { save_default_payment_method: 'on_subscription' },
            metadata,
            expand: SECRET,
          },
          once(key),
        );
        return subscriptionOf(made);
      }),
    findSubscription: (id) => finding(async () => subscriptionOf(await stripe.subscriptions.retrieve(id))),
    cancelSubscription: (id, when) =>
      asking(async () =>
        subscriptionOf(
          when === 'now'
            ? await stripe.subscriptions.cancel(id)
            : await stripe.subscriptions.update(id, { cancel_at_period_end: true }),
        ),
      ),

    schedulePlan: ({ customerId, name, start, phases, metadata }, key) =>
      asking(async () => {
        await useKeptCard(stripe, customerId);
        // A schedule's prices name a product; of one key it is always the same one.
        const product = await stripe.products.create({ name, metadata }, once(`${key}:product`));
        const made = await stripe.subscriptionSchedules.create(
          {
            customer: customerId,
            start_date: Math.floor(start.getTime() / 1000),
            end_behavior: 'cancel',
            metadata,
            phases: phases.map((phase) => phaseOf(phase, product.id, metadata)),
          },
          once(key),
        );
        return planOf(made);
      }),
    cancelPlan: (id) => asking(async () => planOf(await stripe.subscriptionSchedules.cancel(id))),
    payInvoice: (id) =>
      asking(async () => {
        const invoice = await stripe.invoices.pay(id);
        return { id: invoice.id, status: invoice.status ?? '' };
      }),

    openBillingPortal: (customer, return_url) =>
      asking(async () => {
        const { url } = await stripe.billingPortal.sessions.create({ customer, return_url });
        return { url };
      }),
    startVerification: ({ metadata, returnUrl }, key) =>
      asking(async () => {
        const session = await stripe.identity.verificationSessions.create(
          {
            type: 'document',
            options: {
              document: {
                allowed_types: ['driving_license', 'passport', 'id_card'],
                require_live_capture: true,
                require_matching_selfie: true,
              },
            },
            metadata,
            return_url: returnUrl,
          },
          once(key),
        );
        return verificationOf(session);
      }),
    findVerification: (id) =>
      finding(async () => verificationOf(await stripe.identity.verificationSessions.retrieve(id))),

    eventsSince: (moment, types) =>
      asking(async () => {
        const events: ProviderEvent[] = [];
        const created = { gte: Math.floor(moment.getTime() / 1000) };
        for await (const event of stripe.events.list({ created, types: [...types], limit: 100 }))
          events.push({
            id: event.id,
            type: event.type,
            created: new Date(event.created * 1000),
            payload: JSON.parse(JSON.stringify(event)) as Record<string, unknown>,
          });
        return events.reverse();
      }),
  };
}

/** Invoices are paid with a customer's default card, which keeping one in a checkout does not make it. */
async function useKeptCard(stripe: Stripe, customerId: string): Promise<void> {
  const customer = await stripe.customers.retrieve(customerId);
  if (customer.deleted || customer.invoice_settings.default_payment_method) return;
  const { data } = await stripe.paymentMethods.list({ customer: customerId, limit: 1 });
  const [card] = data;
  if (card)
    await stripe.customers.update(customerId, { invoice_settings: { default_payment_method: card.id } });
}

function phaseOf(
  { weeks, amountMinor, currency }: { weeks: number; amountMinor: number; currency: string },
  product: string,
  metadata: Metadata,
): Stripe.SubscriptionScheduleCreateParams.Phase {
  return {
    items: [
      {
        price_data: {
          currency: currency.toLowerCase(),
          product,
          unit_amount: amountMinor,
          recurring: { interval: 'week' },
        },
      },
    ],
    duration: { interval: 'week', interval_count: weeks },
    proration_behavior: 'none',
    metadata,
  };
}
