import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRELOAD_FILE, type PreloadMap } from '@officina/contracts/preload-map';
import { expect, it } from 'vitest';
import { webDist } from '../../server/src/web-build.ts';
import { firstLoads } from '../scripts/first-load.ts';

it.for(firstLoads(webDist))('loads $route within its budget', ({ bytes, budget }) => {
  expect(bytes).toBeLessThanOrEqual(budget);
});

it('names nothing of the grammar of lists before the start page', () => {
  const map = JSON.parse(readFileSync(join(webDist, PRELOAD_FILE), 'utf8')) as PreloadMap;
  const home = map.pages.find(({ path }) => path === '/');
  const named = [...map.entry, ...map.app, ...(home?.files ?? []), ...(home?.soon.files ?? [])];
  expect(named).toContainEqual(expect.stringMatching(/\/home-/));
  expect(named).not.toContainEqual(expect.stringMatching(/\/(list|entry|icons)-/));
});
