import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { heading, see } from './steps.ts';

const at = journeys();

it('lets theme, density and language follow their person to another browser', async () => {
  const { owner, hire } = await at.firm({ locale: 'en-GB' }, null);
  const here = await at.as(owner);
  await here.goto('/settings/account');
  await see(heading(here, 'My account'));
  const choice = (label: string) => here.locator('#main').getByLabel(label, { exact: true });
  const kept = () => here.waitForResponse((answer) => answer.url().includes('updateProfile') && answer.ok());
  await Promise.all([kept(), choice('Theme').selectOption({ label: 'Dark' })]);
  await Promise.all([kept(), choice('Density').selectOption({ label: 'Compact' })]);
  await see(here.locator('html[data-theme=dark]'));
  await Promise.all([kept(), choice('Language').selectOption({ label: 'Français' })]);
  await see(heading(here, 'Mon compte'));

  // Before any script of the app has run, the page is dark already.
  const there = await at.as(owner);
  await there.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await there.goto('/', { waitUntil: 'commit' });
  await there.waitForFunction(() => document.documentElement.dataset.density === 'compact');
  expect(await there.locator('html').getAttribute('data-theme')).toBe('dark');
  await there.unroute('**/assets/*.js');
  await there.goto('/');
  await see(heading(there, 'Accueil'));

  // Back to what the firm speaks, by the menu; a colleague never saw any of it.
  await Promise.all([
    there.waitForResponse((answer) => answer.url().includes('updateProfile')),
    (async () => {
      await there.getByRole('button', { name: owner.email }).click();
      await there.getByRole('menuitemradio', { name: 'Comme l’entreprise' }).click();
    })(),
  ]);
  await see(heading(there, 'Home'));
  await here.reload();
  await see(heading(here, 'My account'));
  const colleague = await at.as(await hire('member', { locale: null }));
  await colleague.goto('/');
  await see(heading(colleague, 'Home'));
  expect(await colleague.locator('html').getAttribute('data-theme')).toBe('light');
});
