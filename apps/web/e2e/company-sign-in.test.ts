import { unique } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OIDC_CLIENT, startOidcProvider } from '../../server/src/testing/oidc-idp.ts';
import { journeys, PASSWORD, type Person } from './journeys.ts';
import { accessible, button, dialog, field, gone, heading, ownPasskeys, rest, see } from './steps.ts';

// Domains of the demo prove themselves, and the provider of this test is on this machine.
const at = journeys({ env: { DEMO: '1' } });
const domain = `${unique('corp')}.test`;
let provider: Awaited<ReturnType<typeof startOidcProvider>>;

beforeAll(async () => {
  provider = await startOidcProvider({
    redirectUris: [`${at.office.url}/api/auth/sso/callback/oidc`],
    claims: (login) => ({ email: `${login}@${domain}`, email_verified: true, name: 'Ada Lovelace' }),
  });
});
afterAll(() => provider?.stop());

/** Signs in on the provider's own pages and agrees there. */
async function passProvider(page: Page, login: string): Promise<void> {
  // Its pages ask for a typeface that is not on this machine.
  await page.route(/googleapis/, (route) => route.abort());
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('whatever');
  await button(page, 'Sign-in').click();
  await button(page, 'Continue').click();
}

it('lets an owner set the company sign-in up, try it and switch it on, and a colleague come in by it', async () => {
  const { owner } = await at.firm({ locale: 'en-GB', name: 'Corp Repairs' });
  const page = await at.as(owner);
  await page.goto('/settings/sso');
  await see(page.getByText('No provider yet'));
  await button(page, 'Add a provider').click();
  await field(page, 'Protocol').click();
  await page.getByRole('option', { name: 'OpenID Connect' }).click();
  await field(page, 'Name').fill('Corp ID');
  await field(page, 'Issuer').fill(provider.issuer);
  await field(page, 'Client id').fill(OIDC_CLIENT.id);
  await field(page, 'Client secret').fill('not the secret');
  await button(page, 'Add the provider').click();

  await see(heading(page, 'Corp ID'));
  await see(page.getByRole('heading', { name: 'What is missing' }));
  await see(page.getByText('Add the domain of your e-mail addresses below.'));
  await accessible(page);
  await field(page, 'Another domain').fill(domain);
  await button(page, 'Add the domain').click();
  await see(page.getByText('Proved', { exact: true }));

  await button(page, 'Try a sign-in').click();
  await passProvider(page, 'ada');
  await see(page.getByText(/^Failed on .*, at the last line below\.$/));
  await see(page.getByText('The last trial failed; it says below at which check.'));
  await field(page, 'Client secret').fill(OIDC_CLIENT.secret);
  await button(page, 'Save').click();
  await see(page.getByText('Press “Try a sign-in” below.'));
  await button(page, 'Try a sign-in').click();
  await see(page.getByText(/^Passed on .*Nobody was signed in and nothing was changed\.$/));
  await see(page.getByRole('list', { name: 'What the trial found' }).getByText('member', { exact: true }));
  await page.getByRole('switch', { name: 'People can sign in through it' }).click();
  await see(page.getByRole('heading', { name: 'Your people can sign in' }));
  const onlyWay = page.getByRole('switch', { name: /^It is the only way in/ });
  await onlyWay.click();
  await see(onlyWay.and(page.getByRole('switch', { checked: true })));

  const colleague = await at.visitor({ width: 360, height: 740 });
  await colleague.goto('/login');
  await field(colleague, 'E-mail').fill(`grace@${domain}`);
  await button(colleague, 'Company sign-in (SSO)').click();
  await passProvider(colleague, 'grace');
  await see(heading(colleague, 'Home'));
  expect((await rest(colleague, '/auth/session')).body.user).toMatchObject({
    email: `grace@${domain}`,
    tenantId: owner.tenantId,
    role: 'USER',
  });
});

/** A new session of the person's, an hour after they proved who they are. */
async function anHourLater(page: Page, person: Person): Promise<void> {
  const cookie = await at.office.sessionOf(person.tenantId, person.id);
  await at.office.sql`update sessions set created_at = now() - interval '1 hour', proved_at = null
    where user_id = ${person.id}`;
  // The page that is left must not find itself signed out.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.context().addCookies([{ ...cookie, url: at.office.url }]);
  await page.goto('/settings/security');
}

it('asks for proof before a sensitive change, by password or by passkey', async () => {
  const { owner } = await at.firm({ locale: 'en-GB' });
  const page = await at.as(owner);
  await ownPasskeys(page);
  await anHourLater(page, owner);
  const proof = dialog(page, 'Confirm that it is you');
  await button(page, 'Add a passkey').click();
  const form = dialog(page, 'Add a passkey');
  await field(form, 'Name').fill('Work laptop');
  await button(form, 'Go on').click();
  await see(proof);
  await accessible(page);
  await field(proof, 'Password').fill('not my password');
  await button(proof, 'Confirm').click();
  await see(proof.getByText('This is not your password.'));
  await field(proof, 'Password').fill(PASSWORD);
  await button(proof, 'Confirm').click();
  await see(page.getByText('not used yet'));

  await anHourLater(page, owner);
  await button(page, 'Remove Work laptop').click();
  await button(page.getByRole('alertdialog'), 'Remove').click();
  await see(proof);
  await page.keyboard.press('Escape');
  await gone(proof);
  await see(page.getByText('Work laptop', { exact: true }));
  await button(page, 'Make codes').click();
  await button(page.getByRole('alertdialog'), 'Make codes').click();
  await button(proof, 'Use a passkey').click();
  await see(page.getByRole('list', { name: 'Backup codes' }));
});
