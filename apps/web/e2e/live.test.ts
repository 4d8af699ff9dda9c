import { createContact } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, call, dialog, field, go, gone, heading, rest, see } from './steps.ts';

const at = journeys();

/** Two colleagues before the same customer's firm. */
async function colleagues() {
  const firm = await at.firm();
  const anna = await firm.hire('manager', { name: 'Anna Garcia' });
  const contact = await createContact(at.office.db, firm.tenant.id, {
    firstName: 'Zoé',
    lastName: 'Lefèvre',
    company: 'Atelier',
  });
  return { firm, contact, mine: await at.as(firm.owner), theirs: await at.as(anna) };
}

/** The window hears of changes from here on: its stream has begun. */
async function listening(page: Page, path: string): Promise<void> {
  const heard = page.waitForResponse((response) => response.url().includes('/trpc/journal.watch'));
  await page.goto(path);
  await heard;
}

it('shows what a colleague does, in lists, records and timelines, and marks it', async () => {
  const { contact, mine, theirs } = await colleagues();
  await listening(mine, '/contacts');
  await see(mine.getByRole('link', { name: 'Zoé Lefèvre' }));
  const { id } = await call(theirs, 'contacts.create', { firstName: 'Paul', lastName: 'Martin' });
  await see(mine.getByRole('row', { name: /Paul Martin/ }).and(mine.locator('[data-changed]')));
  await call(theirs, 'contacts.update', { id, company: 'Martin SA' });
  await see(mine.getByRole('row', { name: /Martin SA/ }));

  await mine.goto(`/contacts/${contact.id}`);
  await see(heading(mine, 'Zoé Lefèvre'));
  await call(theirs, 'contacts.update', { id: contact.id, lastName: 'Lefèvre-Roy' });
  await see(heading(mine, 'Zoé Lefèvre-Roy'));
  await see(mine.getByRole('tabpanel').getByText('Anna Garcia').first());

  // One's own change is no news.
  await mine.goto('/contacts');
  await button(mine.locator('#main header'), 'New contact').click();
  const form = dialog(mine, 'New contact');
  await field(form, 'First name').fill('Own');
  await field(form, 'Last name').fill('Change');
  await button(form, 'Create contact').click();
  await see(heading(mine, 'Own Change'));
  await go(mine, 'Contacts');
  await see(mine.getByRole('row', { name: /Own Change/ }));
  expect(await mine.getByRole('row', { name: /Own Change/ }).getAttribute('data-changed')).toBeNull();
});

it('asks what is right when a colleague saved the same record meanwhile', async () => {
  const { contact, mine, theirs } = await colleagues();
  // This window hears nothing of its colleagues: it learns of them when it saves.
  await mine.route('**/trpc/journal.watch*', (route) => route.fulfill({ status: 204 }));
  await mine.goto(`/contacts/${contact.id}`);
  await button(mine, 'Edit').click();
  const form = dialog(mine, 'Edit contact');
  await field(form, 'Company').fill('Atelier du Nord');
  await field(form, 'City').fill('Lille');
  await call(theirs, 'contacts.update', { id: contact.id, company: 'Atelier du Sud', phone: '+33612345678' });
  await button(form, 'Save').click();

  const notice = form.getByRole('alert');
  await see(notice.getByText(/^Anna Garcia changed this .*while you were editing/));
  const company = notice.getByRole('group', { name: 'Company' });
  await see(company.getByRole('button', { name: 'Keep mine Atelier du Nord', pressed: true }));
  await see(
    notice.getByRole('group', { name: 'Phone' }).getByRole('button', { name: /Take theirs/, pressed: true }),
  );
  await see(notice.getByText('Nothing is lost'));
  expect(await notice.getByRole('group').count()).toBe(2);
  const value = (name: string) => () => form.getByRole('textbox', { name }).inputValue();
  await expect.poll(value('Company')).toBe('Atelier du Nord');
  await expect.poll(value('Phone')).toBe('+33612345678');
  await accessible(mine);

  await company.getByRole('button', { name: 'Take theirs Atelier du Sud' }).click();
  await expect.poll(value('Company')).toBe('Atelier du Sud');
  await company.getByRole('button', { name: /Keep mine/ }).click();
  await button(form, 'Save').click();
  await gone(form);
  const { body } = await rest(mine, `/contacts/${contact.id}`);
  expect(body.data).toMatchObject({ company: 'Atelier du Nord', phone: '+33612345678' });
  expect(body.data.address).toMatchObject({ city: 'Lille' });
});

it('says at once that a colleague has saved what is being edited', async () => {
  const { contact, mine, theirs } = await colleagues();
  await listening(mine, `/contacts/${contact.id}`);
  await button(mine, 'Edit').click();
  const form = dialog(mine, 'Edit contact');
  await field(form, 'Company').fill('Mine');
  await call(theirs, 'contacts.update', { id: contact.id, company: 'Theirs' });
  await see(form.getByRole('alert').getByText(/^Anna Garcia changed this/));
  await button(form.getByRole('alert'), /Take theirs/).click();
  await button(form, 'Save').click();
  await gone(form);
  await see(mine.getByText('Theirs').first());
});

it('loses nothing while there is no connection, and catches up by itself', async () => {
  const { contact, mine, theirs } = await colleagues();
  await listening(mine, `/contacts/${contact.id}`);
  await button(mine, 'Edit').click();
  const form = dialog(mine, 'Edit contact');
  await field(form, 'Company').fill('Typed offline');
  await mine.context().setOffline(true);
  // The bar lies outside the window of the form, so it has no role while that is open.
  const bar = mine.getByText('No connection. What you typed is kept');
  await see(bar);
  await button(form, 'Save').click();
  await see(form.getByRole('alert').filter({ hasText: 'Your input is kept' }));
  expect(await form.getByRole('textbox', { name: 'Company' }).inputValue()).toBe('Typed offline');
  await call(theirs, 'contacts.update', { id: contact.id, phone: '+33699999999' });

  await mine.context().setOffline(false);
  await see(mine.getByText('Connected again.'));
  await gone(bar);
  await expect.poll(() => form.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('+33699999999');
  await button(form, 'Save').click();
  await gone(form);
  await see(mine.getByText('Typed offline').first());
  await see(mine.getByText(/6 ?99 ?99 ?99 ?99/).first());
});

it('notices a server that does not answer although there is a network', async () => {
  const { mine } = await colleagues();
  await listening(mine, '/contacts');
  await see(mine.getByRole('link', { name: 'Zoé Lefèvre' }));
  await mine.route(/\/(trpc|health)/, (route) => route.abort());
  await mine.getByRole('searchbox').fill('Zoé');
  const bar = mine.getByRole('status').filter({ hasText: 'No connection.' });
  await see(bar);
  const asked = mine.waitForRequest(/\/health/);
  await button(bar, /Try/).click();
  await asked;
  await mine.unroute(/\/(trpc|health)/);
  await mine.evaluate(() => window.dispatchEvent(new Event('online')));
  await gone(bar);
  await see(mine.getByRole('link', { name: 'Zoé Lefèvre' }));
});

it('shows its records although what goes with them cannot be fetched', async () => {
  const { mine } = await colleagues();
  const extra = /\/assets\/(connected|bell-button|nav-progress|tooltip-layer)-/;
  await mine.route(extra, (route) => route.abort());
  const failed = mine.waitForEvent('requestfailed', (request) => request.url().includes('/connected-'));
  await mine.goto('/contacts');
  await failed;
  await mine.getByRole('searchbox').fill('Zoé');
  await see(mine.getByRole('link', { name: 'Zoé Lefèvre' }));
});
