import { createBinder, createCharge, createOfficeClient } from '@officina/db/factories-office';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pngOf } from '../../server/src/testing/files.ts';
import { advisers, daysAgo, settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { button, call, chord, dialog, field, focused, gone, heading, search, see, toast } from './steps.ts';

const at = journeys();

/** An office with one client; `binder` puts one there that was received so many days ago. */
async function office() {
  const firm = await advisers(at);
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  const client = await createOfficeClient(db, tenantId, {}, { displayName: 'Dana Cohen' });
  const binder = (binderNumber: string, age: number) =>
    createBinder(db, tenantId, {
      contactId: client.contactId,
      receivedBy: firm.owner.id,
      receivedAt: daysAgo(age),
      binderNumber,
      numberKey: binderNumber.toLowerCase(),
    });
  const charge = () =>
    createCharge(db, tenantId, {
      contactId: client.contactId,
      createdBy: firm.owner.id,
      amountMinor: 123_450,
      status: 'issued',
      issuedAt: new Date(),
    });
  return { ...firm, client, binder, charge };
}

const column = (page: Page, title: string) => page.getByRole('region', { name: title });

it('receives a binder without a mouse', async () => {
  const { hire } = await office();
  const page = await at.as(await hire('member'));
  await page.goto('/');
  await see(page.getByText('Nothing needs you today'));
  await page.keyboard.press('n');
  const receiving = dialog(page, 'Receive a binder');
  await focused(field(receiving, 'Client'));
  await page.keyboard.type('cohen');
  await see(page.getByRole('option', { name: /Dana Cohen/ }).and(page.locator('[data-highlighted]')));
  await page.keyboard.press('Enter');
  await see(receiving.getByText(/Not on file yet/));
  for (let presses = 0; presses < 4; presses++) {
    if (await field(receiving, 'Number').evaluate((input) => input === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('BND-1');
  await page.keyboard.press('Control+Enter');
  await see(toast(page, 'BND-1 received'));
  await gone(receiving);
  await chord(page, 'g', 'w');
  await see(heading(page, 'Work queue'));
  await see(page.getByRole('row', { name: /BND-1/ }));
});

it('marks ready on the board, with undo', async () => {
  const { owner, binder } = await office();
  const late = await binder('BND-late', 100);
  const page = await at.as(owner);
  await page.goto('/office');
  await see(column(page, 'Overdue').getByText('Days past the promise: 10'));
  await button(column(page, 'Overdue'), 'Mark BND-late ready').click();
  await see(column(page, 'Ready for pickup').getByRole('link', { name: /BND-late/ }));
  await button(toast(page, 'BND-late is ready for pickup'), 'Undo').click();
  await see(button(column(page, 'Overdue'), 'Mark BND-late ready'));
  await see(column(page, 'Ready for pickup').getByText('No binder'));
  const { status } = await call(page, 'binders.addNote', { ref: late.ref, text: 'x' });
  expect(status).toBe('in_office');
});

it('gives back by the key of a row, to a name', async () => {
  const { hire, binder } = await office();
  await binder('BND-2', 3);
  const page = await at.as(await hire('member'));
  await page.goto('/office/queue');
  await see(page.getByRole('row', { name: /BND-2/ }));
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  const giving = dialog(page, 'Give back BND-2');
  await see(giving.getByText(/not marked ready yet/));
  await field(giving, 'Collected by').fill('Avi');
  await page.keyboard.press('Control+Enter');
  await see(toast(page, 'BND-2 was handed over'));
  await see(page.getByText('No binder waits for work'));
  await page.goto('/office/binders?tab=returned');
  await see(page.getByRole('row', { name: /BND-2.*Avi/ }));
});

it('puts a missing document on file', async () => {
  const { hire, client } = await office();
  const page = await at.as(await hire('member'));
  await page.goto(`/office/clients/${client.ref}?tab=documents`);
  const slot = page.getByRole('region', { name: 'Power of attorney' });
  await see(slot.getByText('Not on file yet'));
  await slot
    .getByLabel('Add the document')
    .setInputFiles({ name: 'power.png', mimeType: 'image/png', buffer: pngOf() });
  await see(toast(page, 'power.png is on file'));
  await see(button(slot, 'Download power.png'));
  await gone(slot.getByText('Not on file yet'));
});

it('opens a binder by its number, by its label and from the palette', async () => {
  const { hire, binder } = await office();
  const { ref } = await binder('BND-7', 3);
  await binder('BND-77', 3);
  const page = await at.as(await hire('member'));
  const arrived = () => see(page.getByRole('heading', { name: /BND-7 · Dana Cohen/, level: 1 }));
  await page.goto('/office/search');
  await see(page.getByText('Type a name, an id or a binder number'));
  await page.keyboard.press('/');
  await focused(page.getByRole('searchbox', { name: 'Search' }));
  await page.keyboard.type('bnd-7');
  await page.keyboard.press('Enter');
  await arrived();

  await page.goto('/office/search');
  await page.getByRole('searchbox', { name: 'Search' }).fill(`${at.office.url}/office/binders/${ref}`);
  await arrived();

  await page.goto('/office/search?number=77');
  await see(page.getByRole('row', { name: /BND-77/ }));
  await button(page, 'Clear').click();
  await button(page, "Client's name").click();
  await page.getByRole('dialog').getByRole('searchbox').fill('dana');
  await page.waitForURL(/client=dana/);
  await see(page.getByRole('link', { name: 'Dana Cohen' }));

  await page.goto('/office');
  await see(heading(page, 'Today'));
  await search(page, 'bnd-7');
  await see(page.getByRole('option', { name: /BND-7 Dana/ }));
  await see(page.getByRole('option', { name: /BND-77 Dana/ }));
});

it('shows amounts to advisors and to nobody else', async () => {
  const { owner, hire, client, charge } = await office();
  const { ref } = await charge();
  const paths = [
    '/office',
    '/office/charges',
    `/office/charges/${ref}`,
    ...['charges', 'timeline'].map((tab) => `/office/clients/${client.ref}?tab=${tab}`),
  ];
  const said = async (page: Page, path: string) => {
    await settled(page, path);
    return page.locator('#main').textContent();
  };
  const [advisor, secretary] = [await at.as(owner), await at.as(await hire('member'))];
  for (const path of paths) {
    await settled(advisor, path);
    await see(advisor.locator('#main', { hasText: '1,234.50' }));
    expect(await said(secretary, path), path).not.toMatch(/1[,.]?234|₪|ILS/);
  }
  expect(await secretary.getByRole('link', { name: 'Reminders' }).count()).toBe(0);
  await secretary.goto('/office/reminders');
  await see(secretary.getByText(/You lack the right “office.reminders.run”/).first());
});

it('reminds clients when an advisor says so', async () => {
  const { owner, binder } = await office();
  await binder('BND-late', 100);
  const page = await at.as(owner);
  await page.goto('/office/reminders');
  await see(page.getByText(/^The first run is (today|tomorrow) at 0?7:00/));
  await button(page, 'Run now').click();
  await button(page.getByRole('alertdialog'), 'Run now').click();
  await see(page.getByRole('region', { name: 'Done: this is what the run wrote' }));
  // The client has neither telephone nor e-mail.
  await see(page.getByRole('row', { name: /Marc Dupont 1 0 0 0 1 0 Completed/ }));
});

it('shows what the firm chooses to use', async () => {
  const { owner } = await office();
  const page = await at.as(owner);
  await page.goto('/settings/modules');
  const rail = page.getByRole('navigation', { name: 'Main' });
  await see(rail.getByRole('link', { name: 'Binders' }));
  expect(await rail.getByRole('link', { name: 'Tasks' }).count()).toBe(0);
  await page.getByLabel('Tasks').check();
  await button(page, 'Save').click();
  await see(rail.getByRole('link', { name: 'Tasks' }));
  await see(rail.getByRole('link', { name: 'Binders' }));
});
