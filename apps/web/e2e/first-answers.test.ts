import { questionOf } from '@officina/contracts/first-answers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FIRST_QUESTIONS } from '../../server/src/trpc/first-answers.ts';
import { furnished, furnishedOffice, settled } from './furnished.ts';
import { journeys } from './journeys.ts';

const at = journeys();

/** What a page asks the server when nothing is written into it. */
async function asked(page: Page, path: string): Promise<string[]> {
  const questions: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (!pathname.startsWith('/trpc/') || !searchParams.has('batch')) return;
    const inputs = JSON.parse(searchParams.get('input') ?? '{}');
    for (const [index, procedure] of pathname.slice('/trpc/'.length).split(',').entries())
      questions.push(questionOf(procedure, inputs[index]));
  });
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      expect(html).toContain('id="officina-answers"');
      await route.fulfill({ response, body: html.replace('officina-answers', 'none') });
    },
  );
  await settled(page, path);
  return questions;
}

it.each([
  ['a garage', furnished, /^\/(?!office)/],
  ['an office', furnishedOffice, /^\/office/],
] as const)('is written into the pages of %s exactly as they would ask it', async (_, furnish, addresses) => {
  const { owner } = await furnish(at);
  for (const [path, questions] of Object.entries(FIRST_QUESTIONS)) {
    if (!addresses.test(path)) continue;
    const page = await at.as(owner);
    const wanted = questions.map(([procedure, input]) => questionOf(procedure, input));
    expect(await asked(page, path), path).toEqual(expect.arrayContaining(wanted));
    await page.close();
  }
});
