import { CHANGE_TRANSITIONS, isOpenChange } from '@officina/contracts/change-requests';
import { CHANGE_STATUSES, type ChangeStatus } from '@officina/contracts/portal';
import { createChangeRequest as changeFactory, createEngagement } from '@officina/db/factories-portal';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { removeMember } from '../../tenancy/remove-member.ts';
import { bellOf, idOf, type PortalWorld, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { getChangeRequest, listChangeRequests, pageChangeRequests } from './change-reads.ts';
import { createChangeRequest } from './create-change-request.ts';
import { decideChangeRequest } from './decide-change-request.ts';
import { implementChangeRequest } from './implement-change-request.ts';
import { resubmitChangeRequest } from './resubmit-change-request.ts';
import { updateChangeRequest } from './update-change-request.ts';

const FACTS = {
  title: 'Add a zone',
  description: 'One more zone for the packing line.',
  impact: 'scope' as const,
  severity: 'med' as const,
};

const change = ({ world, db, client, acme, engagement }: PortalWorld, status: ChangeStatus = 'proposed') =>
  changeFactory(db, world.tenant.id, {
    orgId: acme.contactId,
    engagementId: engagement.id,
    createdBy: idOf(client),
    status,
  });

/** The error's words, or `done`. */
const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('proposing a change', () => {
  it('is told to staff when a client does it, to the client when staff do', async () => {
    const portal = await portalWorld();
    const { world, admin, operator, client, other, engagement } = portal;
    const made = await createChangeRequest(client, { engagementId: engagement.id, ...FACTS });
    expect(made).toMatchObject({
      ...FACTS,
      status: 'proposed',
      createdByUserId: idOf(client),
      decidedAt: null,
    });
    expect(await bellOf(world, admin)).toEqual(['change_request_created']);
    expect(await bellOf(world, operator)).toEqual(['change_request_created']);
    expect(await bellOf(world, client)).toEqual([]);
    await createChangeRequest(operator, { engagementId: engagement.id, ...FACTS });
    expect(await bellOf(world, client)).toEqual(['change_request_created']);
    expect(await bellOf(world, other)).toEqual([]);
    expect(await verbsOf(world)).toEqual(['change_request.created', 'change_request.created']);
  });

  it('is refused for another organisation, for what does not exist and once the engagement is closed', async () => {
    const { world, db, client, other, acme, engagement } = await portalWorld();
    const stranger = await createWorld('admin');
    const ask = (ctx: typeof client, engagementId: string) =>
      createChangeRequest(ctx, { engagementId, ...FACTS });
    await expect(ask(other, engagement.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(stranger.ctx, engagement.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(client, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const closed = await createEngagement(db, world.tenant.id, { orgId: acme.contactId, stage: 'closed' });
    expect(await saying(ask(client, closed.id))).toBe('Engagement closed');
    await expect(ask(await world.as('accountant'), engagement.id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await verbsOf(world)).toEqual([]);
  });
});

describe('the status of a change request', () => {
  const sides = ['staff', 'client'] as const;
  const allowed = (side: (typeof sides)[number], from: ChangeStatus, to: ChangeStatus) =>
    CHANGE_TRANSITIONS[from][to]?.includes(side) ?? false;

  for (const side of sides)
    it(`moves by a patch of ${side} exactly as the table says`, async () => {
      const portal = await portalWorld();
      const ctx = side === 'staff' ? portal.operator : portal.client;
      for (const from of CHANGE_STATUSES)
        for (const status of CHANGE_STATUSES) {
          const { id } = await change(portal, from);
          const said = await saying(updateChangeRequest(ctx, { id, status }));
          const limited = side === 'client' && status !== 'proposed' && status !== 'cancelled';
          const passes = from === status || allowed(side, from, status);
          const expected = limited ? 'Forbidden' : passes ? 'done' : 'Invalid transition';
          expect(said, `${from} → ${status}`).toBe(expected);
          const now = await getChangeRequest(portal.admin, { id });
          expect(now.status).toBe(expected === 'done' ? status : from);
        }
    });

  it('is decided while it is open and implemented once it is approved', async () => {
    const portal = await portalWorld();
    for (const from of CHANGE_STATUSES) {
      for (const status of ['approved', 'rejected', 'needs_info'] as const) {
        const { id } = await change(portal, from);
        const said = await saying(
          decideChangeRequest(portal.operator, { id, status, decisionNote: 'As discussed' }),
        );
        expect(said).toBe(isOpenChange(from) ? 'done' : 'Change request locked');
      }
      const { id } = await change(portal, from);
      const said = await saying(implementChangeRequest(portal.operator, { id }));
      const fine = from === 'approved' || from === 'implemented';
      expect(said).toBe(fine ? 'done' : 'Change request not approved');
    }
  });

  it('leads through a whole life, with deltas, stamps and news', async () => {
    const portal = await portalWorld();
    const { world, operator, client } = portal;
    const { id } = await change(portal);
    const asked = await decideChangeRequest(operator, {
      id,
      status: 'needs_info',
      decisionNote: 'Which line?',
      costDeltaEUR: 4000,
      scheduleDeltaDays: 5,
    });
    expect(asked).toMatchObject({ decidedAt: null, costDeltaEUR: 4000, scheduleDeltaDays: 5 });
    const description = 'One more zone for packing line 4.';
    const again = await resubmitChangeRequest(client, { id, description, reason: 'Line named' });
    expect(again).toMatchObject({ status: 'proposed', description, costDeltaEUR: 4000 });
    const [edit] = await world.server.services.client.sql`
      select entity_type, kind, status, diff from edit_events where tenant_id = ${world.tenant.id}`;
    expect(edit).toEqual({
      entity_type: 'change_request',
      kind: 'minor_edit',
      status: 'applied',
      diff: [{ field: 'description', from: FACTS.description, to: description }],
    });
    const approved = await decideChangeRequest(operator, {
      id,
      status: 'approved',
      decisionNote: 'Agreed',
      costDeltaEUR: null,
    });
    expect(approved).toMatchObject({
      decidedAt: '2026-01-15T10:00:00.000Z',
      costDeltaEUR: null,
      scheduleDeltaDays: 5,
    });
    const done = await implementChangeRequest(operator, { id });
    expect(done).toMatchObject({ status: 'implemented', implementedAt: '2026-01-15T10:00:00.000Z' });
    expect(await implementChangeRequest(operator, { id })).toEqual(done);
    expect(await verbsOf(world)).toEqual([
      'change_request.decided',
      'edit.applied',
      'change_request.updated',
      'change_request.decided',
      'change_request.implemented',
    ]);
    expect(await bellOf(world, client)).toEqual([
      'change_request_decision',
      'change_request_decision',
      'change_request_implemented',
    ]);
    const mails = await world.server.services.client.sql<{ subject: string }[]>`
      select subject from outbox_messages where tenant_id = ${world.tenant.id} order by id`;
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Change request needs_info',
      'Change request approved',
    ]);
  });

  it('is decided once by two deciders at one moment', async () => {
    const portal = await portalWorld();
    const { id } = await change(portal);
    const decide = (status: 'approved' | 'rejected') =>
      saying(decideChangeRequest(portal.operator, { id, status, decisionNote: 'Decided' }));
    const said = await Promise.all([decide('approved'), decide('rejected'), decide('approved')]);
    expect(said.sort()).toEqual(['Change request locked', 'Change request locked', 'done']);
    expect(await verbsOf(portal.world)).toEqual(['change_request.decided']);
  });

  it('is implemented once by many at one moment', async () => {
    const portal = await portalWorld();
    const { id } = await change(portal, 'approved');
    await Promise.all(Array.from({ length: 4 }, () => implementChangeRequest(portal.operator, { id })));
    expect(await verbsOf(portal.world)).toEqual(['change_request.implemented']);
  });
});

describe('what a change request says', () => {
  it('may be changed while it is open, and nothing is written when nothing differs', async () => {
    const portal = await portalWorld();
    const { world, operator, client, admin } = portal;
    const { id } = await change(portal);
    const said = await updateChangeRequest(client, { id, title: '  A better title ', severity: 'high' });
    expect(said).toMatchObject({ title: 'A better title', severity: 'high', description: FACTS.description });
    await updateChangeRequest(client, { id, title: 'A better title' });
    expect(await verbsOf(world)).toEqual(['change_request.updated']);
    expect(await bellOf(world, admin)).toEqual(['change_request_updated']);
    const assigned = await updateChangeRequest(operator, {
      id,
      assignedToUserId: idOf(client),
      costDeltaEUR: 0,
    });
    expect(assigned).toMatchObject({ assignedToUserId: idOf(client), costDeltaEUR: 0 });
    const assignee = async () => (await getChangeRequest(operator, { id })).assignedTo;
    expect(await assignee()).toMatchObject({ id: idOf(client), gone: false });
    expect((await updateChangeRequest(operator, { id, assignedToUserId: null })).assignedToUserId).toBeNull();
    const leaver = await world.as('member');
    await updateChangeRequest(operator, { id, assignedToUserId: idOf(leaver) });
    await removeMember(await world.as('owner'), { userId: idOf(leaver) });
    expect(await assignee()).toMatchObject({ id: idOf(leaver), gone: true });
    expect(await bellOf(world, client)).toEqual([
      'change_request_updated',
      'change_request_updated',
      'change_request_updated',
    ]);
  });

  it('is limited for clients: no delta, no assignment', async () => {
    const portal = await portalWorld();
    const { id } = await change(portal);
    const { client, operator } = portal;
    await updateChangeRequest(operator, { id, costDeltaEUR: 900 });
    for (const patch of [{ costDeltaEUR: 0 }, { costDeltaEUR: 5 }, { scheduleDeltaDays: 0 }])
      await expect(updateChangeRequest(client, { id, ...patch })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    const said = await updateChangeRequest(client, {
      id,
      costDeltaEUR: null,
      assignedToUserId: idOf(operator),
    });
    expect(said).toMatchObject({ costDeltaEUR: 900, assignedToUserId: null });
  });

  it('is locked once decided; who looks after it only at the end', async () => {
    const portal = await portalWorld();
    const { operator, other } = portal;
    for (const status of CHANGE_STATUSES.filter((each) => !isOpenChange(each))) {
      const { id } = await change(portal, status);
      for (const patch of [{ title: 'Another' }, { costDeltaEUR: null }, { impact: 'risk' as const }])
        expect(await saying(updateChangeRequest(operator, { id, ...patch }))).toBe('Change request locked');
      const assigning = await saying(updateChangeRequest(operator, { id, assignedToUserId: idOf(operator) }));
      expect(assigning).toBe(status === 'approved' ? 'done' : 'Change request locked');
    }
    const { id } = await change(portal);
    for (const assignedToUserId of [idOf(other), 'nobody', '01900000-0000-7000-8000-000000000000'])
      expect(await saying(updateChangeRequest(operator, { id, assignedToUserId }))).toBe('Invalid assignee');
  });

  it('is refused to another organisation before its fields are looked at', async () => {
    const portal = await portalWorld();
    const { id } = await change(portal);
    const nonsense = { id, title: 7 } as never;
    await expect(updateChangeRequest(portal.other, nonsense)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(updateChangeRequest(portal.client, nonsense)).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [expect.objectContaining({ field: 'title' })],
    });
    await expect(updateChangeRequest(portal.client, { id })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    await expect(
      resubmitChangeRequest(portal.other, { id, description: FACTS.description, reason: 'Because' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getChangeRequest(portal.other, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const version = (await getChangeRequest(portal.client, { id })).version + 1;
    await expect(updateChangeRequest(portal.client, { id, version, title: 'Newer' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });
});

describe('lists of change requests', () => {
  it('show clients their own, without the addresses of staff', async () => {
    const portal = await portalWorld();
    const { world, db, admin, operator, client, other, acme, engagement } = portal;
    const first = await change(portal);
    const second = await changeFactory(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdBy: idOf(operator),
      status: 'approved',
    });
    const ids = async (ctx: typeof client, input: object = {}) =>
      (await listChangeRequests(ctx, input)).items.map(({ id }) => id);
    expect(await ids(client)).toEqual([second.id, first.id]);
    expect(await ids(admin, { status: 'approved' })).toEqual([second.id]);
    expect(await ids(admin, { engagementId: engagement.id })).toHaveLength(2);
    expect(await ids(admin, { engagementId: 'nonsense' })).toEqual([]);
    expect(await ids(other)).toEqual([]);
    const [seen] = (await listChangeRequests(client, {})).items;
    expect(seen?.createdBy).toEqual({ id: idOf(operator), name: 'Marc Dupont', email: null });
    const [told] = (await listChangeRequests(admin, {})).items;
    expect(told?.createdBy.email).toContain('@');
  });

  it('page by cursor and by the last item', async () => {
    const portal = await portalWorld();
    const made = [];
    for (let i = 0; i < 5; i++) made.unshift((await change(portal)).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listChangeRequests>> = await listChangeRequests(portal.client, {
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
    const older = await pageChangeRequests(portal.client, { before: made[1] });
    expect(older.map(({ id }) => id)).toEqual(made.slice(2));
    await expect(pageChangeRequests(portal.other, { before: made[1] })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
  });
});
