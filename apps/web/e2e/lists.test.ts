import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { button, call, dialog, download, field, focused, gone, heading, pick, see, toast } from './steps.ts';

const at = journeys();
const bar = (page: Page) => page.getByRole('region', { name: 'Bulk actions' });

/** More contacts than a list loads at first, half of them with a tag. */
async function crowd(count: number) {
  const firm = await at.firm();
  const { db, sql } = at.office;
  for (let i = 0; i < count; i++) {
    const facts = { firstName: 'Zoé', lastName: `L${String(i).padStart(3, '0')}` };
    await createContact(db, firm.tenant.id, { ...facts, tags: i % 2 === 0 ? ['winter'] : ['summer'] });
  }
  const page = await at.as(firm.owner);
  const counts = async () => {
    const [row] = await sql`select count(*)::int as live, count(*) filter (where is_vip)::int as vip
      from contacts where tenant_id = ${firm.tenant.id} and deleted_at is null`;
    return { ...row };
  };
  return { ...firm, page, counts };
}

async function selectWholeFilter(page: Page) {
  await see(page.getByRole('row').nth(5));
  await page.keyboard.press('Control+a');
  await see(bar(page).getByText('50 selected'));
  await button(bar(page), 'Select everything that fits').click();
  await see(bar(page).getByText('Everything that fits', { exact: true }));
}

it('changes everything that fits a filter and takes it all back at once', async () => {
  const { page, counts } = await crowd(120);
  await page.goto('/contacts?tag=winter');
  await selectWholeFilter(page);
  await button(bar(page), 'VIP').click();
  const said = toast(page, '60 contacts are VIP');
  await see(said);
  expect(await counts()).toEqual({ live: 120, vip: 60 });
  await button(said, 'Undo').click();
  await see(toast(page, 'Taken back'));
  expect(await counts()).toEqual({ live: 120, vip: 0 });
  await gone(bar(page));
});

it('goes on after a reload where it was, and does nothing twice', async () => {
  const { page, counts, tenant } = await crowd(120);
  await page.goto('/contacts?tag=winter');
  await selectWholeFilter(page);
  // The second chunk arrives, and its answer is lost.
  let chunks = 0;
  await page.route('**/trpc/contacts.deleteMany**', async (route) => {
    chunks += 1;
    if (chunks !== 2) return route.continue();
    await route.fetch();
    return route.fulfill({ status: 408, body: '' });
  });
  await button(bar(page), 'Delete').click();
  await see(button(bar(page), 'Continue'));
  await page.reload();
  await see(bar(page).getByText('Delete 50 / 60'));
  await button(bar(page), 'Continue').click();
  const said = toast(page, '60 contacts deleted');
  await see(said);
  expect(await counts()).toEqual({ live: 60, vip: 0 });
  const journal = await at.office.sql`
    select id from journal_entries where tenant_id = ${tenant.id} and verb = 'contact.deleted'`;
  expect(journal).toHaveLength(60);
  await button(said, 'Undo').click();
  await see(toast(page, 'Taken back'));
  expect(await counts()).toEqual({ live: 120, vip: 0 });
});

it('tells which rows were refused and why, as a list and as a file', async () => {
  const { owner, tenant } = await at.firm();
  const { db } = at.office;
  const contact = await createContact(db, tenant.id);
  const free = await createQuote(db, tenant.id, contact.id, { status: 'sent', validUntil: '2099-12-31' });
  const sold = await createQuote(db, tenant.id, contact.id, { status: 'accepted' });
  await createInvoice(db, tenant.id, contact.id, { quoteId: sold.id, status: 'sent' });
  const page = await at.as(owner);
  await page.goto('/quotes');
  await see(page.getByRole('row', { name: new RegExp(free.number) }));
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await button(bar(page), 'Delete').click();
  const refused = bar(page).getByRole('list', { name: 'Refused records' });
  await see(refused.getByText(`${sold.number} · ${contact.displayName}`));
  expect(await refused.textContent()).toContain('This document can no longer be changed.');
  const file = await download(page, () => button(bar(page), 'Download the refused ones').click());
  expect(file.bytes.toString()).toContain(`${sold.number} · ${contact.displayName}`);
  await button(toast(page, '1 quote deleted'), 'Undo').click();
  await see(page.getByRole('row', { name: new RegExp(free.number) }));
});

