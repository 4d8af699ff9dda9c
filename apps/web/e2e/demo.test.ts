import { createContact } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { freeSubdomain } from '../../server/src/testing/free-subdomain.ts';
import { journeys } from './journeys.ts';
import { accessible, button, gone, heading, see } from './steps.ts';

const at = journeys({ worker: true, env: { DEMO: '1' } });

/** A history of eighteen months takes seconds to tell, on a busy machine many. */
const TELLING = 240_000;

it('goes back to the first day of the demo', async () => {
  await freeSubdomain(at.office.sql, 'garage-dupont');
  const { owner, hire, tenant } = await at.firm({ subdomain: 'garage-dupont', demo: true });
  await createContact(at.office.db, tenant.id, { firstName: 'Vandal', lastName: 'Was Here' });
  const page = await at.as(owner);
  await page.goto('/contacts');
  await see(page.getByRole('link', { name: 'Vandal Was Here' }));
  await button(page, 'Reset the demo').click();
  const question = page.getByRole('alertdialog', { name: 'Reset the demo?' });
  await see(question.getByText(/goes back to the first day/));
  await accessible(page);

  // A member sees the banner, without what is not theirs to press.
  const member = await at.as(await hire('member'));
  await member.goto('/');
  await see(member.getByText('Demo data'));
  await gone(button(member, 'Reset the demo'));

  await button(question, 'Reset the demo').click();
  await see(page.getByRole('progressbar', { name: 'Resetting the demo' }));
  // This owner is none of the demo's people: who is, stays signed in.
  await heading(page, 'Sign in').waitFor({ timeout: TELLING });
  await page.getByRole('button', { name: /Marc Dupont/ }).click();
  await see(heading(page, 'Accueil'));
  const [fresh] = await at.office.sql`select id from tenants where subdomain = 'garage-dupont'`;
  expect(fresh?.id).not.toBe(tenant.id);
  await page.goto('/contacts?q=vandal');
  await see(page.getByText('Aucun résultat'));
});
