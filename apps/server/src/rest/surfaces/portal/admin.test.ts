import { expect, it } from 'vitest';
import { portalWorld } from '../../../domains/engagements/testing/portal-world.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { httpClient } from '../../../testing/harness.ts';

it('POST /portal/admin/delete answers as the contract says', async () => {
  const { world, admin, operator, client, engagement } = await portalWorld();
  const body = {
    entityType: 'engagement',
    entityId: engagement.id,
    reason: 'By mistake',
    confirm: 'DELETE FOREVER',
  };
  const post = async (who: Ctx | 'visitor', facts: unknown = {}) => {
    const sent = typeof facts === 'object' && !Array.isArray(facts) ? { ...body, ...facts } : facts;
    const answer = await (await httpClient(world, who)).call('POST', '/api/portal/admin/delete', sent);
    return [answer.status, answer.body];
  };
  expect(await post('visitor')).toEqual([401, { error: 'Unauthorized' }]);
  for (const who of [operator, client]) expect(await post(who)).toEqual([403, { error: 'Forbidden' }]);
  for (const facts of ['{', [], { entityType: 'order' }, { reason: 'four' }, { entityId: 5 }, { confirm: 5 }])
    expect(await post(admin, facts)).toEqual([400, { error: 'Invalid payload' }]);
  expect(await post(admin, { confirm: 'delete forever' })).toEqual([
    400,
    { error: 'Confirmation phrase mismatch' },
  ]);
  expect(await post(admin, { entityId: 'x' })).toEqual([404, { error: 'Not found' }]);
  expect(await post(admin)).toEqual([200, { ok: true }]);
  expect(await post(admin)).toEqual([404, { error: 'Not found' }]);
});
