import { createContact } from '@officina/db/factories';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FIRST_QUESTIONS } from '../../server/src/trpc/first-answers.ts';
import { furnished, furnishedOffice } from './furnished.ts';
import { journeys, type Person } from './journeys.ts';

const at = journeys({ env: { FIRST_PICTURE: '1' } });
const CODE = '**/assets/*.js';

/** Opens a page whose code never comes, again until its picture is whole: the first after a start are not. */
async function withoutCode(page: Page, path: string) {
  await page.route(CODE, (route) => route.abort());
  const picture = page.locator('#picture');
  await expect
    .poll(
      async () => {
        await page.goto(path);
        return [await picture.locator('h1').count(), await picture.locator('.skeleton').count()];
      },
      { message: path },
    )
    .toEqual([1, 0]);
  return picture;
}

/** What stands there, without how long ago something was: time goes on between two looks. */
async function linesOf(place: Locator): Promise<string[]> {
  const [text = ''] = await place.allInnerTexts();
  return text.split('\n').filter((line) => line.trim() && !/\b(now|ago)\b/.test(line));
}

it.each([
  ['a garage', furnished, /^\/(?!office)/],
  ['an office', furnishedOffice, /^\/(office|$)/],
] as const)('shows the records of %s before any code runs, as the app does then', async (_, furnish, own) => {
  const page = await at.as((await furnish(at)).owner);
  for (const path of Object.keys(FIRST_QUESTIONS).filter((each) => own.test(each))) {
    const picture = await withoutCode(page, path);
    const drawn = await linesOf(picture.locator('main'));
    await page.unroute(CODE);
    await page.goto(path);
    await picture.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.skeleton, [aria-busy=true]').count(), { message: path }).toBe(0);
    expect(drawn, path).toEqual(expect.arrayContaining(await linesOf(page.locator('#root main'))));
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  }
});

it('gives its place to the app where it was scrolled to', async () => {
  const { owner, tenant } = await at.firm();
  for (let nth = 0; nth < 60; nth++) await createContact(at.office.db, tenant.id);
  const page = await at.as(owner);
  const picture = await withoutCode(page, '/contacts');
  await page.unroute(CODE);
  const code = Promise.withResolvers<void>();
  await page.route(CODE, (route) => code.promise.then(() => route.continue()));
  await page.goto('/contacts', { waitUntil: 'commit' });
  await picture.locator('[data-row="0"]').waitFor();
  await picture.locator('[role=grid]').evaluate((grid) => grid.parentElement?.scrollTo(0, 220));
  code.resolve();
  await picture.waitFor({ state: 'detached' });
  const grid = page.locator('#root [role=grid]');
  expect(await grid.evaluate((element) => element.parentElement?.scrollTop)).toBe(220);
});

it('is drawn for the window that the browser says it has, and shown in no other', async () => {
  const { owner, tenant } = await at.firm();
  await createContact(at.office.db, tenant.id, { firstName: 'Ada', lastName: 'Morel' });
  const narrow = await at.as(owner, { width: 360, height: 740 });
  const picture = await withoutCode(narrow, '/contacts');
  expect(await picture.isVisible()).toBe(false);
  await narrow.setExtraHTTPHeaders({ 'sec-ch-ua-mobile': '?1' });
  await narrow.goto('/contacts');
  await picture.getByText('Ada Morel').waitFor();
  expect(await narrow.evaluate('document.documentElement.dataset.picture')).toBe('phone');
});

it('speaks the language of whoever is signed in, in its direction', async () => {
  const { owner } = await at.firm({}, 'he');
  const page = await at.as(owner);
  await withoutCode(page, '/contacts');
  expect(await page.locator('html').getAttribute('lang')).toBe('he');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
});

it('holds nothing of another firm, however many are drawn at once', async () => {
  const firms = await Promise.all(
    ['Arnaud', 'Beatrix', 'Cyprien'].map(async (lastName) => {
      const { owner, tenant } = await at.firm({ name: `Firm of ${lastName}` });
      await createContact(at.office.db, tenant.id, { lastName });
      return { owner, lastName };
    }),
  );
  const pageOf = async ({ tenantId, id }: Person) => {
    const { name, value } = await at.office.sessionOf(tenantId, id);
    const answer = await fetch(`${at.office.url}/contacts`, { headers: { cookie: `${name}=${value}` } });
    return answer.text();
  };
  const visits = Array.from({ length: 4 }, () => firms).flat();
  await withoutCode(await at.as(firms[0]?.owner as Person), '/contacts');
  const pages = await Promise.all(visits.map(({ owner }) => pageOf(owner)));
  expect(pages.some((html) => html.includes('id="picture"'))).toBe(true);
  for (const [nth, html] of pages.entries()) {
    const named = firms.map(({ lastName }) => lastName).filter((lastName) => html.includes(lastName));
    expect(named).toEqual([visits[nth]?.lastName]);
  }
});
