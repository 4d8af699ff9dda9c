import { createContact } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import {
  button,
  choose,
  dialog,
  download,
  field,
  go,
  heading,
  idOf,
  rest,
  see,
  signIn,
  toast,
} from './steps.ts';

const at = journeys();

it('takes a customer from the search to the revenue report', async () => {
  const { tenant, owner } = await at.firm();
  const { db } = at.office;
  await createContact(db, tenant.id, { firstName: 'Paul', lastName: 'Martin' });
  const facts = { firstName: 'Zoé', lastName: 'Lefèvre', email: 'zoe@example.test' };
  const zoe = await createContact(db, tenant.id, facts);

  const page = await at.visitor();
  await page.goto('/contacts');
  await signIn(page, owner.email);
  await see(heading(page, 'Contacts'));

  // Finds the customer.
  await page.getByRole('searchbox', { name: 'Search' }).fill('lefevre');
  await page.getByRole('link', { name: 'Paul Martin' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Zoé Lefèvre' }).click();
  await see(heading(page, 'Zoé Lefèvre'));

  // Adds the vehicle.
  await choose(page, 'More actions', 'Add a vehicle');
  const vehicle = dialog(page, 'Add a vehicle');
  await field(vehicle, 'Plate').fill('ab 123 cd');
  await field(vehicle, 'VIN').fill('VF1BB05CF12345678');
  await field(vehicle, 'Make').fill('Renault');
  await field(vehicle, 'Model').fill('Clio');
  await field(vehicle, 'Year').fill('2019');
  // Optional, but what was typed is not dropped unread.
  await field(vehicle, 'Next inspection').fill('soon');
  await button(vehicle, 'Add vehicle').click();
  await see(vehicle.getByText('This value is not accepted.'));
  await field(vehicle, 'Next inspection').fill('May 17, 2099');
  await button(vehicle, 'Add vehicle').click();
  await see(heading(page, /AB-123-CD/));

  // Writes the quote; totals and page follow.
  await button(page, 'New quote').click();
  await see(heading(page, 'New quote'));
  await expect.poll(() => field(page, 'Client').inputValue()).toBe('Zoé Lefèvre');
  await field(page, 'Description of line 1').fill('Brake pads');
  await field(page, 'Quantity of line 1').fill('2');
  await field(page, 'Unit price of line 1, excluding VAT').fill('60');
  await field(page, 'Unit price of line 1, excluding VAT').press('Enter');
  await field(page, 'Description of line 2').fill('Labour');
  await field(page, 'Unit price of line 2, excluding VAT').fill('180');
  const total = page.locator('output', { hasText: 'Total incl. VAT' });
  await expect.poll(() => total.textContent()).toContain('€360.00');
  await see(page.getByRole('figure', { name: 'New quote' }).getByRole('img', { name: '1' }));

  // Sends it.
  await button(page, 'Save and send').click();
  const sending = dialog(page, /^Send quote/);
  await expect.poll(() => field(sending, 'E-mail address').inputValue()).toBe('zoe@example.test');
  await button(sending, 'Send').click();
  await see(toast(page, /is on its way/));
  await see(heading(page, /^Quote \d{4}-001$/));

  // The customer says yes; it becomes an invoice.
  await button(page, 'Accepted').click();
  await button(page, 'Make an invoice').click();
  await button(dialog(page, /^Make an invoice/), 'Issue the invoice').click();
  await see(heading(page, /^Invoice \d{4}-001$/));
  const id = idOf(page);

  // Its PDF.
  await page.getByRole('tab', { name: 'PDF' }).click();
  const pdf = await download(page, () => page.getByRole('link', { name: 'Download' }).click());
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  // Paid, and seen in the report.
  await button(page, 'Mark paid').click();
  const payment = dialog(page, 'Mark as paid');
  await field(payment, 'Method').selectOption({ label: 'Card' });
  await button(payment, 'Record the payment').click();
  await see(toast(page, 'Payment recorded'));
  await go(page, 'Reports');
  await see(page.getByText('€360.00').first());
  await see(page.getByRole('row', { name: 'Card 1 €360.00' }));

  // A program sees the same.
  const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
  const invoices = await rest(page, '/invoices');
  expect(invoices.body.data).toHaveLength(1);
  expect(invoices.body.data[0]).toMatchObject({ id, contact: { id: zoe.id }, status: 'PAID', total: 360 });
  const report = await rest(page, `/reports/revenue?from_date=${today.slice(0, 8)}01&to_date=${today}`);
  expect(report.body.data.summary).toMatchObject({ total_revenue: 360, invoices_paid: 1 });
});
