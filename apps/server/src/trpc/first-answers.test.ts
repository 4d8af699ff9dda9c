import type { TenantModule } from '@officina/contracts/modules';
import { expect, it } from 'vitest';
import { createWorld } from '../testing/harness.ts';
import { addressOf } from './first-answers.ts';

it('knows the start pages of a garage and an office, and asks nothing for any other', async () => {
  const { ctx } = await createWorld();
  const startOf = (...modules: TenantModule[]) => addressOf({ tenant: { ...ctx.tenant, modules } }, '/');
  expect([startOf('sales', 'office'), startOf('office'), startOf('studio')]).toEqual([
    '/',
    '/office',
    undefined,
  ]);
  expect(addressOf(ctx, '/contacts')).toBe('/contacts');
});
