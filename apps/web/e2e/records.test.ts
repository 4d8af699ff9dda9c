import { createContact, createVehicle } from '@officina/db/factories';
import { createQuote } from '@officina/db/factories-sales';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { button, call, heading, see } from './steps.ts';

const at = journeys();

it('tells what changed about a vehicle and a quote, with who, before and after', async () => {
  const { owner, tenant } = await at.firm();
  const { db } = at.office;
  const contact = await createContact(db, tenant.id);
  const car = await createVehicle(db, tenant.id, contact.id, { color: 'red', mileage: 1000 });
  const quote = await createQuote(db, tenant.id, contact.id, { validUntil: '2099-12-31' });
  const page = await at.as(owner);
  await call(page, 'vehicles.update', { id: car.id, color: 'blue' });
  await call(page, 'vehicles.updateMileage', { id: car.id, mileage: 2500 });
  await call(page, 'quotes.update', { id: quote.id, validUntil: '2099-11-30' });

  await page.goto(`/vehicles/${car.id}?tab=timeline`);
  const story = page.getByRole('tabpanel');
  await see(story.getByText('noted the mileage'));
  expect(await story.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('Mileage:1,000 km2,500 km')]),
  );
  await see(story.getByText('changed the vehicle'));
  expect(await story.textContent()).toContain('Colour:redblue');

  await page.goto(`/quotes/${quote.id}?tab=timeline`);
  await see(story.getByText('changed the quote'));
  expect(await story.textContent()).toContain('Valid until:Dec 31, 2099Nov 30, 2099');

  await page.emulateMedia({ media: 'print' });
  await see(page.getByText('changed the quote'));
  expect(await page.getByRole('button').count(), 'what paper cannot press').toBe(0);
  expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
});

it('offers to bring a deleted record back where it was', async () => {
  const { owner, tenant } = await at.firm();
  const { db } = at.office;
  const contact = await createContact(db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
  const car = await createVehicle(db, tenant.id, contact.id);
  const page = await at.as(owner);
  for (const [procedure, id, path, title] of [
    ['vehicles.delete', car.id, '/vehicles', new RegExp(car.licensePlate)],
    ['contacts.delete', contact.id, '/contacts', /Zoé Lefèvre/],
  ] as const) {
    await call(page, procedure, { id });
    await page.goto(`${path}/${id}`);
    await see(page.getByText('This no longer exists', { exact: true }));
    await button(page, 'Restore').click();
    await see(heading(page, title));
  }
});
