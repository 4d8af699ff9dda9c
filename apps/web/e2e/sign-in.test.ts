import { unique } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { mailTo } from './mail.ts';
import { button, dialog, field, gone, heading, ownPasskeys, rest, see, signIn } from './steps.ts';

const at = journeys({ worker: true });

const askForLink = async (page: Page, email: string) => {
  await field(page, 'E-mail').fill(email);
  await button(page, 'Mail me a link').click();
  await see(heading(page, 'Look into your mail'));
  return (await mailTo(at.office, email, '/api/auth/callback/email')).link;
};
const whoIs = async (page: Page) => (await rest(page, '/auth/session')).body.user?.email;

it('signs in by a mailed link, in the browser that asked and in another one', async () => {
  const { owner, hire } = await at.firm({ locale: 'en-GB' });
  const colleague = await hire('manager');
  const page = await at.visitor();
  await page.goto('/contacts');
  await see(heading(page, 'Sign in'));
  await page.goto(await askForLink(page, owner.email));
  await see(heading(page, 'Contacts'));
  expect(await whoIs(page)).toBe(owner.email);

  const asking = await at.visitor();
  await asking.goto('/login');
  const link = await askForLink(asking, colleague.email);
  const phone = await at.visitor({ width: 360, height: 740 });
  await phone.goto(link);
  await see(heading(phone, 'Sign in to Officina'));
  expect(await whoIs(phone)).toBeUndefined();
  await button(phone, 'Sign in').click();
  await see(heading(phone, 'Home'));
  expect(await whoIs(phone)).toBe(colleague.email);

  await asking.goto(link);
  await see(asking.getByText('This sign-in link was used or has expired.', { exact: false }));
});

it('opens an account that can do nothing before its address is confirmed', async () => {
  const page = await at.visitor();
  const email = `${unique('jane')}@x.test`;
  await page.goto('/signup');
  await page.getByRole('radio', { name: 'Agency' }).check({ force: true });
  await field(page, 'Your name').fill('Jane Roe');
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill('securepassword123');
  await see(page.getByText('Good', { exact: true }));
  await button(page, 'Create the account').click();
  await see(page.getByText(`We sent a link to ${email}.`, { exact: false }));
  await see(button(page, /^Send again in \d+ s$/));
  await page.goto('/settings/security');
  await see(heading(page, 'Your e-mail address'));

  const { link } = await mailTo(at.office, email, '/verify-email');
  await page.goto(link);
  await button(page, 'Confirm my address').click();
  await see(page.getByText('Thank you, your address is confirmed.'));
  await page.goto('/settings/security');
  await see(heading(page, 'Security'));

  // The same address again: said at its field, with the way in.
  const other = await at.visitor();
  await other.goto('/signup');
  await field(other, 'Your name').fill('Jane Roe');
  await field(other, 'E-mail').fill(email);
  await field(other, 'Password').fill('securepassword123');
  await button(other, 'Create the account').click();
  await other.getByRole('link', { name: 'Sign in instead' }).click();
  await signIn(other, email, 'securepassword123');
  await expect.poll(() => whoIs(other)).toBe(email);
});

it('makes a passkey, signs in with it and with a backup code', async () => {
  const { owner } = await at.firm({ locale: 'en-GB' });
  const page = await at.as(owner);
  await ownPasskeys(page);
  await page.goto('/settings/security');
  await button(page, 'Add a passkey').click();
  const form = dialog(page, 'Add a passkey');
  await field(form, 'Name').fill('Work laptop');
  await button(form, 'Go on').click();
  await see(page.getByText('not used yet'));
  await button(page, 'Make codes').click();
  await button(page.getByRole('alertdialog'), 'Make codes').click();
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  const code = (await codes.first().textContent()) ?? '';
  expect(code).toMatch(/^\w{4}-\w{4}$/);

  await page.goto('/sign-out');
  await button(page, 'Sign out').click();
  // This browser has a passkey: the address field offers it by itself.
  await see(heading(page, 'Home'));
  await page.evaluate(() => localStorage.removeItem('officina.passkey'));
  await page.goto('/sign-out');
  await button(page, 'Sign out').click();
  await button(page, 'Use a passkey').click();
  await see(heading(page, 'Home'));
  expect(await whoIs(page)).toBe(owner.email);
  await page.goto('/settings/security');
  await button(page, 'Remove Work laptop').click();
  await button(page.getByRole('alertdialog'), 'Remove').click();
  await gone(page.getByText('Work laptop'));

  const other = await at.visitor();
  await other.goto('/login');
  await field(other, 'E-mail').fill(owner.email);
  await button(other, 'Use a backup code').click();
  await field(other, 'Backup code').fill('AAAA-AAAA');
  await button(other, 'Sign in with the code').click();
  await see(other.getByText('This code is wrong or was used already.'));
  await field(other, 'Backup code').fill(code.toLowerCase());
  await button(other, 'Sign in with the code').click();
  await see(heading(other, 'Home'));
});
