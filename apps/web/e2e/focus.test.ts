import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { furnished, furnishedOffice, settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { button } from './steps.ts';

const at = journeys();
const STOPS = 30;

/** How the element that has the focus shows it: an outline or a ring, of itself or of what belongs to it. */
const focusShown = (page: Page) =>
  page.evaluate(() => {
    const shows = (element: Element | null, selector: string, part?: string) => {
      if (!element?.matches(selector)) return false;
      const style = getComputedStyle(element, part);
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
      return outlined || style.boxShadow !== 'none';
    };
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const around = element.closest(':focus-within:not(body, html, main, form)');
    const shown =
      shows(element, ':focus-visible') ||
      shows(element, ':focus-visible', '::after') ||
      shows(element.parentElement, ':focus-within') ||
      shows(element.nextElementSibling, '*') ||
      shows(around, ':focus-within');
    return { shown, html: element.outerHTML.slice(0, 160) };
  });

it.each([
  ['a garage', furnished, ['/', '/contacts', '/quotes/new', '/tasks', '/settings/account']],
  ['an office', furnishedOffice, ['/office', '/office/binders', '/office/search']],
] as const)('shows where the keyboard is on the pages of %s', async (_, furnish, paths) => {
  const { owner } = await furnish(at);
  const page = await at.as(owner);
  const unseen: string[] = [];
  for (const path of paths) {
    await settled(page, path);
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press('Tab');
      const focus = await focusShown(page);
      if (focus && !focus.shown) unseen.push(`${path}: ${focus.html}`);
    }
  }
  expect(unseen).toEqual([]);
});

it('keeps still for whoever has asked for little motion', async () => {
  const { owner } = await furnished(at);
  const page = await at.as(owner);
  await settled(page, '/contacts');
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0))
        .filter((duration) => duration > 10),
    );
  await button(page, 'New contact').click();
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Control+k');
  expect(await moving()).toEqual([]);
});
