import { createChangeRequest } from '@officina/db/factories-portal';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkEdit } from '../../../domains/engagements/edits/link-edit.ts';
import { idOf, type PortalWorld, portalWorld } from '../../../domains/engagements/testing/portal-world.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { httpClient } from '../../../testing/harness.ts';

const PATH = '/api/portal/edits';
const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});

type Who = Ctx | 'visitor' | 'accountant';
async function post(who: Who, path: string, body?: unknown) {
  const answer = await (await httpClient(portal.world, who)).call('POST', `${PATH}${path}`, body);
  return [answer.status, answer.body];
}
const edit = (facts: object = {}) => ({
  entityType: 'engagement',
  entityId: portal.engagement.id,
  reason: 'As agreed',
  diff: [{ field: 'costCenter', to: 'CC-9' }],
  ...facts,
});
const waiting = async () =>
  ((await post(portal.operator, '', edit())) as [number, { editEventId: string }])[1].editEventId;

describe('POST /portal/edits', () => {
  it('answers what became of it', async () => {
    const { operator } = portal;
    expect(await post(operator, '', edit())).toEqual([
      200,
      { ok: true, status: 'pending_approval', editEventId: uuid },
    ]);
    const title = edit({ diff: [{ field: 'title', from: portal.engagement.title, to: 'Renamed' }] });
    expect(await post(operator, '', title)).toEqual([
      200,
      { ok: true, status: 'applied', editEventId: uuid },
    ]);
    expect(await post(operator, '', title)).toEqual([400, { error: 'Stale edit' }]);
  });

  it('fails with 401 or 400 and nothing else', async () => {
    const { operator, client, other } = portal;
    const refused = (text: string) => [400, { error: text }];
    expect(await post('visitor', '', edit())).toEqual([401, { error: 'Unauthorized' }]);
    expect(await post('accountant', '', edit())).toEqual(refused('Unauthorized'));
    const twice = [
      { field: 'title', to: 'a' },
      { field: 'title', to: 'b' },
    ];
    const badly = [
      '{',
      [],
      {},
      edit({ entityType: 'order' }),
      edit({ diff: [] }),
      edit({ diff: twice }),
      edit({ diff: Array.from({ length: 101 }, (_, at) => ({ field: `f${at}` })) }),
      edit({ diff: [{ field: 'title', to: 'a\u0000' }] }),
      edit({ reason: 5 }),
    ];
    for (const body of badly) expect(await post(operator, '', body)).toEqual(refused('Invalid payload'));
    expect(await post(operator, '', edit({ reason: 'four' }))).toEqual(refused('Reason required'));
    expect(await post(client, '', edit({ diff: [{ field: 'ownerId', to: null }] }))).toEqual(
      refused('Field not editable'),
    );
    for (const entityId of ['x', UNKNOWN])
      expect(await post(operator, '', edit({ entityId }))).toEqual(refused('Not found'));
    expect(await post(other, '', edit())).toEqual(refused('Not found'));
    expect(await post(operator, '', edit({ diff: [{ field: 'costCenter' }] }))).toEqual(
      refused('No changes'),
    );
  });
});

describe('POST /portal/edits/:id/apply and /reject', () => {
  it('go through the refusals of the contract', async () => {
    const { world, db, operator, client, acme, engagement } = portal;
    const id = await waiting();
    const refused = (text: string) => [400, { error: text }];
    expect(await post('visitor', `/${id}/apply`)).toEqual([401, { error: 'Unauthorized' }]);
    expect(await post(client, `/${id}/apply`)).toEqual(refused('Unauthorized'));
    for (const unknown of ['x', UNKNOWN]) {
      expect(await post(operator, `/${unknown}/apply`)).toEqual(refused('Not found'));
      const note = { rejectionNote: 'Rather not' };
      expect(await post(operator, `/${unknown}/reject`, note)).toEqual(refused('Not found'));
    }
    expect(await post(operator, `/${id}/apply`)).toEqual(refused('Change request approval required'));
    const facts = { orgId: acme.contactId, engagementId: engagement.id, createdBy: idOf(client) };
    const link = async (status: 'proposed' | 'approved') => {
      const change = await createChangeRequest(db, world.tenant.id, { ...facts, status });
      await linkEdit(operator, { id, changeRequestId: change.id });
    };
    await link('proposed');
    expect(await post(operator, `/${id}/apply`)).toEqual(refused('Change request not approved'));
    await link('approved');
    expect(await post(operator, `/${id}/apply`)).toEqual([200, { ok: true }]);
    expect(await post(operator, `/${id}/apply`)).toEqual(refused('Already resolved'));
  });

  it('refuses with a note', async () => {
    const { operator, client } = portal;
    const { editEventId: id } = (
      (await post(operator, '', edit({ diff: [{ field: 'procurementRef', to: 'P-1' }] }))) as [
        number,
        { editEventId: string },
      ]
    )[1];
    const note = { rejectionNote: 'Rather not' };
    expect(await post(client, `/${id}/reject`, note)).toEqual([400, { error: 'Unauthorized' }]);
    for (const body of [{}, { rejectionNote: 'four' }])
      expect(await post(operator, `/${id}/reject`, body)).toEqual([400, { error: 'Invalid payload' }]);
    expect(await post(operator, `/${id}/reject`, note)).toEqual([200, { ok: true }]);
    expect(await post(operator, `/${id}/reject`, note)).toEqual([400, { error: 'Already resolved' }]);
  });
});
