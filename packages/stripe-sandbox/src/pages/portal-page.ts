import { Hono } from 'hono';
import { html } from 'hono/html';
import type Stripe from 'stripe';
import { change, isOpen, linesOf, periodOf } from '../billing/subscriptions.ts';
import { attach, makeCard } from '../payment-methods.ts';
import { productOf } from '../prices.ts';
import { idOf, type World } from '../world.ts';
import { cardFields, type Fault, faultLine, faultOf, testCards, typedCard } from './card-form.ts';
import type { Form, FormGuard } from './form-guard.ts';
import { day, type Html, layout, money } from './layout.ts';
import { reload } from './reload.ts';

type Portal = Stripe.BillingPortal.Session;

const priceName = (world: World, price: Stripe.Price): string =>
  `${productOf(world, price)?.name ?? price.id}, ${money(price.unit_amount ?? 0, price.currency)} per ${price.recurring?.interval}`;

function subscriptionSection(world: World, subscription: Stripe.Subscription, token: string): Html {
  const [line] = linesOf(subscription);
  const until = day(periodOf(subscription).end);
  const others = world.store
    .all('price')
    .filter(({ active, recurring, currency }) => active && recurring && currency === subscription.currency);
  const hidden = html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="subscription" value="${subscription.id}">`;
  return html`<section><h2>${line ? priceName(world, line.price) : 'Subscription'}</h2>
<p class="soft">${subscription.cancel_at_period_end ? `Ends on ${until}` : `Renews on ${until}`} · ${subscription.status}</p>
${
  others.length > 1 && !subscription.schedule
    ? html`<form method="post">${hidden}<label for="price-${subscription.id}">Plan</label>
<select id="price-${subscription.id}" name="price">${others.map((price) => html`<option value="${price.id}"${price.id === line?.price.id ? ' selected' : ''}>${priceName(world, price)}</option>`)}</select>
<button name="do" value="switch" class="quiet">Change plan</button></form>`
    : ''
}
<form method="post">${hidden}
${
  subscription.cancel_at_period_end
    ? html`<button name="do" value="resume" class="quiet">Don’t cancel</button>`
    : html`<button name="do" value="cancel" class="quiet">Cancel at the end of the period</button>`
}</form></section>`;
}

function page(world: World, portal: Portal, token: string, values: Form, fault: Fault | null): Html {
  const customer = world.store.get('customer', portal.customer);
  const mine = world.store
    .all('subscription')
    .filter((each) => each.customer === customer.id && isOpen(each));
  const invoices = world.store.all('invoice').filter((each) => each.customer === customer.id && each.number);
  const kept = customer.invoice_settings.default_payment_method ?? mine[0]?.default_payment_method;
  const method = world.store.find('payment_method', idOf(kept) ?? '');
  return layout(
    'Billing',
    html`<h1>Billing</h1><p class="soft">${customer.name ?? customer.email ?? customer.id}</p>
${mine.length ? mine.map((each) => subscriptionSection(world, each, token)) : html`<section>No subscription.</section>`}
<section><h2>Payment method</h2><p class="soft">${method?.card ? `${method.card.brand} ending in ${method.card.last4}` : 'None'}</p>
<form method="post"><input type="hidden" name="token" value="${token}">${cardFields(values, fault)}${faultLine(fault)}
<button name="do" value="card" class="quiet">Use this card</button></form></section>
<section><h2>Invoices</h2>${
      invoices.length
        ? html`<dl>${invoices.map(
            (
              each,
            ) => html`<dt><a href="${each.hosted_invoice_url}">${each.number}</a> · ${day(each.created)}</dt>
<dd>${money(each.total, each.currency)} · ${each.status}</dd>`,
          )}</dl>`
        : html`<p class="soft">None yet.</p>`
    }</section>
${portal.return_url ? html`<a class="button" href="${portal.return_url}">Return</a>` : ''}${testCards()}`,
  );
}

function useCard(world: World, portal: Portal, form: Form): Fault | null {
  const card = typedCard(form, world.now());
  if ('message' in card) return card;
  const customer = world.store.get('customer', portal.customer);
  try {
    const method = makeCard(world, card, { name: form.name, email: customer.email });
    attach(world, method, customer.id);
    customer.invoice_settings.default_payment_method = method.id;
    world.store.put(customer);
    world.emit('customer.updated', customer);
    for (const each of world.store.all('subscription'))
      if (each.customer === customer.id && isOpen(each))
        change(world, each, { default_payment_method: method.id });
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

function changeSubscription(world: World, portal: Portal, form: Form): void {
  const subscription = world.store.find('subscription', form.subscription ?? '');
  if (!subscription || subscription.customer !== portal.customer || !isOpen(subscription)) return;
  if (form.do === 'switch') {
    const price = world.store.find('price', form.price ?? '');
    const [first, ...others] = subscription.items.data;
    if (!price?.active || !price.recurring || !first) return;
    change(world, subscription, { items: { ...subscription.items, data: [{ ...first, price }, ...others] } });
    return;
  }
  const cancels = form.do === 'cancel';
  change(world, subscription, {
    cancel_at_period_end: cancels,
    cancel_at: cancels ? periodOf(subscription).end : null,
    canceled_at: cancels ? world.nowOf(portal.customer) : null,
  });
}

/** The billing portal of one customer: subscriptions, card, invoices. */
export function portalPage(world: World, guard: FormGuard): Hono {
  const app = new Hono();
  app.get('/portal/:id', (c) => {
    const portal = world.store.get('billing_portal.session', c.req.param('id'));
    return c.html(page(world, portal, guard.token(portal.id), {}, null));
  });
  app.post('/portal/:id', async (c) => {
    const portal = world.store.get('billing_portal.session', c.req.param('id'));
    const form = await guard.read(c, portal.id);
    const fault = form.do === 'card' ? useCard(world, portal, form) : null;
    if (fault) return c.html(page(world, portal, guard.token(portal.id), form, fault), 402);
    if (form.do !== 'card') changeSubscription(world, portal, form);
    return reload(c);
  });
  return app;
}
