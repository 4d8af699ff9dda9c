import { createContact } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, field, gone, see, toast } from './steps.ts';

const at = journeys();
const views = (page: Page) => page.getByRole('dialog', { name: 'Saved views' });

/** A firm with two contacts, one of them tagged, and a window on the list of them. */
async function office() {
  const firm = await at.firm();
  const { db } = at.office;
  await createContact(db, firm.tenant.id, { firstName: 'Zoé', lastName: 'Lefèvre', tags: ['fleet'] });
  await createContact(db, firm.tenant.id, { firstName: 'Paul', lastName: 'Martin' });
  return firm;
}

it('shares a view of a list with a colleague', async () => {
  const { owner, hire } = await office();
  const page = await at.as(await hire('manager', { name: 'Nora Petit' }));
  await page.goto('/contacts?tag=fleet');
  await see(page.getByRole('link', { name: 'Zoé Lefèvre' }));
  await button(page, 'Saved views').click();
  await see(views(page).getByText('Set search, filters, sort and columns'));
  await field(views(page), 'Name of the view').fill('Fleets');
  await views(page).getByLabel('Share with colleagues').check();
  await button(views(page), 'Save this view').click();
  await see(toast(page, 'View saved'));
  await page.waitForURL(/view=/);
  await accessible(page);
  const id = new URL(page.url()).searchParams.get('view');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);

  // A colleague finds it in a browser of their own, and may use but not change it.
  const colleague = await at.as(await hire('member'));
  await colleague.goto('/contacts');
  await see(colleague.getByRole('link', { name: 'Paul Martin' }));
  await button(colleague, 'Saved views').click();
  const offered = views(colleague).getByRole('region', { name: 'Shared by colleagues' });
  await gone(button(offered, /Options of the view/));
  await button(offered, 'Fleets Nora Petit').click();
  await gone(colleague.getByRole('link', { name: 'Paul Martin' }));
  expect(new URL(colleague.url()).search).toContain('tag=fleet');

  // Its address alone says everything.
  const boss = await at.as(owner);
  await boss.goto(`/contacts?view=${id}`);
  await see(button(boss, 'Saved views, now “Fleets”'));
  await see(boss.getByRole('link', { name: 'Zoé Lefèvre' }));
  await gone(boss.getByRole('link', { name: 'Paul Martin' }));
  await button(boss, 'Clear').click();
  await see(boss.getByRole('link', { name: 'Paul Martin' }));
  expect(new URL(boss.url()).search).not.toContain('view=');

  // Taken back, it is out of their sight.
  await button(views(page), 'Options of the view “Fleets”').click();
  await page.getByRole('menuitem', { name: 'Keep to myself' }).click();
  await see(toast(page, 'View taken back'));
  await boss.reload();
  await button(boss, 'Saved views').click();
  await see(views(boss).getByText('Set search, filters, sort and columns'));
});

it('renames, replaces and deletes a view, with undo', async () => {
  const { owner } = await office();
  const page = await at.as(owner);
  await page.goto('/contacts?tag=fleet');
  await button(page, 'Saved views').click();
  await field(views(page), 'Name of the view').fill('Fleets');
  await views(page).getByRole('textbox').press('Enter');
  await see(toast(page, 'View saved'));
  const options = async (entry: string) => {
    await button(views(page), /Options of the view/).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  };
  await options('Rename');
  await field(views(page), 'New name of the view').fill('Fleet customers');
  await field(views(page), 'New name of the view').press('Enter');
  await see(toast(page, 'View renamed'));
  await page.keyboard.press('Escape');
  await see(button(page, 'Saved views, now “Fleet customers”'));

  await field(page, 'Search').fill('zoé');
  await page.waitForURL(/q=zo/);
  await button(page, /Saved views/).click();
  await see(views(page).getByText('changed'));
  await options('Replace by what is shown');
  await see(toast(page, 'View replaced'));
  await options('Delete');
  await see(toast(page, 'View “Fleet customers” deleted'));
  await gone(button(views(page), 'Fleet customers'));
  await toast(page, 'deleted').getByRole('button', { name: 'Undo' }).click();
  await button(page, /Saved views/).click();
  await see(button(views(page), 'Fleet customers'));

  const { sql } = at.office;
  const [view] = await sql`select params from saved_views where tenant_id = ${owner.tenantId}`;
  expect(view?.params).toEqual({ q: 'zoé', tag: 'fleet' });
});
