import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { furnished, furnishedOffice, settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { accessible, fits } from './steps.ts';
import { SAME, texts } from './words.ts';

const at = journeys();

/** Opens a page on which nobody finds anything to object to, light or dark. */
async function open(page: Page, path: string) {
  await settled(page, path);
  await accessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-theme=dark]').waitFor();
  await accessible(page, true);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function fitsPhone(page: Page) {
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await fits(page);
  if (desk) await page.setViewportSize(desk);
}

it.each([
  ['a garage', furnished, ['fr']],
  ['an office', furnishedOffice, ['fr', 'he']],
] as const)(
  'every page of %s is for everybody, in their language, on their phone',
  async (_, furnish, languages) => {
    const { owner, hire, inside } = await furnish(at);
    const english = await at.as(owner);
    const others = [];
    for (const locale of languages)
      others.push({ locale, page: await at.as(await hire('owner', { locale }), { touch: true }) });
    const untold: string[] = [];
    for (const path of inside) {
      await open(english, path);
      const said = new Set(await texts(english));
      for (const { locale, page } of others) {
        await settled(page, path);
        const same = (await texts(page)).filter((text) => said.has(text) && !SAME.test(text));
        untold.push(...same.map((text) => `${locale} ${path}: ${text}`));
        const html = page.locator('html');
        expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(
          locale === 'he' ? ['he', 'rtl'] : [locale, 'ltr'],
        );
        await fits(page);
        const rail = await page.locator('aside').first().boundingBox();
        if (locale === 'he') expect(rail?.x).toBeGreaterThan(1000);
        else expect(rail?.x).toBe(0);
        await fitsPhone(page);
      }
    }
    expect(untold).toEqual([]);
  },
);

it('what is seen without an account is for everybody, on their phone', async () => {
  const { outside } = await furnished(at);
  const page = await at.visitor();
  for (const path of outside) {
    await open(page, path);
    await fitsPhone(page);
  }
});
