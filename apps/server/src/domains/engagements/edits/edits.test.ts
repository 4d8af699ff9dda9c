import { EDIT_RULES, fateOfEdit } from '@officina/contracts/edits';
import { EDIT_VALUES } from '@officina/contracts/edits-inputs';
import type { EditedEntity } from '@officina/contracts/portal';
import {
  createChangeRequest,
  createDeliverable,
  createEdit,
  createEngagement,
  createEngagementDocument,
  createInquiry,
  createMilestone,
  createScope,
} from '@officina/db/factories-portal';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld } from '../../../testing/harness.ts';
import { createPortalInvoice } from '../billing/create-invoice.ts';
import { createChangeRequest as proposeChange } from '../change-requests/create-change-request.ts';
import { decideChangeRequest } from '../change-requests/decide-change-request.ts';
import { implementChangeRequest } from '../change-requests/implement-change-request.ts';
import { readPortalDashboard } from '../dashboard/read-dashboard.ts';
import { engagementHistory } from '../engagement-history.ts';
import { getEngagement } from '../get-engagement.ts';
import { bellOf, idOf, type PortalWorld, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { updateEngagement } from '../update-engagement.ts';
import { applyEdit } from './apply-edit.ts';
import { getEdit, listEdits } from './edit-reads.ts';
import { linkEdit } from './link-edit.ts';
import { rejectEdit } from './reject-edit.ts';
import { submitEdit } from './submit-edit.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

type Diff = { field: string; from?: unknown; to?: unknown }[];
const submit = (ctx: Ctx, entityType: EditedEntity, entityId: string, diff: Diff, more: object = {}) =>
  submitEdit(ctx, { entityType, entityId, reason: 'As agreed', diff, ...more });

/** Everything that an edit may be about. */
async function everything({ world, db, client, acme, engagement }: PortalWorld) {
  const tenantId = world.tenant.id;
  const ofOrg = { orgId: acme.contactId, engagementId: engagement.id };
  const under = { engagementId: engagement.id };
  return {
    engagement,
    scope: await createScope(db, tenantId, { ...ofOrg, status: 'sent' }),
    draft: await createScope(db, tenantId, ofOrg),
    change: await createChangeRequest(db, tenantId, { ...ofOrg, createdBy: idOf(client) }),
    document: await createEngagementDocument(db, tenantId, ofOrg),
    evidence: await createEngagementDocument(db, tenantId, { ...ofOrg, category: 'evidence' }),
    deliverable: await createDeliverable(db, tenantId, under),
    milestone: await createMilestone(db, tenantId, under),
  };
}

let portal: PortalWorld;
let rows: Awaited<ReturnType<typeof everything>>;
beforeAll(async () => {
  portal = await portalWorld();
  rows = await everything(portal);
});

describe('submitting an edit', () => {
  it('has a rule and a form of values for the same fields', () => {
    for (const [entity, rules] of Object.entries(EDIT_RULES))
      expect(Object.keys(EDIT_VALUES[entity as EditedEntity]).sort()).toEqual(Object.keys(rules).sort());
    expect(fateOfEdit('engagement', 'constructor', 'admin')).toBe('refused');
  });

  it('applies what is minor for the caller and lets everything else wait as a whole', async () => {
    const { world, operator, client, admin, other } = await Promise.resolve(portal);
    const { id } = rows.engagement;
    const minor = await submit(operator, 'engagement', id, [
      { field: 'title', from: rows.engagement.title, to: ' Renamed ' },
      { field: 'startDate', to: '2026-03-01T23:30:00-02:00' },
    ]);
    expect(minor).toEqual({ ok: true, status: 'applied', editEventId: expect.any(String) });
    const mixed = [
      { field: 'title', to: 'Twice renamed' },
      { field: 'costCenter', to: 'CC-9' },
    ];
    expect((await submit(operator, 'engagement', id, mixed)).status).toBe('pending_approval');
    const title = [{ field: 'title', to: 'By the client' }];
    expect((await submit(client, 'engagement', id, title)).status).toBe('pending_approval');
    const { engagement, edits } = await getEngagement(client, { id });
    expect(engagement).toMatchObject({
      title: 'Renamed',
      startDate: '2026-03-02T00:00:00.000Z',
      costCenter: null,
    });
    expect(edits.map(({ kind, status, diff }) => [kind, status, diff])).toEqual([
      ['controlled_edit', 'pending_approval', [{ field: 'title', from: 'Renamed', to: 'By the client' }]],
      [
        'controlled_edit',
        'pending_approval',
        [
          { field: 'title', from: 'Renamed', to: 'Twice renamed' },
          { field: 'costCenter', from: null, to: 'CC-9' },
        ],
      ],
      [
        'minor_edit',
        'applied',
        [
          { field: 'title', from: 'Harden the plant', to: 'Renamed' },
          { field: 'startDate', from: null, to: '2026-03-02T00:00:00.000Z' },
        ],
      ],
    ]);
    expect(await verbsOf(world)).toEqual(['edit.applied', 'edit.requested', 'edit.requested']);
    expect(await bellOf(world, client)).toEqual(['edit_applied']);
    expect(await bellOf(world, operator)).toEqual(['edit_requested']);
    expect(await bellOf(world, admin)).toEqual(['edit_requested', 'edit_requested']);
    expect(await bellOf(world, other)).toEqual([]);
    const changed = [{ field: 'description', to: 'Written again, and longer.' }];
    expect((await submit(client, 'change_request', rows.change.id, changed)).status).toBe('applied');
    const label = [{ field: 'label', to: 'Plan' }];
    expect((await submit(operator, 'document', rows.document.documentId, label)).status).toBe('applied');
    expect(
      (await submit(client, 'document', rows.document.documentId, [{ field: 'label', to: '' }])).status,
    ).toBe('pending_approval');
  });

  it('is refused in the order of the contract', async () => {
    const { world, db, operator, client, other, acme, globex } = portal;
    const tenantId = world.tenant.id;
    const e = rows.engagement.id;
    const rejected = await createScope(db, tenantId, { orgId: acme.contactId, status: 'rejected' });
    const decided = await createChangeRequest(db, tenantId, {
      orgId: acme.contactId,
      engagementId: e,
      createdBy: idOf(client),
      status: 'approved',
    });
    const elsewhere = await createEngagement(db, tenantId, { orgId: globex.contactId });
    const theirs = await createChangeRequest(db, tenantId, {
      orgId: globex.contactId,
      engagementId: elsewhere.id,
      createdBy: idOf(other),
    });
    const say = (ctx: Ctx, entity: EditedEntity, id: string, diff: Diff, more: object = {}) =>
      saying(submit(ctx, entity, id, diff, more));
    const bad = [{ field: 'status', to: 'x' }];
    expect(await say(operator, 'engagement', e, [])).toBe('Validation error');
    expect(await say(operator, 'engagement', e, [...bad, ...bad])).toBe('Validation error');
    expect(await say(operator, 'engagement', 'x', bad, { reason: ' 1234 ' })).toBe('Reason required');
    expect(await say(operator, 'engagement', 'x', bad)).toBe('Field not editable');
    for (const [entity, field] of [
      ['engagement', 'ownerId'],
      ['invoice', 'internalNote'],
      ['invoice', 'paidAt'],
      ['document', 'category'],
      ['document', 'engagementId'],
      ['document', 'inquiryId'],
    ] as const)
      expect(await say(client, entity, e, [{ field, to: null }]), field).toBe('Field not editable');
    for (const id of ['x', UNKNOWN])
      expect(await say(operator, 'scope', id, [{ field: 'scopeSummary' }])).toBe('Not found');
    for (const [entity, id, field] of [
      ['engagement', e, 'title'],
      ['scope', rows.scope.id, 'scopeSummary'],
      ['change_request', rows.change.id, 'title'],
      ['document', rows.document.documentId, 'label'],
      ['deliverable', rows.deliverable.id, 'title'],
      ['milestone', rows.milestone.id, 'title'],
    ] as const)
      expect(await say(other, entity, id, [{ field, to: 'Whatever it is' }]), entity).toBe('Not found');
    expect(await say(client, 'scope', rows.draft.id, [{ field: 'scopeSummary' }])).toBe('Not found');
    const locks: [EditedEntity, string, string, string][] = [
      ['scope', rejected.id, 'scopeSummary', 'Scope locked'],
      ['change_request', decided.id, 'title', 'Change request locked'],
      ['document', rows.evidence.documentId, 'label', 'Evidence documents cannot be edited'],
    ];
    for (const [entity, id, field, text] of locks)
      expect(await say(operator, entity, id, [{ field, to: 5 }])).toBe(text);
    const wrong = [{ field: 'costCenter', from: 'x', to: 5 }];
    for (const linkedChangeRequestId of ['x', UNKNOWN, theirs.id])
      expect(await say(operator, 'engagement', e, wrong, { linkedChangeRequestId })).toBe(
        'Invalid change request',
      );
    expect(await say(operator, 'engagement', e, wrong)).toBe('Invalid value');
    expect(await say(operator, 'document', rows.document.documentId, [{ field: 'category', to: 'x' }])).toBe(
      'Invalid category',
    );
    expect(await say(operator, 'engagement', e, [{ field: 'costCenter', from: 'x', to: 'y' }])).toBe(
      'Stale edit',
    );
    expect(await say(operator, 'engagement', e, [{ field: 'costCenter', from: null, to: ' ' }])).toBe(
      'No changes',
    );
    for (const role of ['accountant', 'learner'] as const)
      await expect(submit(await world.as(role), 'engagement', e, wrong)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(submit((await createWorld('admin')).ctx, 'engagement', e, wrong)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('judges values one by one', async () => {
    const { world, db, operator, client, acme, globex } = portal;
    const tenantId = world.tenant.id;
    const foreign = await createEngagement(db, tenantId, { orgId: globex.contactId });
    const inquiry = await createInquiry(db, tenantId, { orgId: globex.contactId });
    const taken = await createEngagementDocument(db, tenantId, {
      orgId: acme.contactId,
      engagementId: rows.engagement.id,
    });
    await createDeliverable(db, tenantId, { engagementId: rows.engagement.id, documentId: taken.documentId });
    const bad: [EditedEntity, string, string, unknown[]][] = [
      ['engagement', rows.engagement.id, 'title', ['', null, 'x'.repeat(201), 5]],
      ['engagement', rows.engagement.id, 'ownerId', ['x', UNKNOWN, idOf(client)]],
      ['engagement', rows.engagement.id, 'targetDate', ['2026-02-30', 'soon', 5]],
      ['engagement', rows.engagement.id, 'costCenter', ['x'.repeat(121), 5]],
      ['scope', rows.scope.id, 'fixedPriceEUR', [999, 1000.5, 100_000_001, '2000', null]],
      ['scope', rows.scope.id, 'deliverablesJson', [[], [''], Array(51).fill('x'), 'x']],
      ['scope', rows.scope.id, 'scopeSummary', ['too short', null]],
      ['change_request', rows.change.id, 'title', ['ab', '']],
      ['document', rows.document.documentId, 'description', ['x'.repeat(1001)]],
      ['document', rows.document.documentId, 'engagementId', ['x', foreign.id]],
      ['document', rows.document.documentId, 'inquiryId', [inquiry.id]],
      ['document', taken.documentId, 'engagementId', [null]],
      ['deliverable', rows.deliverable.id, 'status', ['done', null]],
      ['deliverable', rows.deliverable.id, 'documentId', ['x', UNKNOWN, taken.documentId]],
      ['milestone', rows.milestone.id, 'dueDate', ['x']],
    ];
    for (const [entity, id, field, values] of bad)
      for (const to of values)
        expect(await saying(submit(operator, entity, id, [{ field, to }])), `${field} ${to}`).toBe(
          'Invalid value',
        );
  });
});

describe('resolving an edit', () => {
  /** An edit of the cost centre that waits, and a change request that may cover it. */
  async function waiting(made: PortalWorld = portal, status: 'proposed' | 'approved' = 'approved') {
    const { world, db, operator, client, acme } = made;
    const engagement = await createEngagement(db, world.tenant.id, { orgId: acme.contactId });
    const { editEventId: id } = await submit(operator, 'engagement', engagement.id, [
      { field: 'costCenter', to: 'CC-9' },
    ]);
    const change = await createChangeRequest(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdBy: idOf(client),
      status,
    });
    const codes = async () => (await getEngagement(made.admin, { id: engagement.id })).engagement.costCenter;
    return { id, change, engagement, codes };
  }

  it('goes from the edit over its change request to the record', async () => {
    const made = await portalWorld();
    const { world, operator, client, admin } = made;
    const { id, engagement, codes } = await waiting(made);
    expect(await saying(applyEdit(operator, { id }))).toBe('Change request approval required');
    const change = await proposeChange(client, {
      engagementId: engagement.id,
      title: 'Book it elsewhere',
      description: 'On another cost centre.',
      impact: 'cost',
      severity: 'low',
      editEventId: id,
    });
    expect(await saying(applyEdit(operator, { id }))).toBe('Change request not approved');
    expect((await getEdit(admin, { id })).abilities).toEqual({ resolve: true, apply: false, link: true });
    await decideChangeRequest(operator, { id: change.id, status: 'approved', decisionNote: 'Fine' });
    const before = await getEdit(client, { id });
    expect(before).toMatchObject({
      entityTitle: engagement.title,
      changeRequest: { id: change.id, title: change.title, status: 'approved' },
      abilities: { resolve: false, apply: false, link: true },
    });
    expect(await applyEdit(admin, { id })).toEqual({ ok: true });
    expect(await codes()).toBe('CC-9');
    expect(await saying(applyEdit(operator, { id }))).toBe('Already resolved');
    expect(await saying(rejectEdit(operator, { id, rejectionNote: 'Too late' }))).toBe('Already resolved');
    expect(await saying(linkEdit(operator, { id, changeRequestId: change.id }))).toBe('Already resolved');
    expect(await bellOf(world, client)).toContain('edit_applied');
    const [entry] = await world.server.services.client.sql`select after, engagement_id from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'edit.applied'`;
    expect(entry).toMatchObject({ after: { selfApplied: false }, engagement_id: engagement.id });
    expect(await getEdit(admin, { id })).toMatchObject({
      status: 'applied',
      resolvedByUserId: idOf(admin),
      resolvedAt: '2026-01-15T10:00:00.000Z',
    });
  });

  it('is refused once the change was implemented, the record moved or is locked', async () => {
    const { world, db, operator, client, acme } = portal;
    const { id, change, engagement, codes } = await waiting();
    await linkEdit(client, { id, changeRequestId: change.id });
    await implementChangeRequest(operator, { id: change.id });
    expect(await saying(applyEdit(operator, { id }))).toBe('Change request not approved');
    const second = await waiting();
    await linkEdit(operator, { id: second.id, changeRequestId: second.change.id });
    expect(await saying(linkEdit(operator, { id: second.id, changeRequestId: change.id }))).toBe(
      'Invalid change request',
    );
    await submit(operator, 'engagement', second.engagement.id, [{ field: 'title', to: 'Another' }]);
    await updateEngagement(operator, { id: second.engagement.id, title: 'Yet another' });
    expect(await saying(applyEdit(operator, { id: second.id }))).toBe('done');
    const stale = await waiting();
    await linkEdit(operator, { id: stale.id, changeRequestId: stale.change.id });
    await db.execute(`update engagements set cost_center = 'CC-1' where tenant_id = '${world.tenant.id}'
      and id = '${stale.engagement.id}'`);
    expect(await saying(applyEdit(operator, { id: stale.id }))).toBe('Stale edit');
    expect(await stale.codes()).toBe('CC-1');
    expect((await getEdit(operator, { id: stale.id })).status).toBe('pending_approval');
    const rejected = await createScope(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      status: 'rejected',
    });
    const locked = await createEdit(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdBy: idOf(client),
      entityType: 'scope',
      entityId: rejected.id,
      diff: [{ field: 'fixedPriceEUR', from: 1, to: 2 }],
      linkedChangeRequestId: second.change.id,
    });
    expect(await saying(applyEdit(operator, { id: locked.id }))).toBe('Scope locked');
    expect(await codes()).toBeNull();
  });

  it('writes every kind of record and stamps an approval', async () => {
    const { world, db, admin, operator, client, acme, engagement } = portal;
    const approved = await createChangeRequest(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdBy: idOf(client),
      status: 'approved',
    });
    const linkedChangeRequestId = approved.id;
    const through = async (entity: EditedEntity, id: string, diff: Diff) => {
      const edit = await submit(operator, entity, id, diff, { linkedChangeRequestId });
      expect(edit.status).toBe('pending_approval');
      await applyEdit(operator, { id: edit.editEventId });
    };
    await through('scope', rows.scope.id, [
      { field: 'fixedPriceEUR', to: 20_000 },
      { field: 'deliverablesJson', from: rows.scope.deliverables, to: ['One'] },
    ]);
    await through('milestone', rows.milestone.id, [{ field: 'dueDate', to: '2026-05-01' }]);
    const { documentId } = rows.document;
    await through('deliverable', rows.deliverable.id, [
      { field: 'status', to: 'approved' },
      { field: 'documentId', to: documentId },
    ]);
    const found = await getEngagement(admin, { id: engagement.id });
    expect(found.scopes.find(({ id }) => id === rows.scope.id)).toMatchObject({
      fixedPriceEUR: 20_000,
      deliverablesJson: ['One'],
    });
    expect(found.milestones[0]?.dueDate).toBe('2026-05-01T00:00:00.000Z');
    expect(found.deliverables.find(({ id }) => id === rows.deliverable.id)).toMatchObject({
      status: 'approved',
      documentId,
      approvedById: idOf(operator),
      approvedAt: '2026-01-15T10:00:00.000Z',
    });
    await through('deliverable', rows.deliverable.id, [{ field: 'status', to: 'draft' }]);
    const again = await getEngagement(admin, { id: engagement.id });
    expect(again.deliverables.find(({ id }) => id === rows.deliverable.id)?.approvedAt).toBeNull();
    const document = { field: 'engagementId', to: null };
    expect(await saying(submit(operator, 'document', documentId, [document]))).toBe('Invalid value');
  });

  it('happens once, however many do it at one moment', async () => {
    const made = await portalWorld();
    const { id, change, codes } = await waiting(made);
    await linkEdit(made.operator, { id, changeRequestId: change.id });
    const said = await Promise.all([
      saying(applyEdit(made.operator, { id })),
      saying(applyEdit(made.admin, { id })),
      saying(rejectEdit(made.admin, { id, rejectionNote: 'Rather not' })),
    ]);
    expect(said.filter((text) => text === 'done')).toHaveLength(1);
    expect(said.filter((text) => text === 'Already resolved')).toHaveLength(2);
    const verbs = (await verbsOf(made.world)).filter((verb) => /applied|rejected/.test(verb));
    expect(verbs).toHaveLength(1);
    expect(await codes()).toBe(verbs[0] === 'edit.applied' ? 'CC-9' : null);
  });

  it('may end in a refusal, which the requester and the organisation hear of', async () => {
    const made = await portalWorld();
    const { world, operator, client, admin, other } = made;
    const { id, codes } = await waiting(made);
    await expect(rejectEdit(client, { id, rejectionNote: 'Rather not' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await rejectEdit(admin, { id, rejectionNote: 'Rather not' })).toEqual({ ok: true });
    expect(await codes()).toBeNull();
    expect(await bellOf(world, operator)).toEqual(['edit_rejected']);
    expect(await bellOf(world, client)).toEqual(['edit_rejected']);
    expect(await getEdit(client, { id })).toMatchObject({ status: 'rejected', rejectionNote: 'Rather not' });
    for (const ctx of [other, (await createWorld('admin')).ctx]) {
      await expect(getEdit(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await listEdits(ctx, {})).items).toEqual([]);
    }
    expect((await listEdits(client, { status: 'pending_approval' })).items).toEqual([]);
    expect((await listEdits(client, { limit: 1 })).items).toHaveLength(1);
  });
});

describe('an edit of an invoice', () => {
  it('lets staff note, admins pay, and everything else wait; what is paid is locked', async () => {
    const made = await portalWorld();
    const { world, db, admin, operator, client, acme, engagement } = made;
    const invoice = await createPortalInvoice(operator, {
      engagementId: engagement.id,
      issueDate: '2026-01-10',
      dueDate: '2026-02-10',
      amountEUR: 15_000,
    });
    const ask = async (ctx: Ctx, diff: Diff, more?: object) =>
      (await submit(ctx, 'invoice', invoice.id, diff, more)).status;
    expect(await ask(operator, [{ field: 'internalNote', to: 'They pay late' }])).toBe('applied');
    expect(await bellOf(world, client)).toEqual(['invoice_created']);
    const price = [{ field: 'amountEUR', from: 15_000, to: 16_000 }];
    expect(await ask(client, price)).toBe('pending_approval');
    expect(await ask(operator, [{ field: 'paidAt', to: '2026-01-12' }])).toBe('pending_approval');
    for (const diff of [
      [{ field: 'dueDate', to: '2026-01-09' }],
      [{ field: 'paidAt', to: '2026-01-09' }],
      [{ field: 'paidAt', to: '2026-01-18' }],
      [{ field: 'currency', to: 'XXQ' }],
      [{ field: 'amountEUR', to: -1 }],
    ])
      expect(await saying(ask(admin, diff)), JSON.stringify(diff)).toBe('Invalid value');
    const change = await createChangeRequest(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdBy: idOf(client),
      status: 'approved',
    });
    const [waits] = (await listEdits(operator, { status: 'pending_approval' })).items.filter(
      ({ diff }) => diff[0]?.field === 'amountEUR',
    );
    const id = waits?.id ?? '';
    await linkEdit(operator, { id, changeRequestId: change.id });
    await applyEdit(operator, { id });
    expect((await getEngagement(admin, { id: engagement.id })).invoices).toMatchObject([
      { amountEUR: 16_000, totalCents: 1_600_000, internalNote: 'They pay late' },
    ]);
    const revisions = await world.server.services.client.sql`select content from invoice_revisions
      where tenant_id = ${world.tenant.id}`;
    expect(revisions).toMatchObject([{ content: { amountEUR: 15_000 } }]);
    expect(await ask(admin, [{ field: 'paidAt', to: '2026-01-12' }])).toBe('applied');
    expect(await saying(ask(operator, [{ field: 'amountEUR', to: 1 }]))).toBe('Invoice locked');
    expect(await ask(operator, [{ field: 'referencePO', to: 'PO-7' }])).toBe('pending_approval');
    expect(
      (await listEdits(client, {})).items.flatMap(({ diff }) => diff.map(({ field }) => field)),
    ).not.toContain('internalNote');
  });
});

describe('what clients are not shown', () => {
  it('are edits of drafts and of the staff’s own fields', async () => {
    const { world, db, client, operator, acme, engagement } = await portalWorld();
    const ofOrg = { orgId: acme.contactId, engagementId: engagement.id, createdBy: idOf(operator) };
    const draft = await createScope(db, world.tenant.id, {
      orgId: acme.contactId,
      engagementId: engagement.id,
    });
    const note = { field: 'internalNote', from: null, to: 'They pay late' };
    const edits = [
      { entityType: 'scope', entityId: draft.id, diff: [{ field: 'fixedPriceEUR', from: 1, to: 2 }] },
      { entityType: 'invoice', entityId: UNKNOWN, diff: [note] },
      {
        entityType: 'invoice',
        entityId: UNKNOWN,
        diff: [note, { field: 'currency', from: 'EUR', to: 'USD' }],
      },
    ] as const;
    for (const edit of edits)
      await createEdit(db, world.tenant.id, { ...ofOrg, ...edit, diff: [...edit.diff] });
    const seen = (await listEdits(client, {})).items;
    expect(seen.map(({ diff }) => diff)).toEqual([[{ field: 'currency', from: 'EUR', to: 'USD' }]]);
    expect((await listEdits(operator, {})).items).toHaveLength(3);
    expect(JSON.stringify(seen)).not.toContain('late');
  });

  it('is any step of an edit of a draft: no notice, no activity, no link to a request of theirs', async () => {
    const { world, db, client, operator, admin, acme, engagement } = await portalWorld();
    const ofOrg = { orgId: acme.contactId, engagementId: engagement.id };
    const draft = await createScope(db, world.tenant.id, ofOrg);
    const change = await createChangeRequest(db, world.tenant.id, {
      ...ofOrg,
      createdBy: idOf(client),
      status: 'approved',
    });
    const propose = async (price: number) =>
      (await submit(operator, 'scope', draft.id, [{ field: 'fixedPriceEUR', to: price }])).editEventId;
    const [applied, refused] = [await propose(20_000), await propose(30_000)];
    await expect(linkEdit(client, { id: applied, changeRequestId: change.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await linkEdit(operator, { id: applied, changeRequestId: change.id });
    await applyEdit(admin, { id: applied });
    await rejectEdit(admin, { id: refused, rejectionNote: 'Too dear' });
    expect(await bellOf(world, client)).toEqual([]);
    const { activity } = await readPortalDashboard(client, {});
    expect(activity).toEqual([]);
    expect((await engagementHistory(client, { id: engagement.id })).items).toEqual([]);
    expect((await engagementHistory(admin, { id: engagement.id })).items.map(({ verb }) => verb)).toEqual([
      'edit.rejected',
      'edit.applied',
      'edit.linked',
      'edit.requested',
      'edit.requested',
    ]);
  });
});
