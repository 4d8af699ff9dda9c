import { type Sandbox, startSandbox } from '@officina/stripe-sandbox/start-sandbox';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { accessible, button, field, fits, see } from './steps.ts';

let sandbox: Sandbox;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), chromium.connect(inject('browser'))]);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

interface Session {
  id: string;
  url: string;
  status: string;
  payment_status: string;
}
/** Without the SDK: what the page does is seen from outside. */
async function stripe(path: string, fields?: Record<string, string>): Promise<Session> {
  const answer = await fetch(`http://${sandbox.host}:${sandbox.port}/v1/${path}`, {
    method: fields ? 'POST' : 'GET',
    headers: { authorization: 'Bearer sk_test_sandbox' },
    body: fields && new URLSearchParams(fields),
  });
  return (await answer.json()) as Session;
}
const openSession = () =>
  stripe('checkout/sessions', {
    mode: 'payment',
    success_url: 'https://shop.test/thanks?session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.test/catalogue',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': '250000',
    'line_items[0][price_data][product_data][name]': 'Discovery <b>sprint</b>, deposit',
  });
const statusOf = async ({ id }: Session) => {
  const { status, payment_status } = await stripe(`checkout/sessions/${id}`);
  return [status, payment_status];
};

async function visit(session: Session, { width = 1440, dark = false } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  context.setDefaultTimeout(15_000);
  await context.route('https://shop.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Shop</title><h1>The shop</h1>' }),
  );
  const page = await context.newPage();
  await page.goto(session.url);
  return page;
}
async function fill(page: Page, number: string): Promise<void> {
  await field(page, 'E-mail').fill('ada@example.test');
  await field(page, 'Card number').fill(number);
  await field(page, 'Expires').fill('12 / 40');
  await field(page, 'Security code').fill('123');
  await field(page, 'Name on card').fill('Ada Lovelace');
}

it('takes a payment and sends the payer back', async () => {
  const session = await openSession();
  const page = await visit(session);
  await see(page.getByText('This is not Stripe, and no money moves.'));
  await see(page.getByText('Discovery <b>sprint</b>, deposit'));
  await fill(page, '4242 4242 4242 4242');
  await button(page, 'Pay €2,500.00').click();
  await see(page.getByRole('heading', { name: 'The shop' }));
  expect(page.url()).toBe(`https://shop.test/thanks?session_id=${session.id}`);
  expect(await statusOf(session)).toEqual(['complete', 'paid']);
});

it('says why a card is declined, and takes another', async () => {
  const session = await openSession();
  const page = await visit(session, { width: 360, dark: true });
  await fill(page, '4000 0000 0000 9995');
  await button(page, 'Pay €2,500.00').click();
  await see(page.getByRole('alert').getByText('Your card has insufficient funds.'));
  expect(await statusOf(session)).toEqual(['open', 'unpaid']);
  await field(page, 'Card number').fill('4242 4242 4242 4241');
  await button(page, 'Pay €2,500.00').click();
  await see(page.getByRole('alert').getByText('Your card number is invalid.'));
  await field(page, 'Card number').fill('4242 4242 4242 4242');
  await button(page, 'Pay €2,500.00').click();
  await see(page.getByRole('heading', { name: 'The shop' }));
  expect(await statusOf(session)).toEqual(['complete', 'paid']);
});

it('asks the bank where the card wants it', async () => {
  const session = await openSession();
  const page = await visit(session);
  await fill(page, '4000 0027 6000 3184');
  await button(page, 'Pay €2,500.00').click();
  await button(page, 'Fail authentication').click();
  await see(page.getByRole('alert').getByText('Your bank could not authenticate you.'));
  await button(page, 'Pay €2,500.00').click();
  await button(page, 'Complete authentication').click();
  await see(page.getByRole('heading', { name: 'The shop' }));
  expect(await statusOf(session)).toEqual(['complete', 'paid']);
});

it('lets a payer leave, and tells a late one that it has expired', async () => {
  const session = await openSession();
  const page = await visit(session);
  await page.getByRole('link', { name: 'Cancel and go back' }).click();
  await see(page.getByRole('heading', { name: 'The shop' }));
  expect(page.url()).toBe('https://shop.test/catalogue');
  expect(await statusOf(session)).toEqual(['open', 'unpaid']);
  await stripe(`checkout/sessions/${session.id}/expire`, {});
  await page.goto(session.url);
  await see(page.getByRole('heading', { name: 'This checkout has expired' }));
});

it('is paid once, though the form is sent from two windows', async () => {
  const session = await openSession();
  const [one, two] = [await visit(session), await visit(session)];
  for (const page of [one, two]) await fill(page, '4242 4242 4242 4242');
  for (const page of [one, two]) {
    await button(page, 'Pay €2,500.00').click();
    await see(page.getByRole('heading', { name: 'The shop' }));
  }
  const { data } = (await stripe('charges')) as unknown as { data: { payment_intent: string }[] };
  const { payment_intent: paid } = (await stripe(`checkout/sessions/${session.id}`)) as unknown as {
    payment_intent: string;
  };
  expect(data.filter((charge) => charge.payment_intent === paid)).toHaveLength(1);
});

it('refuses a form that its page has not made', async () => {
  const session = await openSession();
  const form = new URLSearchParams({
    number: '4242424242424242',
    expiry: '12/40',
    cvc: '123',
    name: 'x',
    email: 'a@b.c',
  });
  expect((await fetch(session.url, { method: 'POST', body: form })).status).toBe(403);
  expect(await statusOf(session)).toEqual(['open', 'unpaid']);
});

it('can be used by everybody, in both themes and on a phone', async () => {
  const session = await openSession();
  for (const window of [{ dark: false }, { dark: true, width: 360 }]) {
    const page = await visit(session, window);
    await fill(page, '4000 0000 0000 0002');
    await button(page, 'Pay €2,500.00').click();
    await see(page.getByRole('alert'));
    await accessible(page);
    await fits(page);
  }
});
