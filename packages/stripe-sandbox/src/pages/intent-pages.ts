import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type Stripe from 'stripe';
import { intentOf } from '../billing/invoices.ts';
import { makeCard } from '../payment-methods.ts';
import { confirm, decline } from '../payments.ts';
import { noSuch } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';
import { cardFields, type Fault, faultLine, faultOf, testCards, typedCard } from './card-form.ts';
import { challengePage, type Form } from './challenge.ts';
import type { FormGuard } from './form-guard.ts';
import { type Html, layout, money } from './layout.ts';
import { reload } from './reload.ts';

type Intent = Stripe.PaymentIntent;

/** The intent of the path, for who knows its secret. */
function intentFor(c: Context, world: World): Intent {
  const id = c.req.param('id') ?? '';
  const intent = world.store.get('payment_intent', id);
  const [wanted, given] = [intent.client_secret ?? '', c.req.query('client_secret') ?? ''].map((text) =>
    Buffer.from(text),
  );
  if (!wanted || !given || wanted.length !== given.length || !timingSafeEqual(wanted, given))
    throw noSuch('payment_intent', id);
  return intent;
}

/** Where the payer came from, if the address says so; nobody is sent to what is no web address. */
function wayBack(c: Context): string | null {
  const url = URL.parse(c.req.query('return_url') ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

const done = (intent: Intent, back: string | null): Html =>
  layout(
    'Payment',
    html`<section><h1>${intent.status === 'succeeded' ? 'Payment complete' : 'This payment is not open'}</h1>
<p class="total">${money(intent.amount, intent.currency)}</p>
${back ? html`<a class="button" href="${back}">Continue</a>` : ''}</section>`,
  );

const payPage = (intent: Intent, token: string, values: Form, fault: Fault | null): Html =>
  layout(
    'Payment',
    html`<section><h1>Pay ${money(intent.amount, intent.currency)}</h1><p class="soft">${intent.description ?? ''}</p>
<form method="post"><input type="hidden" name="token" value="${token}">${cardFields(values, fault)}${faultLine(fault)}
<button>Pay ${money(intent.amount, intent.currency)}</button></form></section>${testCards()}`,
  );

const OPEN: readonly string[] = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** Pages over payment intents: paying one (or an invoice) by card, and the bank's question. */
export function intentPages(world: World, guard: FormGuard): Hono {
  const app = new Hono();

  const show = (c: Context, intent: Intent) =>
    c.html(
      OPEN.includes(intent.status)
        ? payPage(intent, guard.token(intent.id), {}, null)
        : done(intent, wayBack(c)),
    );

  async function take(c: Context, intent: Intent): Promise<Response> {
    const form = await guard.read(c, intent.id);
    if (!OPEN.includes(intent.status)) return reload(c);
    const again = (fault: Fault) => c.html(payPage(intent, guard.token(intent.id), form, fault), 402);
    const card = typedCard(form, world.now());
    if ('message' in card) return again(card);
    if (card.challenge && !form.challenge) return c.html(challengePage(form));
    if (form.challenge === 'fail')
      return again({ field: null, message: 'Your bank could not authenticate you.' });
    try {
      const method = makeCard(world, card, { name: form.name });
      confirm(world, intent, { method, authenticated: form.challenge === 'complete' });
    } catch (error) {
      return again(faultOf(error));
    }
    return reload(c);
  }

  const invoiceIntent = (c: Context): Intent => {
    const invoice = world.store.get('invoice', c.req.param('id') ?? '');
    const intent = intentOf(world, invoice);
    if (!intent) throw noSuch('invoice', invoice.id);
    return intent;
  };
  app.get('/pay/:id', (c) => show(c, intentFor(c, world)));
  app.post('/pay/:id', (c) => take(c, intentFor(c, world)));
  app.get('/invoices/:id', (c) => show(c, invoiceIntent(c)));
  app.post('/invoices/:id', (c) => take(c, invoiceIntent(c)));

  app.get('/authenticate/:id', (c) => {
    const intent = intentFor(c, world);
    const asked = intent.status === 'requires_action';
    return c.html(asked ? challengePage({ token: guard.token(intent.id) }) : done(intent, null));
  });
  app.post('/authenticate/:id', async (c) => {
    const intent = intentFor(c, world);
    const form = await guard.read(c, intent.id);
    const method = world.store.find('payment_method', idOf(intent.payment_method) ?? '');
    const back = intent.next_action?.redirect_to_url?.return_url ?? null;
    if (intent.status === 'requires_action' && method)
      answer(world, intent, method, form.challenge === 'complete');
    if (!back) return c.html(done(intent, null));
    const url = new URL(back);
    url.searchParams.set('payment_intent', intent.id);
    url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
    url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
    return c.html(
      layout('Payment', html`<section><a class="button" href="${url.href}">Continue</a></section>`, url.href),
    );
  });

  app.get('/receipts/:id', (c) => {
    const charge = world.store.get('charge', c.req.param('id'));
    return c.html(
      layout(
        'Receipt',
        html`<section><h1>Receipt</h1><p class="total">${money(charge.amount, charge.currency)}</p>
<p class="soft">${charge.description ?? ''}</p>
${charge.amount_refunded ? html`<p>Refunded: ${money(charge.amount_refunded, charge.currency)}</p>` : ''}</section>`,
      ),
    );
  });
  return app;
}

/** The bank's answer; who failed its question is declined. */
function answer(world: World, intent: Intent, method: Stripe.PaymentMethod, passed: boolean): void {
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.';
  try {
    if (passed) confirm(world, intent, { method, authenticated: true });
    else decline(world, intent, method, { code: 'payment_intent_authentication_failure', message });
  } catch (error) {
    faultOf(error);
  }
}
