import { DELIVERABLE_TRANSITIONS } from '@officina/contracts/engagements';
import { DELIVERABLE_STATUSES, ENGAGEMENT_STAGES } from '@officina/contracts/portal';
import {
  createChangeRequest,
  createEdit,
  createEngagementDocument,
  createScope,
  createDeliverable as deliverableFactory,
  createEngagement as engagementFactory,
  createMilestone as milestoneFactory,
} from '@officina/db/factories-portal';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { createPortalInvoice } from './billing/create-invoice.ts';
import { listPortalInvoices } from './billing/invoice-reads.ts';
import { listChangeRequests } from './change-requests/change-reads.ts';
import { createEngagement } from './create-engagement.ts';
import { approveDeliverable } from './deliverables/approve-deliverable.ts';
import { createDeliverable } from './deliverables/create-deliverable.ts';
import { updateDeliverable } from './deliverables/update-deliverable.ts';
import { listDocuments } from './documents/list-documents.ts';
import { listEdits } from './edits/edit-reads.ts';
import { listEngagements } from './engagement-reads.ts';
import { getEngagement } from './get-engagement.ts';
import { createMilestone } from './milestones/create-milestone.ts';
import { updateMilestone } from './milestones/update-milestone.ts';
import { listScopes } from './scopes/scope-reads.ts';
import { bellOf, idOf, portalWorld, verbsOf } from './testing/portal-world.ts';
import { updateEngagement } from './update-engagement.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('engagements', () => {
  it('begin in triage and are told to the organisation', async () => {
    const { world, operator, client, other, acme } = await portalWorld();
    const made = await createEngagement(operator, {
      orgId: acme.contactId,
      title: ' Second plant ',
      startDate: '2026-03-01T23:30:00-02:00',
      targetDate: '2026-06-30',
      ownerId: idOf(operator),
    });
    expect(made).toMatchObject({
      orgId: acme.contactId,
      title: 'Second plant',
      stage: 'triage',
      status: 'on_track',
      serviceSlug: null,
      startDate: '2026-03-02T00:00:00.000Z',
      targetDate: '2026-06-30T00:00:00.000Z',
      organization: { id: acme.contactId, name: acme.name },
      owner: { id: idOf(operator) },
      nextStep: 'We are reviewing your request',
      controlledOnly: false,
    });
    expect(await verbsOf(world)).toEqual(['engagement.created']);
    expect(await bellOf(world, client)).toEqual(['engagement_created']);
    expect(await bellOf(world, other)).toEqual([]);
  });

  it('need an organisation of the tenant, an owner of the staff and a service of the catalogue', async () => {
    const { operator, client, other, acme, world } = await portalWorld();
    const make = (facts: object, ctx = operator) =>
      createEngagement(ctx, { orgId: acme.contactId, title: 'x', ...facts });
    const stranger = await createWorld('admin');
    for (const orgId of [UNKNOWN, 'x'])
      await expect(make({ orgId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(make({}, stranger.ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const ctx of [client, other, await world.as('accountant')])
      await expect(make({}, ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const [field, value] of [
      ['ownerId', idOf(client)],
      ['ownerId', UNKNOWN],
      ['serviceSlug', 'nothing'],
      ['startDate', '2026-02-30'],
      ['title', ''],
    ] as const)
      await expect(make({ [field]: value })).rejects.toMatchObject({
        details: [expect.objectContaining({ field })],
      });
  });

  it('may be set to any stage by staff; only admins reopen a closed one', async () => {
    const { admin, operator, engagement } = await portalWorld();
    const { id } = engagement;
    for (const stage of ENGAGEMENT_STAGES.filter((each) => each !== 'closed'))
      expect((await updateEngagement(operator, { id, stage })).stage).toBe(stage);
    const closed = await updateEngagement(operator, { id, stage: 'closed', status: 'at_risk' });
    expect(closed).toMatchObject({
      stage: 'closed',
      status: 'completed',
      abilities: { add: false, reopen: false },
    });
    expect((await updateEngagement(operator, { id, title: 'Renamed' })).title).toBe('Renamed');
    for (const stage of ENGAGEMENT_STAGES.filter((each) => each !== 'closed'))
      await expect(updateEngagement(operator, { id, stage })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await updateEngagement(admin, { id, stage: 'ongoing' })).stage).toBe('ongoing');
  });

  it('keep what is not named, clear what is null and note nothing where nothing changes', async () => {
    const { world, operator, client, engagement } = await portalWorld();
    const { id } = engagement;
    await updateEngagement(operator, { id, targetDate: '2026-06-30', ownerId: idOf(operator) });
    const { version } = await updateEngagement(operator, { id, status: 'blocked' });
    await updateEngagement(operator, { id, status: 'blocked' });
    const cleared = await updateEngagement(operator, { id, version, targetDate: null });
    expect(cleared).toMatchObject({ status: 'blocked', targetDate: null, ownerId: idOf(operator) });
    expect(await verbsOf(world)).toEqual(Array(3).fill('engagement.updated'));
    await expect(updateEngagement(operator, { id, version, title: 'x' })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await expect(updateEngagement(client, { id, title: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are seen by their own organisation alone, with what belongs to them', async () => {
    const { world, db, admin, client, other, acme, globex, engagement } = await portalWorld();
    const tenantId = world.tenant.id;
    const theirs = await engagementFactory(db, tenantId, { orgId: globex.contactId, title: '100% other' });
    await milestoneFactory(db, tenantId, { engagementId: engagement.id });
    await deliverableFactory(db, tenantId, { engagementId: engagement.id });
    for (const status of ['draft', 'sent'] as const)
      await createScope(db, tenantId, { orgId: acme.contactId, engagementId: engagement.id, status });
    const ids = async (ctx: typeof admin, input: object = {}) =>
      (await listEngagements(ctx, input)).items.map(({ id }) => id);
    expect(await ids(admin)).toEqual([theirs.id, engagement.id]);
    expect(await ids(client)).toEqual([engagement.id]);
    expect(await ids(other)).toEqual([theirs.id]);
    expect(await ids(admin, { q: '0% O' })).toEqual([theirs.id]);
    expect(await ids(admin, { q: acme.name.toUpperCase() })).toEqual([engagement.id]);
    expect(await ids(admin, { stage: 'closed' })).toEqual([]);
    const first = await listEngagements(admin, { limit: 1 });
    const next = await listEngagements(admin, { limit: 1, cursor: first.nextCursor });
    expect(next.items.map(({ id }) => id)).toEqual([engagement.id]);
    expect(next.nextCursor).toBeNull();
    const seen = await getEngagement(client, { id: engagement.id });
    expect(seen.milestones).toMatchObject([{ title: 'Kick-off', order: 0, abilities: { edit: false } }]);
    expect(seen.deliverables).toMatchObject([{ title: 'Network plan', abilities: { approve: false } }]);
    expect(seen.scopes.map(({ status }) => status)).toEqual(['sent']);
    expect((await getEngagement(admin, { id: engagement.id })).scopes).toHaveLength(2);
    for (const id of [engagement.id, UNKNOWN, 'x'])
      await expect(getEngagement(other, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are read with all that is under them as each list reads it, by staff and by clients', async () => {
    const { world, db, operator, client, acme, engagement } = await portalWorld();
    const tenantId = world.tenant.id;
    const { id: engagementId } = engagement;
    const ofOrg = { orgId: acme.contactId, engagementId };
    const change = await createChangeRequest(db, tenantId, { ...ofOrg, createdBy: idOf(client) });
    await createChangeRequest(db, tenantId, {
      ...ofOrg,
      createdBy: idOf(operator),
      assignedTo: idOf(operator),
    });
    const about = {
      ...ofOrg,
      createdBy: idOf(client),
      entityType: 'engagement',
      entityId: engagementId,
    } as const;
    await createEdit(db, tenantId, { ...about, linkedChangeRequestId: change.id });
    await createEdit(db, tenantId, about);
    await createEngagementDocument(db, tenantId, ofOrg);
    await createScope(db, tenantId, { ...ofOrg, status: 'sent', sentAt: new Date('2026-01-12T08:00:00Z') });
    await createPortalInvoice(operator, { engagementId, issueDate: '2026-01-10', amountEUR: 100 });
    await createPortalInvoice(operator, { engagementId });
    const asked = { engagementId };
    for (const ctx of [operator, client]) {
      const {
        engagement: view,
        milestones: _m,
        deliverables: _d,
        ...parts
      } = await getEngagement(ctx, {
        id: engagementId,
      });
      expect([view]).toEqual((await listEngagements(ctx, {})).items);
      expect(parts).toEqual({
        scopes: (await listScopes(ctx, asked)).items,
        changeRequests: (await listChangeRequests(ctx, asked)).items,
        documents: (await listDocuments(ctx, asked)).items,
        invoices: (await listPortalInvoices(ctx, asked)).items,
        edits: (await listEdits(ctx, asked)).items,
      });
      const counts = Object.values(parts).map((rows) => rows.length);
      expect(counts).toEqual([1, 2, 1, 2, 2]);
    }
  });

  it('are bound to controlled changes once a code is set and a scope approved', async () => {
    const { world, db, admin, acme } = await portalWorld();
    const tenantId = world.tenant.id;
    const bound = async (codes: object, status: 'approved' | 'sent') => {
      const { id } = await engagementFactory(db, tenantId, { orgId: acme.contactId, ...codes });
      await createScope(db, tenantId, { orgId: acme.contactId, engagementId: id, status });
      return (await getEngagement(admin, { id })).engagement.controlledOnly;
    };
    expect(await bound({ costCenter: 'CC-1' }, 'approved')).toBe(true);
    expect(await bound({ costCenter: 'CC-1' }, 'sent')).toBe(false);
    expect(await bound({}, 'approved')).toBe(false);
  });
});

describe('milestones', () => {
  it('are added at the end, however many at once, and take any status', async () => {
    const { world, operator, client, engagement } = await portalWorld();
    const engagementId = engagement.id;
    const made = await Promise.all(
      ['a', 'b', 'c', 'd'].map((title) => createMilestone(operator, { engagementId, title })),
    );
    expect(made.map(({ order }) => order).sort()).toEqual([0, 1, 2, 3]);
    const { id } = made[0] ?? { id: '' };
    for (const status of ['complete', 'planned', 'in_progress'] as const)
      expect((await updateMilestone(operator, { id, status })).status).toBe(status);
    const dated = await updateMilestone(operator, { id, dueDate: '2026-04-01' });
    expect(dated).toMatchObject({ dueDate: '2026-04-01T00:00:00.000Z', status: 'in_progress' });
    await expect(updateMilestone(client, { id, title: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await verbsOf(world)).filter((verb) => verb === 'milestone.updated')).toHaveLength(4);
  });

  it('are not added to a closed engagement, nor are deliverables', async () => {
    const { operator, engagement } = await portalWorld();
    const engagementId = engagement.id;
    await updateEngagement(operator, { id: engagementId, stage: 'closed' });
    expect(await saying(createMilestone(operator, { engagementId, title: 'x' }))).toBe('Engagement closed');
    expect(await saying(createDeliverable(operator, { engagementId, title: 'x' }))).toBe('Engagement closed');
  });
});

describe('deliverables', () => {
  it('move between all states by staff; clients approve only what is in review', async () => {
    const { world, db, operator, client, other, engagement } = await portalWorld();
    const make = (status: (typeof DELIVERABLE_STATUSES)[number]) =>
      deliverableFactory(db, world.tenant.id, { engagementId: engagement.id, status });
    for (const from of DELIVERABLE_STATUSES) {
      for (const status of DELIVERABLE_TRANSITIONS.staff[from]) {
        const moved = await updateDeliverable(operator, { id: (await make(from)).id, status });
        expect(moved.status).toBe(status);
        expect(moved.approvedById).toBe(status === 'approved' ? idOf(operator) : null);
      }
      const { id } = await make(from);
      await expect(approveDeliverable(other, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(approveDeliverable(operator, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const may = DELIVERABLE_TRANSITIONS.client[from].includes('approved');
      const said = await saying(approveDeliverable(client, { id, note: 'Well done' }));
      expect(said, from).toBe(may ? 'done' : 'Deliverable is not in review');
    }
  });

  it('are approved once by two clients at one moment, told to staff, and lose it when they go back', async () => {
    const { world, db, admin, operator, client, engagement } = await portalWorld();
    const engagementId = engagement.id;
    const { id } = await deliverableFactory(db, world.tenant.id, { engagementId, status: 'review' });
    const said = await Promise.all([
      saying(approveDeliverable(client, { id, note: 'Fine' })),
      saying(approveDeliverable(client, { id, note: 'Fine' })),
    ]);
    expect(said.sort()).toEqual(['Deliverable is not in review', 'done']);
    expect(await bellOf(world, admin)).toEqual(['deliverable_approved']);
    expect(await verbsOf(world)).toEqual(['deliverable.approved']);
    const [approved] = (await getEngagement(client, { id: engagementId })).deliverables;
    expect(approved).toMatchObject({
      status: 'approved',
      approvedAt: '2026-01-15T10:00:00.000Z',
      approvedById: idOf(client),
      approvalNote: 'Fine',
    });
    const back = await updateDeliverable(operator, { id, status: 'review' });
    expect(back).toMatchObject({ approvedAt: null, approvedById: null, approvalNote: null });
  });

  it('hold no document but a live one of their engagement', async () => {
    const { operator, engagement } = await portalWorld();
    const made = await createDeliverable(operator, { engagementId: engagement.id, title: 'Plan' });
    expect(made).toMatchObject({ status: 'draft', documentId: null });
    for (const documentId of [UNKNOWN, 'x'])
      expect(await saying(updateDeliverable(operator, { id: made.id, documentId }))).toBe('Invalid document');
  });
});
