import { createProgram, createShop } from '@officina/db/factories-training';
import { expect, it } from 'vitest';
import { PDF } from '../../server/src/testing/files.ts';
import { journeys, PASSWORD } from './journeys.ts';
import { mailTo } from './mail.ts';
import { accessible, button, call, field, fits, heading, see } from './steps.ts';

const at = journeys({ worker: true });

it('leads from the application over the hosted payment to the first clocked hour', async () => {
  const { tenant, owner } = await at.firm({ modules: ['academy'], locale: 'en', currency: 'USD' });
  await createProgram(at.office.db, tenant.id);
  const email = `dana.${Date.now()}@example.test`;
  const page = await at.visitor({ width: 360, height: 780 });
  // A visitor's academy is named by its host.
  const host = new URL(at.office.url);
  host.hostname = `${tenant.subdomain}.localhost`;
  await page.goto(new URL('/programs/barber-apprenticeship', host).href);
  await see(heading(page, 'Learn a trade, get paid while you learn'));
  await see(page.getByText('$64.74').first());
  await accessible(page);
  await fits(page);
  await page.getByRole('link', { name: 'Apply now' }).click();

  await field(page, 'First name').fill('Dana');
  await field(page, 'Last name').fill('Reed');
  await field(page, 'E-mail').fill(email);
  await field(page, 'Telephone').fill('(317) 555-0100');
  await field(page, 'Date of birth').fill('May 1, 2000');
  await button(page, 'Next').click();
  await field(page, 'Street').fill('1 Main St');
  await field(page, 'City').fill('Indianapolis');
  await field(page, 'State').fill('IN');
  await field(page, 'Postcode').fill('4');
  await button(page, 'Next').click();
  await field(page, 'Highest level of education').fill('High school');
  await field(page, 'Present work').fill('Part time');
  await page.getByLabel('I can get to a shop on my own').check();
  await button(page, 'Next').click();
  await field(page, 'Type your full name').fill('Dana Reed');
  await button(page, 'Send the application').click();
  // A faulty field brings its step back.
  await field(page, 'Postcode').fill('46204');
  await button(page, 'Next').click();
  await button(page, 'Next').click();
  await button(page, 'Send the application').click();
  await see(page.getByText('Your application is in'));

  const { link } = await mailTo(at.office, email, '/set-password');
  await page.goto(link);
  await field(page, 'Password').fill(PASSWORD);
  await field(page, 'The same once more').fill(PASSWORD);
  await button(page, 'Set the password').click();
  await see(heading(page, 'My training'));
  await page.getByRole('link', { name: 'Pay the set-up fee' }).click();
  await button(page, 'Pay $1,743.00').click();

  // The provider knows the payer's address already.
  await field(page, 'Card number').fill('4242 4242 4242 4242');
  await field(page, 'Expires').fill('12 / 40');
  await field(page, 'Security code').fill('123');
  await field(page, 'Name on card').fill('Dana Reed');
  await button(page, 'Pay $1,743.00').click();

  await see(page.getByText('You are enrolled'));
  await page.getByRole('link', { name: 'Begin the orientation' }).click();
  await see(heading(page, 'Orientation'));
  const unread = page.getByRole('button', { name: 'I have read this' });
  for (let left = 5; left > 0; left--) {
    await expect.poll(() => unread.count()).toBe(left);
    await unread.first().click();
  }
  await page.getByLabel('I have understood the orientation and will keep to it').check();
  await button(page, 'Complete the orientation').click();
  await see(heading(page, 'Documents'));
  await accessible(page);
  await fits(page);
  const paper = { name: 'card.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
  await page.locator('input[type=file]').first().setInputFiles(paper);
  await see(page.getByText('Being looked at'));
  await button(page, 'Hand in the documents').click();
  await see(page.getByText(/Your training begins on/));

  // The office finds a shop, and the Monday comes.
  const { db, sql } = at.office;
  const shop = await createShop(db, tenant.id, { name: 'Main Street Barbers' });
  const [place] = await sql`update enrollments set program_start_date = '2026-01-05'
    where tenant_id = ${tenant.id} returning id`;
  await call(await at.as(owner), 'training.assignShop', { enrollmentId: place?.id, shopId: shop.id });
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 39.7684, longitude: -86.1581, accuracy: 12 });
  await page.goto(new URL('/apprentice/timeclock', page.url()).href);
  await button(page, 'Clock in').click();
  await see(button(page, 'Clock out'));
  await sql`update progress_entries set clock_in_at = clock_in_at - interval '1 hour' where tenant_id = ${tenant.id}`;
  await button(page, 'Clock out').click();
  await see(page.getByText(/^1(\.\d+)? of 2,000 hours$/));
});
