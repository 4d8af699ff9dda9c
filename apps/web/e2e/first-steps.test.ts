import { createContact } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, dialog, field, fits, focused, gone, heading, see, toast } from './steps.ts';

const at = journeys();
const steps = (page: Page) => page.getByRole('region', { name: 'First steps' });

it('leads a new firm through its first steps, which tick themselves', async () => {
  const { owner, hire } = await at.firm();
  const page = await at.as(owner);
  await page.goto('/');
  await see(steps(page).getByText('0 of 5 done'));
  await accessible(page);
  await steps(page)
    .getByRole('link', { name: /Invite a colleague/ })
    .click();
  await see(dialog(page, 'Invite a colleague'));
  await page.goBack();
  await steps(page).getByRole('link', { name: /Logo/ }).click();
  await see(heading(page, 'Company'));
  await focused(page.locator('[name=logo]'));
  await page.goBack();
  await steps(page)
    .getByRole('link', { name: /First contact/ })
    .click();
  const form = dialog(page, 'New contact');
  await field(form, 'First name').fill('Zoé');
  await field(form, 'Last name').fill('Lefèvre');
  await button(form, 'Create contact').click();
  await see(heading(page, 'Zoé Lefèvre'));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await see(steps(page).getByText('1 of 5 done'));
  await gone(steps(page).getByRole('link', { name: /First contact/ }));

  // Whoever settles nothing for the firm is not asked to.
  const colleague = await at.as(await hire('manager'));
  await colleague.goto('/');
  await see(heading(colleague, 'Home'));
  await see(colleague.getByText('Overdue invoices'));
  await gone(steps(colleague));
});

it('puts the first steps away, and back', async () => {
  const { owner } = await at.firm();
  await createContact(at.office.db, owner.tenantId);
  const page = await at.as(owner, { width: 360, height: 740 });
  await page.goto('/');
  await see(steps(page));
  await fits(page);
  await button(page, 'Put the first steps away').click();
  await see(toast(page, 'First steps put away'));
  await gone(steps(page));
  await toast(page, 'First steps put away').getByRole('button', { name: 'Undo' }).click();
  await see(steps(page));
});
