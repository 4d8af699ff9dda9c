import type { Browser } from 'playwright-core';
import { answer, DESKTOP, load, openWindow, PHONE, SLOW_PROCESSOR } from './measure.ts';

type Tell = (name: string, value: number) => void;

/** One round of every measurement; each window begins with an empty cache. */
export async function measureAll(browser: Browser, origin: string, token: string, tell: Tell): Promise<void> {
  for (const [name, profile] of [['desktop', DESKTOP] as const, ['slow 4G, CPU/4', PHONE] as const]) {
    for (const path of ['/', '/contacts']) {
      const page = await openWindow(browser, origin, token, profile);
      const { lcp, rows, shift } = await load(page, path, path !== '/');
      tell(`${name}: largest paint of ${path}`, lcp);
      if (rows > 0) tell(`${name}: start to a list that answers`, rows);
      tell('layout shift', shift);
      await page.context().close();
    }
  }
  await answers(browser, origin, token, tell);
}

const TIMES = 5;

async function answers(browser: Browser, origin: string, token: string, tell: Tell): Promise<void> {
  const page = await openWindow(browser, origin, token, SLOW_PROCESSOR);
  await load(page, '/contacts', true);
  for (let nth = 0; nth < TIMES; nth++) {
    const link = page.locator(`[data-row="${nth}"] a`).first();
    await link.hover();
    const started = performance.now();
    tell('CPU/4: open a record', await answer(page, () => link.click()));
    await page.locator('#main [role=tablist]').first().waitFor();
    tell('CPU/4: open a record until it is there', performance.now() - started);
    await page.goBack();
    await page.locator('[data-row="0"]').waitFor();
  }
  const search = page.locator('#main input[type=search]');
  await search.focus();
  for (const letter of 'garage'.slice(0, TIMES))
    tell('CPU/4: type a letter into the search', await answer(page, () => page.keyboard.press(letter)));
  await load(page, '/tasks', true);
  for (let nth = 0; nth < TIMES; nth++) {
    await page.locator('[data-task]').first().focus();
    tell('CPU/4: move a task to the next column', await answer(page, () => page.keyboard.press(']')));
  }
  await page.context().close();
}
