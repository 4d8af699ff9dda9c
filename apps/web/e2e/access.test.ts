import { it } from 'vitest';
import { furnished, furnishedOffice, settled } from './furnished.ts';
import { type Journeys, journeys } from './journeys.ts';
import { accessible } from './steps.ts';

const at = journeys();

it.each([
  ['a garage', async (at: Journeys) => ({ ...(await furnished(at)), outside: [] as string[] })],
  ['an office', furnishedOffice],
  ['what everybody sees', async (at: Journeys) => ({ ...(await furnished(at)), inside: [] as string[] })],
] as const)('has nothing to object to on any page of %s, light or dark', async (_, furnish) => {
  const { owner, inside, outside } = await furnish(at);
  for (const [page, paths] of [
    [await at.as(owner), inside],
    [await at.visitor(), outside],
  ] as const) {
    for (const path of paths) {
      await settled(page, path);
      await accessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      await accessible(page, true);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
});
