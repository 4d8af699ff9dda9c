import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import {
  button,
  chord,
  dialog,
  entered,
  field,
  focused,
  gone,
  heading,
  rest,
  search,
  see,
  toast,
} from './steps.ts';

const at = journeys();

/** Presses Tab until the field has the focus, as people do. */
async function tabTo(page: Page, target: Locator) {
  await see(target);
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

it('goes from a contact to a paid invoice without a mouse', async () => {
  const { owner } = await at.firm();
  const page = await at.as(owner);
  await page.goto('/');
  await see(page.getByText('Nothing is due'));

  await chord(page, 'g', 'c');
  await see(heading(page, 'Contacts'));
  await press(page, 'n');
  const contact = dialog(page, 'New contact');
  await entered(contact);
  await tabTo(page, field(contact, 'First name'));
  await page.keyboard.type('Zoé');
  await tabTo(page, field(contact, 'Last name'));
  await page.keyboard.type('Lefèvre');
  await tabTo(page, field(contact, 'E-mail'));
  await page.keyboard.type('zoe@example.test');
  await press(page, 'Control+Enter');
  await see(heading(page, 'Zoé Lefèvre'));

  // The quote: Enter makes lines, Alt with the arrows moves them.
  await press(page, 'Shift+Q');
  await see(heading(page, 'New quote'));
  await tabTo(page, field(page, 'Description of line 1'));
  await page.keyboard.type('Labour');
  await press(page, 'Enter');
  await focused(field(page, 'Description of line 2'));
  await page.keyboard.type('Brake pads');
  await press(page, 'Alt+ArrowUp');
  await expect.poll(() => field(page, 'Description of line 1').inputValue()).toBe('Brake pads');
  await tabTo(page, field(page, 'Unit price of line 1, excluding VAT'));
  await page.keyboard.type('100');
  await tabTo(page, field(page, 'Unit price of line 2, excluding VAT'));
  await page.keyboard.type('200');
  await press(page, 'Control+Enter');
  await see(heading(page, /^Quote \d{4}-001$/));

  await press(page, 's');
  const sending = dialog(page, /^Send quote/);
  await see(field(sending, 'E-mail address'));
  await entered(sending);
  await press(page, 'Control+Enter');
  await see(toast(page, /is on its way/));
  await gone(sending);

  // What has no key of its own is in the palette.
  await search(page, 'Accepted');
  await see(page.getByRole('option', { name: /^Accepted/, selected: true }));
  await press(page, 'Enter');
  await see(toast(page, /accepted/));

  await see(button(page, 'Make an invoice'));
  await press(page, 'i');
  await entered(dialog(page, /^Make an invoice/));
  await press(page, 'Control+Enter');
  await see(heading(page, /^Invoice \d{4}-001$/));
  await press(page, 'p');
  await entered(dialog(page, 'Mark as paid'));
  await press(page, 'Control+Enter');
  await see(toast(page, 'Payment recorded'));
  expect((await rest(page, '/invoices')).body.data).toMatchObject([{ status: 'PAID', total: 360 }]);
});

it('walks a list with j, k, x and Enter, and finds records by the palette', async () => {
  const { owner } = await at.firm();
  const page = await at.as(owner);
  for (const firstName of ['Anna', 'Bruno', 'Chloé'])
    await page.request.post('/trpc/contacts.create', { data: { firstName, lastName: 'Test', email: null } });
  await page.goto('/contacts?sort=displayName');
  await see(page.getByRole('link', { name: 'Chloé Test' }));
  await press(page, 'j', 'j', 'j', 'k', 'x');
  await expect
    .poll(() => page.getByRole('row', { name: /Bruno/ }).getAttribute('aria-selected'))
    .toBe('true');
  await press(page, 'Enter');
  await see(heading(page, 'Bruno Test'));
  // To the next one without going back.
  await press(page, 'j');
  await see(heading(page, 'Chloé Test'));

  await search(page, 'anna tes');
  await see(page.getByRole('option', { name: /Anna Test/, selected: true }));
  await press(page, 'Enter');
  await see(heading(page, 'Anna Test'));
  await press(page, '?');
  await see(page.getByRole('dialog').getByText('Previous record').first());
});
