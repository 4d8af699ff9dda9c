import { Hono } from 'hono';
import { html } from 'hono/html';
import type Stripe from 'stripe';
import { paySession, successUrlOf } from '../pay-session.ts';
import { idOf, type World } from '../world.ts';
import { cardFields, type Fault, faultLine, faultOf, testCards, typedCard } from './card-form.ts';
import { challengePage, type Form as Fields } from './challenge.ts';
import type { FormGuard } from './form-guard.ts';
import { type Html, layout, money } from './layout.ts';
import { reload } from './reload.ts';

type Session = Stripe.Checkout.Session;

const every = (price: Stripe.Price | null | undefined): string =>
  price?.recurring
    ? price.recurring.interval_count === 1
      ? ` per ${price.recurring.interval}`
      : ` every ${price.recurring.interval_count} ${price.recurring.interval}s`
    : '';

const summary = (session: Session, currency: string): Html => html`<section aria-label="Order">
<p class="soft">${session.mode === 'subscription' ? 'Subscribe' : 'Pay'}</p>
<p class="total">${money(session.amount_total ?? 0, currency)}</p>
<dl>${(session.line_items?.data ?? []).map(
  (line) => html`<dt>${line.description}${(line.quantity ?? 1) > 1 ? ` × ${line.quantity}` : ''}</dt>
<dd>${money(line.amount_total, line.currency)}${every(line.price)}</dd>`,
)}</dl></section>`;

function openPage(world: World, session: Session, token: string, values: Fields, fault: Fault | null): Html {
  const currency = session.currency ?? 'usd';
  const customer = idOf(session.customer);
  const known = session.customer_email ?? (customer && world.store.find('customer', customer)?.email);
  const label =
    session.mode === 'subscription' ? 'Subscribe' : `Pay ${money(session.amount_total ?? 0, currency)}`;
  return layout(
    'Checkout',
    html`<h1>Checkout</h1>${summary(session, currency)}
<section><form method="post"><input type="hidden" name="token" value="${token}">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${values.email ?? known ?? ''}"${known ? ' readonly' : ''}>
${cardFields(values, fault)}
${faultLine(fault)}
<button>${label}</button></form>
${session.cancel_url ? html`<a class="button quiet" href="${session.cancel_url}">Cancel and go back</a>` : ''}
</section>${testCards()}`,
  );
}

function closedPage(session: Session): Html {
  const paid = session.status === 'complete';
  const onward = paid ? successUrlOf(session) : session.cancel_url;
  return layout(
    paid ? 'Paid' : 'Expired',
    html`<section><h1>${paid ? 'Payment complete' : 'This checkout has expired'}</h1>
<p>${paid ? 'You are being sent back.' : 'Nothing was paid.'}</p>
${onward ? html`<a class="button" href="${onward}">Continue</a>` : ''}</section>`,
    paid ? onward : null,
  );
}

/** The page on which somebody pays a checkout session, is declined, or leaves. */
export function checkoutPage(world: World, guard: FormGuard): Hono {
  const app = new Hono();
  app.get('/checkout/:id', (c) => {
    const session = world.store.get('checkout.session', c.req.param('id'));
    if (session.status !== 'open') return c.html(closedPage(session));
    return c.html(openPage(world, session, guard.token(session.id), {}, null));
  });
  app.post('/checkout/:id', async (c) => {
    const session = world.store.get('checkout.session', c.req.param('id'));
    const form = await guard.read(c, session.id);
    // Sent twice, or paid in another window meanwhile: the page says what became of it.
    if (session.status !== 'open') return reload(c);
    const again = (fault: Fault) =>
      c.html(openPage(world, session, guard.token(session.id), form, fault), 402);
    const card = typedCard(form, world.now());
    if ('message' in card) return again(card);
    if (card.challenge && !form.challenge) return c.html(challengePage(form));
    if (form.challenge === 'fail')
      return again({ field: null, message: 'Your bank could not authenticate you.' });
    try {
      const { email = '', name = '' } = form;
      paySession(world, session, { card, email, name, authenticated: form.challenge === 'complete' });
    } catch (error) {
      return again(faultOf(error));
    }
    return reload(c);
  });
  return app;
}
