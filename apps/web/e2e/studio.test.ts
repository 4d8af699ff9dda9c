import { expect, it } from 'vitest';
import { PDF } from '../../server/src/testing/files.ts';
import { journeys } from './journeys.ts';
import {
  accessible,
  button,
  call,
  dialog,
  field,
  fits,
  gone,
  heading,
  pick,
  rest,
  see,
  toast,
} from './steps.ts';

const at = journeys({ worker: true });
const newFirm = () => at.firm({ name: 'Studio Nord', currency: 'USD', modules: ['studio'] });

it('sells a guest access for a time, and ends it when the money is given back', async () => {
  const { tenant, owner } = await newFirm();
  const guest = await at.visitor({ width: 360, theme: 'dark' });
  await guest.goto(at.office.url.replace('localhost', `${tenant.subdomain}.localhost`).concat('/guest'));
  await guest.getByText('Working together').click();
  await guest.getByText('1 hour').click();
  await field(guest, 'Name').fill('Gwen Guest');
  await field(guest, 'E-mail').fill('gwen@guest.test');
  await accessible(guest);
  await fits(guest);
  await button(guest, 'Pay $3.00').click();
  await field(guest, 'Card number').fill('4242 4242 4242 4242');
  await field(guest, 'Expires').fill('12 / 40');
  await field(guest, 'Security code').fill('123');
  await field(guest, 'Name on card').fill('Gwen Guest');
  await button(guest, 'Pay $3.00').click();
  await see(guest.getByText(/^Your access is open for another/));

  const office = await at.as(owner);
  await office.goto('/payments');
  await office.getByRole('link', { name: /Gwen Guest/ }).click();
  await see(heading(office, 'Guest access · $3.00'));
  await button(office, 'Refund').click();
  await button(dialog(office, 'Refund'), 'Refund').click();
  await see(toast(office, '$3.00 is on its way back'));
  await see(office.getByText('Given back').first());
  await guest.reload();
  await see(guest.getByText('The time is over.'));
});

it('puts an item up for sale, and gives who buys it the file', async () => {
  const { owner, hire } = await newFirm();
  const office = await at.as(owner);
  await office.goto('/items');
  await button(office, 'New item').first().click();
  const form = dialog(office, 'New item');
  await field(form, 'Title').fill('Line icons');
  await field(form, 'Name').fill('Personal');
  await field(form, 'Price').fill('49');
  await button(form, 'Add a price').click();
  await field(form, 'Name').nth(1).fill('Whole team');
  await field(form, 'Price').nth(1).fill('149');
  await field(form, 'Downloads').nth(1).fill('5');
  await button(form, 'Put it up for sale').click();
  const item = dialog(office, 'Line icons');
  await item
    .getByLabel('Add the file')
    .setInputFiles({ name: 'icons.pdf', mimeType: 'application/pdf', buffer: PDF });
  await see(item.getByText('icons.pdf'));

  const buyer = await at.as(await hire('learner'));
  const order = { itemId: new URL(office.url()).searchParams.get('item'), itemType: 'document' };
  const card = { paymentMethodId: 'pm_card_visa' };
  const bought = await buyer.request.post('/api/payments/process', {
    data: { ...order, ...card, tierId: 'whole-team', amount: 14_900 },
  });
  const { downloadUrl, accessGrant } = await bought.json();
  expect([bought.status(), accessGrant?.downloads]).toEqual([200, 5]);
  expect(await (await buyer.request.get(downloadUrl)).body()).toEqual(PDF);
  expect((await rest(office, new URL(downloadUrl).pathname.slice(4))).status).toBe(404);
  await office.reload();
  await see(item.getByText('$126.65'));
  await item.press('Escape');
  await accessible(office);
});

it('opens a project to a freelancer, and takes it back', async () => {
  const { owner, hire } = await newFirm();
  const office = await at.as(owner);
  const { id } = await call(office, 'projects.create', { name: 'Website' });
  const person = await hire('freelancer', { name: 'Fiona Free' });
  const freelancer = await at.as(person);
  await freelancer.goto('/projects');
  await see(heading(freelancer, 'Projects'));
  await see(freelancer.getByText('The first project'));

  await office.goto(`/projects/${id}?tab=access`);
  await button(office, 'Open it to somebody').click();
  const form = dialog(office, 'Open it to somebody');
  await pick(field(form, 'Who'), 'Fiona', /Fiona Free/);
  await field(form, 'As').selectOption('Editor');
  await button(form, 'Open it').click();
  await see(office.getByRole('listitem').filter({ hasText: person.email }).getByText('May change it'));

  await freelancer.reload();
  await freelancer.getByRole('link', { name: 'Website' }).click();
  await see(heading(freelancer, 'Website'));
  await see(button(freelancer, 'Edit'));

  await button(office, 'Take back from Fiona Free: Editor').click();
  await gone(office.getByText(person.email));
  await freelancer.reload();
  await see(freelancer.getByText('This no longer exists.'));
});
