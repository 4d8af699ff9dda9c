import { createContact } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import {
  button,
  choose,
  dialog,
  download,
  field,
  focused,
  gone,
  heading,
  rest,
  see,
  toast,
} from './steps.ts';

const at = journeys();

async function withContacts() {
  const firm = await at.firm();
  const { db } = at.office;
  const make = (firstName: string, lastName: string, facts = {}) =>
    createContact(db, firm.tenant.id, { firstName, lastName, ...facts });
  const zoe = await make('Zoé', 'Lefèvre', { email: 'zoe@example.test' });
  const paul = await make('Paul', 'Martin');
  const anna = await make('Anna', 'Garcia', { isVip: true });
  const page = await at.as(firm.owner);
  await page.goto('/contacts');
  await see(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  return { ...firm, page, zoe, paul, anna };
}

it('writes a contact down, corrects it, deletes it and takes that back', async () => {
  const { owner, tenant } = await at.firm();
  const page = await at.as(owner);
  await page.goto('/contacts');
  await see(page.getByText('The first customer', { exact: true }));
  await button(page.locator('#main header'), 'New contact').click();
  const form = dialog(page, 'New contact');
  await field(form, 'Last name').fill('Lefèvre');
  await field(form, 'E-mail').fill('zoe at example');
  await field(form, 'Phone').fill('06 12 34 56 78');
  await button(form, 'Create contact').click();

  // What the server says stands at the fields, and the first of them has the focus.
  await see(form.getByText('This is not an e-mail address.'));
  await see(form.getByText('This is not a phone number.'));
  await see(form.getByText('This is required.'));
  expect(await field(form, 'First name').getAttribute('aria-invalid')).toBe('true');
  await focused(field(form, 'First name'));
  expect(await rowsOf(tenant.id)).toHaveLength(0);

  await field(form, 'First name').fill('Zoé');
  await field(form, 'E-mail').fill('Zoe@Example.test');
  await field(form, 'Phone').fill('+33 6 12 34 56 78');
  await button(form, 'Create contact').click();
  await see(heading(page, 'Zoé Lefèvre'));
  expect(await rowsOf(tenant.id)).toMatchObject([{ email: 'zoe@example.test', phone: '+33612345678' }]);

  await button(page, 'Edit').click();
  const edit = dialog(page, 'Edit contact');
  await field(edit, 'Company').fill('Lefèvre SARL');
  await button(edit, 'Save').click();
  await gone(edit);
  await see(page.getByText('Lefèvre SARL').first());

  await choose(page, 'More actions', 'Delete');
  const said = toast(page, 'Zoé Lefèvre deleted');
  await see(said);
  await see(page.getByText('The first customer', { exact: true }));
  expect((await rest(page, '/contacts')).body.pagination.total).toBe(0);
  await button(said, 'Undo').click();
  await see(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  expect((await rest(page, '/contacts')).body.data).toMatchObject([{ company: 'Lefèvre SARL' }]);
});

it('asks before unsent changes are thrown away', async () => {
  const { page } = await withContacts();
  await button(page, 'New contact').click();
  const form = dialog(page, 'New contact');
  await field(form, 'First name').fill('Half');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await button(question, 'Keep editing').click();
  await expect.poll(() => field(form, 'First name').inputValue()).toBe('Half');
  await page.keyboard.press('Escape');
  await button(question, 'Discard changes').click();
  await gone(form);
});

it('tags many at once and takes it back', async () => {
  const { page, tenant } = await withContacts();
  await page.getByRole('checkbox', { name: 'Select Zoé Lefèvre' }).click();
  await page.getByRole('checkbox', { name: 'Select Paul Martin' }).click();
  const bulk = page.getByRole('region', { name: 'Bulk actions' });
  await see(bulk.getByText('2 selected'));
  await button(bulk, 'Tag').click();
  const form = dialog(page, 'Add tags');
  await field(form, 'Tags').fill('winter, tyres');
  await button(form, 'Apply').click();
  const said = toast(page, '2 contacts tagged');
  await see(said);
  const tags = async () =>
    (await rowsOf(tenant.id)).map((row) => [row.first_name, [...(row.tags as string[])].sort().join()]);
  expect(await tags()).toEqual([
    ['Anna', ''],
    ['Paul', 'tyres,winter'],
    ['Zoé', 'tyres,winter'],
  ]);
  await button(said, 'Undo').click();
  await expect.poll(async () => (await tags()).map(([, text]) => text)).toEqual(['', '', '']);
  await gone(page.getByRole('row', { name: /Zoé/ }).getByText('winter'));
});

it('keeps filters and columns as a view', async () => {
  const { page } = await withContacts();
  await button(page, 'VIP only').click();
  await gone(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  expect(page.url()).toContain('vip=');
  await button(page, 'Saved views').click();
  const views = page.getByRole('dialog', { name: 'Saved views' });
  await views.getByRole('textbox', { name: 'Name of the view' }).fill('Best customers');
  await button(views, 'Save this view').click();
  await see(button(views, 'Best customers'));
  await page.keyboard.press('Escape');
  await button(page, 'Clear').click();
  await see(page.getByRole('link', { name: 'Zoé Lefèvre' }));

  await page.reload();
  await button(page, 'Saved views').click();
  await button(views, 'Best customers').click();
  await gone(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  await see(page.getByRole('link', { name: 'Anna Garcia' }));
});

it('brings contacts in from a file and gives the refused ones back', async () => {
  const { page, tenant } = await withContacts();
  await choose(page, 'More actions', 'Import a CSV');
  await see(heading(page, 'Import contacts'));
  const lines = [
    'Prénom;Nom;Courriel;Mobile',
    'Luc;Petit;luc@example.test;+33 6 11 22 33 44',
    'Zoé;Lefèvre;zoe@example.test;',
    ';Sans;pas une adresse;0612',
  ];
  await page.getByLabel('Choose a CSV file').setInputFiles({
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  // The columns were recognised; another choice counts.
  await expect
    .poll(() => field(page, 'First name').locator('option:checked').textContent())
    .toContain('Prénom');
  await expect.poll(() => field(page, 'Phone').locator('option:checked').textContent()).toContain('Mobile');
  await field(page, 'Company').selectOption({ label: 'Nom · Petit' });

  await button(page, 'Look at what would happen').click();
  await see(page.getByRole('heading', { name: 'What would happen' }));
  const refused = page.getByRole('table', { name: 'Records that were refused' });
  await see(refused.getByText('This is not an e-mail address.'));
  expect(await rowsOf(tenant.id)).toHaveLength(3);
  const errors = await download(page, () => button(page, 'Save the refused records as CSV').click());
  expect(errors.name).toBe('clients-errors.csv');
  expect(errors.bytes.toString()).toContain('pas une adresse');
  expect(errors.bytes.toString()).not.toContain('luc@example.test');

  await button(page, 'Import').click();
  await see(page.getByRole('heading', { name: 'What happened' }));
  expect(await rowsOf(tenant.id)).toHaveLength(4);
  await page.goto('/contacts?q=luc');
  await see(page.getByRole('row', { name: /Luc Petit.*Petit.*luc@example.test.*\+33611223344/ }));
});

it('writes what is shown into a file', async () => {
  const { page } = await withContacts();
  await page.getByRole('searchbox', { name: 'Search' }).fill('zoe');
  await gone(page.getByRole('link', { name: 'Paul Martin' }));
  await button(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'Added' }).click();
  await page.getByRole('checkbox', { name: 'City' }).click();
  await page.keyboard.press('Escape');
  const { name, bytes } = await download(page, () => button(page, 'Export as CSV').click());
  expect(name).toBe('contacts.csv');
  expect(bytes.toString().slice(1).trim().split('\r\n')).toEqual([
    'Name;Tags;Company;E-mail;Phone;City;Vehicles',
    'Zoé Lefèvre;;;zoe@example.test;;;0',
  ]);
  const all = await download(page, () => choose(page, 'More actions', 'Export for other programs'));
  expect(all.name).toMatch(/^contacts-\d{4}-\d\d-\d\d\.csv$/);
  expect(all.bytes.toString()).toContain('Zoé;Lefèvre;zoe@example.test');
});

/** The live contacts of a firm, by first name. */
const rowsOf = (tenantId: string) => at.office.sql`
  select first_name, email, phone, tags from contacts
  where tenant_id = ${tenantId} and deleted_at is null order by first_name`;
