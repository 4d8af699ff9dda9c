import { it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, call, field, fits, heading, see } from './steps.ts';

const at = journeys({ worker: true });

/** A sent invoice of a studio, and the link that pays it. */
async function sent() {
  const { owner } = await at.firm({ name: 'Studio Nord', currency: 'EUR', modules: ['studio'] });
  const office = await at.as(owner);
  const { id: clientId } = await call(office, 'clients.create', { name: 'Acme', email: 'pay@acme.test' });
  const items = [{ description: 'Design of the landing page', quantity: 3, rate: 19.99 }];
  const { id } = await call(office, 'studioInvoices.create', { clientId, items, taxRate: 20 });
  const { number } = await call(office, 'studioInvoices.send', { id });
  const { url } = await call(office, 'invoices.payLink', { id });
  return { number, url, revoke: () => call(office, 'invoices.revokePayLinks', { id }) };
}

it('lets a client pay an invoice by its link', async () => {
  const { number, url, revoke } = await sent();
  const client = await at.visitor({ width: 360, theme: 'dark' });
  await client.goto(url);
  await see(heading(client, `Invoice ${number}`));
  await see(client.getByText('Design of the landing page'));
  await accessible(client);
  await fits(client);
  await button(client, 'Pay €71.96').click();
  await field(client, 'E-mail').fill('ada@acme.test');
  await field(client, 'Card number').fill('4242 4242 4242 4242');
  await field(client, 'Expires').fill('12 / 40');
  await field(client, 'Security code').fill('123');
  await field(client, 'Name on card').fill('Ada Lovelace');
  await button(client, 'Pay €71.96').click();
  await see(client.getByText('This invoice is paid. Thank you!'));
  await revoke();
  await client.goto(url);
  await see(client.getByText('This link is no longer valid'));
});
