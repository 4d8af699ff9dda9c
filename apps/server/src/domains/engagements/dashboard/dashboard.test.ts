import { PURGE_PHRASE } from '@officina/contracts/purge';
import {
  createChangeRequest,
  createDeliverable,
  createEngagement,
  createInquiry,
  createMilestone,
  createScope,
} from '@officina/db/factories-portal';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { testServer } from '../../../testing/harness.ts';
import { submitTrainingInquiry } from '../../training/inquiries/submit-training-inquiry.ts';
import { completeOnboarding } from '../complete-onboarding.ts';
import { approveDeliverable } from '../deliverables/approve-deliverable.ts';
import { engagementHistory } from '../engagement-history.ts';
import { updateMilestone } from '../milestones/update-milestone.ts';
import { purgeRecord } from '../purge/purge-record.ts';
import { createScope as writeScope } from '../scopes/create-scope.ts';
import { updateScope } from '../scopes/update-scope.ts';
import { idOf, portalWorld } from '../testing/portal-world.ts';
import { readPortalDashboard } from './read-dashboard.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

/** Both organisations with something of each kind that waits. */
async function busy() {
  const all = await portalWorld();
  const { db, world, engagement, acme, globex, client } = all;
  const { id: tenantId } = world.tenant;
  const about = { orgId: acme.contactId, engagementId: engagement.id };
  const deliverable = await createDeliverable(db, tenantId, {
    engagementId: engagement.id,
    status: 'review',
  });
  const milestone = await createMilestone(db, tenantId, { engagementId: engagement.id });
  await createChangeRequest(db, tenantId, { ...about, createdBy: idOf(client), status: 'needs_info' });
  await createScope(db, tenantId, { ...about, status: 'sent', sentAt: new Date('2026-01-12T08:00:00Z') });
  await createScope(db, tenantId, { ...about, title: 'Not yet told' });
  const theirs = await createEngagement(db, tenantId, { orgId: globex.contactId, title: 'Theirs' });
  await createInquiry(db, tenantId, { orgId: globex.contactId, organization: 'Globex' });
  return { ...all, deliverable, milestone, theirs };
}

const waiting = ({ tasks }: Awaited<ReturnType<typeof readPortalDashboard>>) =>
  Object.fromEntries(tasks.map(({ kind, total }) => [kind, total]));