it('gives tasks to a colleague, and each back to whom it was', async () => {
  const { owner, hire } = await at.firm();
  const [anna, paul] = [
    await hire('member', { name: 'Anna Roy' }),
    await hire('member', { name: 'Paul Petit' }),
  ];
  const page = await at.as(owner);
  await call(page, 'tasks.create', { title: 'Order tyres', assigneeId: anna.id });
  await call(page, 'tasks.create', { title: 'Call back' });
  await page.goto('/tasks/table');
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await button(bar(page), 'Assign').click();
  const form = dialog(page, 'Who');
  await pick(field(form, 'Who'), 'paul', 'Paul Petit');
  await button(form, 'Apply').click();
  await see(page.getByRole('row', { name: /Order tyres.*Paul Petit/ }));
  await see(page.getByRole('row', { name: /Call back.*Paul Petit/ }));
  await button(toast(page, '2 tasks changed'), 'Undo').click();
  await see(page.getByRole('row', { name: /Order tyres.*Anna Roy/ }));
  await gone(page.getByRole('row', { name: /Paul Petit/ }));
  expect(paul.id).not.toBe(anna.id);
});

it('changes cells in their place with the keyboard, and puts back what is refused', async () => {
  const { owner, tenant } = await at.firm();
  const { db, sql } = at.office;
  const zoe = await createContact(db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre', email: null });
  await createContact(db, tenant.id, { firstName: 'Anna', lastName: 'Garcia', email: 'anna@example.test' });
  const stored = async () => {
    const [row] = await sql`select email, company, phone, tags, version from contacts
      where tenant_id = ${tenant.id} and id = ${zoe.id}`;
    return { ...row };
  };
  const page = await at.as(owner);
  await page.goto('/contacts?sort=-displayName');
  const row = page.getByRole('row', { name: /Zoé Lefèvre/ });
  await see(row);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  const cell = (name: string) => page.getByRole('textbox', { name: `${name} of Zoé Lefèvre` });
  await focused(cell('Tags'));
  await page.keyboard.type('winter, fleet');
  await page.keyboard.press('Tab');
  await focused(cell('Company'));
  await page.keyboard.type('Lefèvre SARL');
  await page.keyboard.press('Enter');
  await see(row.getByText('Lefèvre SARL'));
  await see(toast(page, 'Company saved'));
  expect(await stored()).toMatchObject({ tags: ['winter', 'fleet'], company: 'Lefèvre SARL', version: 3 });

  // The next cell, left as it was.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  await cell('E-mail').fill('nobody');
  await page.keyboard.press('Escape');
  await gone(cell('E-mail'));
  // What the server refuses is put back, with its reason.
  await page.keyboard.press('e');
  await cell('E-mail').fill('anna@example.test');
  await page.keyboard.press('Enter');
  await see(page.getByText('Another contact already has this e-mail.'));
  await gone(row.getByText('anna@example.test'));

  // A double click, and back by the toast.
  await row.getByText('Lefèvre SARL').dblclick();
  await cell('Company').fill('Another');
  await page.keyboard.press('Enter');
  const said = toast(page, 'Company saved');
  await see(row.getByText('Another', { exact: true }));
  await button(said, 'Undo').click();
  await see(row.getByText('Lefèvre SARL'));
  expect(page.url()).toContain('/contacts?');
});

it('takes back two cells of one row, the later one first', async () => {
  const { owner, tenant } = await at.firm();
  const zoe = await createContact(at.office.db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
  const page = await at.as(owner);
  await page.goto('/contacts');
  await see(page.getByRole('row', { name: /Zoé Lefèvre/ }));
  // What both changes have to say comes when both are done.
  const { promise: both, resolve: done } = Promise.withResolvers<void>();
  await page.route(/\/toaster-/, async (route) => {
    await both;
    await route.continue();
  });
  let saved = 0;
  page.on('response', (answer) => {
    if (!answer.url().includes('contacts.update')) return;
    saved += 1;
    if (saved === 2) done();
  });
  const cell = (name: string) => page.getByRole('textbox', { name: `${name} of Zoé Lefèvre` });
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await focused(cell('Tags'));
  await page.keyboard.type('winter');
  await page.keyboard.press('Tab');
  await focused(cell('Company'));
  await page.keyboard.type('Garage du Lac');
  await page.keyboard.press('Enter');
  await button(toast(page, 'Company saved'), 'Undo').click();
  await gone(page.getByText('Garage du Lac'));
  await button(toast(page, 'Tags saved'), 'Undo').click();
  await gone(page.getByText('winter'));
  const [row] = await at.office.sql`select tags, company, version from contacts where id = ${zoe.id}`;
  expect({ ...row }).toEqual({ tags: [], company: zoe.company, version: 5 });
});

it('does not overwrite what a colleague changed since the list was read', async () => {
  const { owner, hire } = await at.firm();
  const colleague = await at.as(await hire('manager'));
  const page = await at.as(owner);
  // This window hears nothing of its colleagues: it learns of them when it saves.
  await page.route('**/trpc/journal.watch*', (route) => route.fulfill({ status: 204 }));
  const { id } = await call(page, 'tasks.create', { title: 'Order tyres', priority: 'low' });
  await page.goto('/tasks/table');
  await see(page.getByText('Order tyres'));
  await call(colleague, 'tasks.update', { id, title: 'Order winter tyres' });
  await page
    .getByRole('row', { name: /Order tyres/ })
    .getByText('Low')
    .dblclick();
  await page.getByRole('combobox', { name: /^Priority of/ }).selectOption({ label: 'Urgent' });
  await page.keyboard.press('Enter');
  await see(page.getByText('Somebody else changed this meanwhile. Reload to see their version.'));
  await see(page.getByRole('row', { name: /Order winter tyres.*Low/ }));
});

it('walks from record to record in the order of the list, past what was loaded and after a reload', async () => {
  const { page } = await crowd(53);
  await page.goto('/contacts?sort=displayName');
  await page.getByRole('link', { name: 'Zoé L000', exact: true }).click();
  await see(heading(page, /Zoé L000/));
  expect(await button(page, 'Previous record').isDisabled()).toBe(true);
  await page.keyboard.press('j');
  await see(heading(page, /Zoé L001/));
  await page.reload();
  await see(heading(page, /Zoé L001/));
  await see(page.getByText('2 / 50+'));
  await page.keyboard.press('k');
  await see(heading(page, /Zoé L000/));

  await page.goto('/contacts?sort=displayName');
  await see(page.getByRole('link', { name: 'Zoé L000', exact: true }));
  await page.getByRole('grid').evaluate((grid) => grid.parentElement?.scrollTo(0, 44 * 30));
  await page.getByRole('link', { name: 'Zoé L030', exact: true }).click();
  await see(heading(page, /Zoé L030/));
  for (let i = 31; i < 53; i++) {
    await page.keyboard.press('j');
    await see(heading(page, new RegExp(`Zoé L0${i}`)));
  }
  await see(page.getByText('53 / 53'));
  expect(await button(page, 'Next record').isDisabled()).toBe(true);
});

it('writes the columns shown of vehicles into a file', async () => {
  const { owner, tenant } = await at.firm();
  const { db } = at.office;
  const contact = await createContact(db, tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre' });
  const car = await createVehicle(db, tenant.id, contact.id, { mileage: 1200 });
  const page = await at.as(owner);
  await page.goto('/vehicles?cols=plate,owner,mileage');
  await see(page.getByRole('row', { name: new RegExp(car.licensePlate) }));
  const { bytes } = await download(page, () => button(page, 'Export as CSV').click());
  expect(bytes.toString().slice(1).trim().split('\r\n')).toEqual([
    'Plate;Owner;Mileage',
    `${car.licensePlate};Zoé Lefèvre;1,200 km`,
  ]);
});
