import type { FirstAnswer } from '@officina/contracts/first-answers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FIRST_QUESTIONS } from '../../server/src/trpc/first-answers.ts';
import { furnished, furnishedOffice, settled } from './furnished.ts';
import { journeys } from './journeys.ts';

const at = journeys();

interface Asked {
  procedure: string;
  input: unknown;
}

/** What a page has asked the server when it rests; it goes on being filled. */
async function asked(page: Page, path: string): Promise<Asked[]> {
  const questions: Asked[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (!pathname.startsWith('/trpc/') || !searchParams.has('batch')) return;
    const inputs = JSON.parse(searchParams.get('input') ?? '{}');
    for (const [index, procedure] of pathname.slice('/trpc/'.length).split(',').entries())
      questions.push({ procedure, input: inputs[index] });
  });
  await settled(page, path);
  return questions;
}

/** The page as it would be if the server wrote no answers into it. */
const withoutAnswers = (page: Page, path: string) =>
  page.route(
    (url) => url.pathname === path,
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      expect(html).toContain('id="officina-answers"');
      await route.fulfill({ response, body: html.replace('officina-answers', 'none') });
    },
  );

it.each([
  ['a garage', furnished, /^\/(?!office)/],
  ['an office', furnishedOffice, /^\/office/],
] as const)(
  'is written into the pages of %s as they would ask it, and asked no more',
  async (_, furnish, addresses) => {
    const { owner } = await furnish(at);
    for (const [path, written] of Object.entries(FIRST_QUESTIONS)) {
      if (!addresses.test(path)) continue;
      const page = await at.as(owner);
      await withoutAnswers(page, path);
      const wanted = written.map(({ procedure, input, paged }) => ({
        procedure,
        input: paged ? { ...input, direction: 'forward' } : input,
      }));
      const questions = await asked(page, path);
      await expect.poll(() => questions, { message: path }).toEqual(expect.arrayContaining(wanted));
      await page.close();
    }
    for (const path of ['/', '/contacts', '/office/queue']) {
      const page = await at.as(owner);
      const questions = (await asked(page, path)).map(({ procedure }) => procedure);
      const written = JSON.parse(
        (await page.locator('#officina-answers').textContent()) ?? '',
      ) as FirstAnswer[];
      expect(written.length, path).toBeGreaterThan(0);
      for (const { procedure } of written) expect(questions, path).not.toContain(procedure);
      await page.close();
    }
  },
);
