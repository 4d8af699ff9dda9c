import { expect, it } from 'vitest';
import { webDist } from '../../server/src/web-build.ts';
import { firstLoads } from '../scripts/first-load.ts';

it.for(firstLoads(webDist))('loads $route within its budget', ({ bytes, budget }) => {
  expect(bytes).toBeLessThanOrEqual(budget);
});
