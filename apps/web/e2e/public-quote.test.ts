import { createContact } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { mailTo } from './mail.ts';
import { button, call, field, see } from './steps.ts';

const at = journeys({ worker: true });

/** A quote that was sent, the link in the client's mail, and the client's browser. */
async function sent() {
  const { tenant, owner } = await at.firm({ name: 'Garage Dupont', locale: 'en-GB' });
  const email = `zoe.${tenant.subdomain}@example.test`;
  const zoe = await createContact(at.office.db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre', email });
  const office = await at.as(owner);
  const lines = [{ description: 'Brakes', quantity: 1, unitPriceCents: 10_000, vatRate: 20 }];
  const { id, number } = await call(office, 'quotes.create', { contactId: zoe.id, lines });
  const send = async () => {
    await call(office, 'quotes.send', { id, channel: 'email' });
    return mailTo(at.office, email, '/q/');
  };
  const state = async () => {
    const [row] = await at.office.sql`
      select status, answered_by, rejection_reason from quotes where tenant_id = ${tenant.id} and id = ${id}`;
    return row;
  };
  return { owner, number, send, state, client: await at.visitor() };
}

it('lets the client accept a quote by the link in the mail', async () => {
  const { client, number, send, state, owner } = await sent();
  const { link } = await send();
  await client.goto(link);
  await see(client.getByRole('heading', { name: 'Garage Dupont' }));
  await see(client.getByRole('figure', { name: `Quote ${number}` }).getByRole('img'));
  await button(client, 'Accept').click();
  await button(client, 'Accept for €120.00').click();
  await see(client.getByText('This is required.'));
  expect(await state()).toMatchObject({ status: 'sent' });
  await field(client, 'Your name').fill('Zoé Lefèvre');
  await button(client, 'Accept for €120.00').click();
  await see(client.getByText('Accepted by Zoé Lefèvre. Thank you!'));
  expect(await state()).toMatchObject({ status: 'accepted', answered_by: 'Zoé Lefèvre' });
  const told = await at.office.sql`select from notifications where user_id = ${owner.id}`;
  expect(told).toHaveLength(1);
});

it('lets the client refuse and say why', async () => {
  const { client, send, state } = await sent();
  const { link } = await send();
  await client.goto(link);
  await button(client, 'Refuse').click();
  await field(client, 'Your name').fill('Zoé Lefèvre');
  await field(client, 'Reason').fill('Too dear');
  await button(client, 'Refuse the quote').click();
  await see(client.getByText('Refused by Zoé Lefèvre.'));
  expect(await state()).toMatchObject({ status: 'rejected', rejection_reason: 'Too dear' });
});

it('says that a link is dead', async () => {
  const { client, send } = await sent();
  const first = await send();
  await send();
  await client.goto(first.link);
  await see(client.getByText('This link is no longer valid'));
  await client.goto('/q/nonsense');
  await see(client.getByText('This link is no longer valid'));
});
