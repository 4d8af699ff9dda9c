import { unique } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { journeys, type Person } from './journeys.ts';
import { mailTo } from './mail.ts';
import { button, call, dialog, field, go, gone, heading, rest, see, signIn, toast } from './steps.ts';

const at = journeys({ worker: true });
const address = (name: string) => `${unique(name)}@example.test`;
const link = async (to: string, path: string) => (await mailTo(at.office, to, path)).link;

it('opens a firm and confirms the address by mail', async () => {
  const page = await at.visitor();
  const email = address('claire');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Open an account' }).click();
  await see(heading(page, 'Open an account'));
  await field(page, 'Name of your business').fill('Garage Moreau');
  await field(page, 'Web address').fill(unique('moreau'));
  await see(page.getByText('This address is free.'));
  await field(page, 'Your name').fill('Claire Moreau');
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill('short');
  await button(page, 'Open the account').click();
  await see(page.getByText('At least 12 characters.'));
  await field(page, 'Password').fill('SecurePassword123!');
  await button(page, 'Open the account').click();
  // The firm is French, but its owner has spoken English so far.
  await see(heading(page, 'Home'));
  const session = await rest(page, '/auth/session');
  expect(session.body.user).toMatchObject({ email, role: 'OWNER' });

  await page.goto(await link(email, '/verify-email'));
  await button(page, 'Confirm my address').click();
  await see(page.getByText('Thank you, your address is confirmed.'));
  const { sql } = at.office;
  const [user] = await sql`select email_verified_at from users where email = ${email}`;
  expect(user?.email_verified_at).not.toBeNull();
});

it('lets somebody new join by invitation', async () => {
  const { owner, tenant } = await at.firm({ name: 'Garage Moreau', locale: 'en-GB' });
  const email = address('lucas');
  const office = await at.as(owner);
  await office.goto('/settings/team');
  await button(office, 'Invite a colleague').click();
  const form = dialog(office, 'Invite a colleague');
  await field(form, 'E-mail').fill(email);
  await field(form, 'Role').selectOption({ label: 'Member' });
  await button(form, 'Send invitation').click();
  await see(toast(office, `Invitation sent to ${email}`));
  await see(office.locator('#main').getByRole('listitem').filter({ hasText: email }));

  const page = await at.visitor();
  await page.goto(await link(email, '/invite/'));
  await see(heading(page, 'Join Garage Moreau'));
  await field(page, 'Your name').fill('Lucas Petit');
  await field(page, 'Choose a password').fill('SecurePassword123!');
  await button(page, 'Join').click();
  await see(heading(page, 'Home'));
  await see(page.getByText('Garage Moreau').first());
  const { sql } = at.office;
  const joined = await sql`
    select role, email_verified_at is not null as verified from members
    join users on users.id = user_id where tenant_id = ${tenant.id} and email = ${email}`;
  expect(joined).toEqual([{ role: 'member', verified: true }]);
});

it('lets an account of another firm join with its password only', async () => {
  const { owner } = await at.firm({ name: 'Garage Moreau' });
  const elsewhere = await at.firm({ name: 'Garage Lenoir' });
  const colleague = await elsewhere.hire('member');
  await invite(owner, colleague.email, 'manager');

  const page = await at.visitor();
  await page.goto(await link(colleague.email, '/invite/'));
  await see(page.getByText(/already have an account/));
  await field(page, 'Password').fill('not the password');
  await button(page, 'Join').click();
  await see(page.getByRole('alert').filter({ hasText: 'E-mail or password is wrong.' }));
  await field(page, 'Password').fill('SecurePassword123!');
  await button(page, 'Join').click();
  await see(heading(page, 'Home'));
  await see(page.getByText('Garage Moreau').first());
});

it('lets somebody who is signed in join with one press', async () => {
  const { owner } = await at.firm({ name: 'Garage Moreau' });
  const colleague = await (await at.firm({ name: 'Garage Lenoir' })).hire('member');
  await invite(owner, colleague.email, 'manager');

  const page = await at.as(colleague);
  await page.goto(await link(colleague.email, '/invite/'));
  await see(page.getByText('You are signed in with this address.'));
  await button(page, 'Join').click();
  await see(heading(page, 'Home'));
  await see(page.getByText('Garage Moreau').first());
});

it('takes a right away with the next click', async () => {
  const { owner, hire } = await at.firm();
  const colleague = await hire('manager', { name: 'Nora Petit' });
  const page = await at.as(colleague);
  await page.goto('/tasks');
  await see(heading(page, 'Tasks'));
  const office = await at.as(owner);
  await office.goto('/settings/team');
  await office.getByLabel(`Role of ${colleague.name}`).selectOption({ label: 'Accountant' });
  await see(toast(office, `${colleague.name} is now: Accountant`));

  await button(page, 'New task').click();
  const form = dialog(page, 'New task');
  await field(form, 'What is to be done').fill('Order tyres');
  await button(form, 'Create task').click();
  await see(form.getByText(/You lack the right “tasks.create”/));
  const { sql } = at.office;
  expect(await sql`select from tasks where tenant_id = ${owner.tenantId}`).toHaveLength(0);
  await page.reload();
  await see(heading(page, 'Tasks'));
  await gone(button(page, 'New task'));

  // Removed from the team, the next click leads to the door.
  await button(office, `Remove ${colleague.name}`).click();
  await button(office.getByRole('alertdialog'), 'Remove').click();
  await see(toast(office, `${colleague.name} is no longer in the team`));
  await go(page, 'Contacts', 'Sign in');
});

it('sets a new password by a link in a mail', async () => {
  const { owner } = await at.firm();
  const elsewhere = await at.as(owner);
  const page = await at.visitor();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten?' }).click();
  await see(heading(page, 'Forgotten password'));
  await field(page, 'E-mail').fill(owner.email);
  await button(page, 'Send the link').click();
  await see(heading(page, 'Look into your mail'));

  const reset = await link(owner.email, '/reset-password');
  await page.goto(reset);
  await field(page, 'New password').fill('AnotherPassword456!');
  await button(page, 'Set the password').click();
  await see(page.getByText('Your password is changed.', { exact: false }));
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, owner.email);
  await see(page.getByText('E-mail or password is wrong.'));
  await signIn(page, owner.email, 'AnotherPassword456!');
  await see(heading(page, 'Home'));

  // Signed out everywhere else, and the link is used up.
  await elsewhere.goto('/contacts');
  await see(heading(elsewhere, 'Sign in'));
  await elsewhere.goto(reset);
  await field(elsewhere, 'New password').fill('YetAnotherPassword789!');
  await button(elsewhere, 'Set the password').click();
  await see(elsewhere.getByText('This link is no longer valid.'));
});

const invite = async (owner: Person, email: string, role: string) =>
  call(await at.as(owner), 'tenancy.invite', { email, role });
