import { it } from 'vitest';
import { furnished, settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { accessible } from './steps.ts';

const at = journeys();

it('has nothing to object to on any page, light or dark', { timeout: 180_000 }, async () => {
  const { owner, inside, outside } = await furnished(at);
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