describe('the start page of the portal', () => {
  it('tells a client what waits in their organisation, and nothing of another', async () => {
    const { client, other, deliverable, engagement } = await busy();
    const page = await readPortalDashboard(client, {});
    expect(page).toMatchObject({
      onboarded: false,
      counters: { engagements: 1, changeRequests: 1, scopes: 1, documents: 0, invoices: 0 },
      documents: [],
    });
    expect(waiting(page)).toEqual({
      scopes_to_decide: 1,
      deliverables_to_approve: 1,
      changes_to_answer: 1,
      inputs_to_give: 1,
    });
    expect(page.tasks[1]?.items).toEqual([
      {
        id: deliverable.id,
        title: 'Network plan',
        organization: null,
        since: expect.any(String),
        engagementId: engagement.id,
      },
    ]);
    const foreign = await readPortalDashboard(other, {});
    expect(foreign.counters).toMatchObject({ engagements: 1, changeRequests: 0, scopes: 0 });
    expect(JSON.stringify(foreign)).not.toContain('Network plan');
  });

  it('tells staff what waits everywhere, with whose it is', async () => {
    const { operator } = await busy();
    const page = await readPortalDashboard(operator, {});
    expect(page.onboarded).toBe(true);
    expect(page.counters).toMatchObject({ engagements: 2, changeRequests: 1, scopes: 1 });
    expect(waiting(page)).toEqual({
      inquiries_to_triage: 1,
      edits_to_resolve: 0,
      changes_to_decide: 1,
      invoices_overdue: 0,
    });
    expect(page.tasks[2]?.items[0]).toMatchObject({ title: 'Add a zone', organization: expect.any(String) });
  });

  it('knows when a client has said how they want to work', async () => {
    const { client } = await portalWorld();
    await completeOnboarding(client, {
      preferredChannel: 'E-mail',
      ndaStatus: 'Signed',
      accessPreference: 'None',
      acceptedTerms: true,
    });
    expect((await readPortalDashboard(client, {})).onboarded).toBe(true);
  });

  it('tells clients nothing of drafts in what happened', async () => {
    const { admin, client, operator, engagement, deliverable } = await busy();
    const draft = await writeScope(operator, {
      engagementId: engagement.id,
      title: 'Secret draft',
      fixedPriceEUR: 2000,
      scopeSummary: 'Nobody knows of it.',
      deliverables: ['One'],
    });
    await approveDeliverable(client, { id: deliverable.id });
    const seen = await readPortalDashboard(client, {});
    expect(seen.activity.map(({ verb }) => verb)).toEqual(['deliverable.approved']);
    expect(JSON.stringify(seen)).not.toContain('Secret draft');
    await updateScope(operator, { id: draft.id, status: 'sent' });
    const [last] = (await readPortalDashboard(client, {})).activity;
    expect(last).toMatchObject({ verb: 'scope.sent', title: 'Secret draft', organization: null });
    const staff = await readPortalDashboard(operator, {});
    expect(staff.activity.map(({ verb }) => verb)).toContain('scope.created');
    await purgeRecord(admin, {
      entityType: 'scope',
      entityId: draft.id,
      reason: 'Mistaken',
      confirm: PURGE_PHRASE,
    });
    const later = await readPortalDashboard(client, {});
    expect(later.activity.map(({ verb }) => verb)).toEqual(['deliverable.approved']);
  });

  it('calls what was deleted by its name, and leaves to other parts what is theirs', async () => {
    const { admin, operator, client, deliverable, milestone, engagement } = await busy();
    await approveDeliverable(client, { id: deliverable.id });
    const question = { name: 'Jo', email: 'jo@school.example', program: 'barber-apprenticeship' };
    await submitTrainingInquiry(operator, question);
    const forGood = { reason: 'By mistake', confirm: PURGE_PHRASE };
    await purgeRecord(admin, { ...forGood, entityType: 'deliverable', entityId: deliverable.id });
    await purgeRecord(admin, { ...forGood, entityType: 'milestone', entityId: milestone.id });
    const told = (await readPortalDashboard(operator, {})).activity.map(({ verb, title }) => [verb, title]);
    expect(told).toEqual([
      ['record.purged', milestone.title],
      ['record.purged', 'Network plan'],
      ['deliverable.approved', 'Network plan'],
    ]);
    const history = async (ctx: Ctx) =>
      (await engagementHistory(ctx, { id: engagement.id })).items.map(({ verb }) => verb);
    expect(await history(operator)).toEqual(['record.purged', 'record.purged', 'deliverable.approved']);
    expect(await history(client)).toEqual([]);
    expect((await readPortalDashboard(client, {})).activity).toMatchObject([
      { verb: 'deliverable.approved', title: 'Network plan' },
    ]);
  });

  it('is refused to whoever has no part in the portal', async () => {
    const { world } = await portalWorld();
    await expect(readPortalDashboard(await world.as('learner'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the history of an engagement', () => {
  it('tells what happened to it and under it, page by page', async () => {
    const { operator, client, engagement, deliverable, milestone } = await busy();
    await updateMilestone(operator, { id: milestone.id, status: 'complete' });
    await approveDeliverable(client, { id: deliverable.id, note: 'As agreed' });
    const first = await engagementHistory(operator, { id: engagement.id, limit: 1 });
    expect(first.items).toMatchObject([
      { verb: 'deliverable.approved', title: 'Network plan', after: { approvalNote: 'As agreed' } },
    ]);
    const rest = await engagementHistory(operator, { id: engagement.id, cursor: first.nextCursor });
    expect(rest.items.map(({ verb }) => verb)).toEqual(['milestone.updated']);
  });

  it('tells a client only what they may know, and of others nothing at all', async () => {
    const { operator, client, other, engagement, deliverable } = await busy();
    const draft = { fixedPriceEUR: 2000, scopeSummary: 'Nobody knows of it.', deliverables: ['One'] };
    await writeScope(operator, { engagementId: engagement.id, title: 'Secret draft', ...draft });
    await approveDeliverable(client, { id: deliverable.id, note: 'As agreed' });
    const { items } = await engagementHistory(client, { id: engagement.id });
    expect(items.map(({ verb, after }) => [verb, after])).toEqual([
      ['deliverable.approved', { status: 'approved' }],
    ]);
    await expect(engagementHistory(other, { id: engagement.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
