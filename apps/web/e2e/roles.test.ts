import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { button, gone, heading, rest, see } from './steps.ts';

const at = journeys();

/** A firm with a sent quote and an invoice, as seen by a colleague. */
async function colleague(role: 'member' | 'accountant') {
  const { tenant, hire } = await at.firm();
  const { db } = at.office;
  const contact = await createContact(db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
  await createVehicle(db, tenant.id, contact.id);
  const validUntil = '2099-12-31';
  const quote = await createQuote(db, tenant.id, contact.id, { status: 'sent', validUntil });
  const invoice = await createInvoice(db, tenant.id, contact.id, { totalMinor: 36_000 });
  return { page: await at.as(await hire(role)), contact, quote, invoice };
}

const parts = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents();

const buttons = async (page: Page) =>
  (await page.locator('#main').getByRole('button').allTextContents()).filter(Boolean);

it('shows a member no figures of the business and no way to decide', async () => {
  const { page, contact, quote, invoice } = await colleague('member');
  await page.goto('/');
  await see(page.getByText('My tasks today').first());
  await see(page.getByText('1 sent'));
  expect(await parts(page)).toEqual(expect.arrayContaining(['Contacts', 'Quotes', 'Invoices', 'Tasks']));
  expect(await parts(page)).not.toContain('Reports');
  expect(await page.getByText(/Revenue|Pipeline/).count()).toBe(0);

  // Documents are there to read.
  await page.goto(`/quotes/${quote.id}`);
  await see(page.getByRole('cell', { name: 'Vidange moteur' }));
  const forbidden = ['Accepted', 'Refused', 'Send again', 'Edit', 'Make an invoice'];
  expect((await buttons(page)).filter((name) => forbidden.includes(name))).toEqual([]);
  await page.goto(`/invoices/${invoice.id}`);
  await see(page.getByRole('cell', { name: 'Vidange moteur' }));
  const decisions = ['Mark paid', 'Remind', 'Send', 'Issue', 'Edit'];
  expect((await buttons(page)).filter((name) => decisions.includes(name))).toEqual([]);

  // A contact can be written to, and not deleted.
  await page.goto(`/contacts/${contact.id}`);
  await see(button(page, 'Edit'));
  await button(page, 'More actions').click();
  await see(page.getByRole('menuitem', { name: 'Add a task' }));
  expect(await page.getByRole('menuitem', { name: /Delete|Erase/ }).count()).toBe(0);

  await page.goto('/reports');
  await see(page.getByText(/You lack the right “reports.read”/).first());
  expect((await rest(page, '/reports/pipeline')).status).toBe(403);
});

it('shows an accountant the reports and no tasks', async () => {
  const { page, contact } = await colleague('accountant');
  await page.goto('/');
  await see(page.getByText('Revenue this month'));
  expect(await parts(page)).toContain('Reports');
  expect(await parts(page)).not.toContain('Tasks');
  expect(await page.getByText('My tasks today').count()).toBe(0);
  await page.goto('/reports');
  await see(page.getByText('Revenue incl. VAT'));

  await page.goto('/contacts?new=1');
  await see(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  await gone(page.getByRole('dialog'));
  expect(await buttons(page)).not.toContain('New contact');
  await page.goto(`/contacts/${contact.id}`);
  await see(heading(page, 'Zoé Lefèvre'));
  expect(await page.getByRole('tab', { name: /Tasks/ }).count()).toBe(0);
  expect(await buttons(page)).not.toContain('Edit');

  await page.goto('/tasks');
  await see(page.getByText(/You lack the right “tasks.read”/).first());
  expect((await rest(page, '/tasks')).status).toBe(403);
});
