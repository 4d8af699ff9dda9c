import type { PurgedEntity } from '@officina/contracts/purge';
import {
  createChangeRequest,
  createDeliverable,
  createEdit,
  createEngagementDocument,
  createInquiry,
  createMilestone,
  createScope,
} from '@officina/db/factories-portal';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { PDF, received } from '../../../testing/files.ts';
import { createWorld } from '../../../testing/harness.ts';
import { removeReleased } from '../../documents/delete-documents.ts';
import { usedBytes } from '../../documents/quota.ts';
import { listJournal } from '../../journal/list-journal.ts';
import { sealJournal } from '../../journal/seal-journals.ts';
import { verifyChain } from '../../journal/verify-chain.ts';
import { createPortalInvoice } from '../billing/create-invoice.ts';
import { updatePortalInvoice } from '../billing/update-invoice.ts';
import { uploadEngagementDocument } from '../documents/upload-document.ts';
import { getEngagement } from '../get-engagement.ts';
import { bellOf, idOf, type PortalWorld, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { updateEngagement } from '../update-engagement.ts';
import { purgeRecord } from './purge-record.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

let portal: PortalWorld;
beforeEach(async () => {
  portal = await portalWorld();
});

const purge = (ctx: Ctx, entityType: PurgedEntity, entityId: string, more: object = {}) =>
  purgeRecord(ctx, { entityType, entityId, reason: 'By mistake', confirm: 'DELETE FOREVER', ...more });

/** How many rows of the tenant a table holds. */
async function count(table: string): Promise<number> {
  const { sql } = portal.world.server.services.client;
  const [row] =
    await sql`select count(*)::int as n from ${sql(table)} where tenant_id = ${portal.world.tenant.id}`;
  return row?.n;
}
const UNDER = [
  'engagements',
  'scope_proposals',
  'milestones',
  'deliverables',
  'change_requests',
  'edit_events',
  'engagement_documents',
  'documents',
  'engagement_invoices',
  'invoices',
  'invoice_lines',
  'invoice_revisions',
];

/** One of everything under the engagement, with edits and notices. */
async function filled() {
  const { world, db, operator, client, acme, engagement } = portal;
  const tenantId = world.tenant.id;
  const engagementId = engagement.id;
  const ofOrg = { orgId: acme.contactId, engagementId };
  const inquiry = await createInquiry(db, tenantId, { orgId: acme.contactId });
  await db.execute(`update engagements set inquiry_id = '${inquiry.id}' where tenant_id = '${tenantId}'
    and id = '${engagementId}'`);
  const scope = await createScope(db, tenantId, { ...ofOrg, inquiryId: inquiry.id });
  const milestone = await createMilestone(db, tenantId, { engagementId });
  const change = await createChangeRequest(db, tenantId, { ...ofOrg, createdBy: idOf(client) });
  const document = await uploadEngagementDocument(client, {
    engagementId,
    category: 'client_input',
    file: await received(client, PDF),
  });
  const deliverable = await createDeliverable(db, tenantId, { engagementId, documentId: document.id });
  const facts = { engagementId, issueDate: '2026-01-10', amountEUR: 100 };
  const invoice = await createPortalInvoice(operator, facts);
  await updatePortalInvoice(operator, { id: invoice.id, amountEUR: 200 });
  await updatePortalInvoice(operator, { id: invoice.id, paidAt: '2026-01-12' });
  const edit = await createEdit(db, tenantId, {
    ...ofOrg,
    createdBy: idOf(client),
    entityType: 'engagement',
    entityId: engagementId,
    linkedChangeRequestId: change.id,
  });
  await createEdit(db, tenantId, {
    ...ofOrg,
    createdBy: idOf(client),
    entityType: 'milestone',
    entityId: milestone.id,
  });
  return { inquiry, scope, milestone, change, document, deliverable, invoice, edit };
}

describe('deleting for good', () => {
  it('an engagement leaves no row and no file, and what was noted', async () => {
    const { world, admin, operator, engagement } = portal;
    const rows = await filled();
    const { sql } = world.server.services.client;
    const [file] = await sql`select storage_key as key from documents where tenant_id = ${world.tenant.id}`;
    const before = (await verbsOf(world)).length;
    expect(await purge(admin, 'engagement', engagement.id)).toEqual({ ok: true });
    for (const table of UNDER) expect([table, await count(table)]).toEqual([table, 0]);
    expect(await count('payments')).toBe(0);
    expect(await count('inquiries')).toBe(1);
    expect(await usedBytes(world.ctx)).toBe(0);
    const { services } = world.server;
    expect(await services.storage.read(file?.key)).not.toBeNull();
    await removeReleased(world.server.systemContext('remove-files', world.tenant), {
      storageKeys: [file?.key],
    });
    expect(await services.storage.read(file?.key)).toBeNull();
    expect((await verbsOf(world)).slice(before)).toEqual(['record.purged']);
    const [entry] = await sql`select before, after, reason, subject_id from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'record.purged'`;
    expect(entry).toMatchObject({
      subject_id: engagement.id,
      reason: 'By mistake',
      before: { id: engagement.id, title: engagement.title },
      after: {
        entityType: 'engagement',
        title: engagement.title,
        counts: {
          scopes: 1,
          milestones: 1,
          deliverables: 1,
          documents: 1,
          changeRequests: 1,
          invoices: 1,
          editEvents: 2,
        },
      },
    });
    expect((await bellOf(world, admin)).at(-1)).toBe('admin_hard_delete');
    expect(await bellOf(world, operator)).toEqual([]);
    expect(rows.inquiry.status).toBe('new');
    await expect(getEngagement(admin, { id: engagement.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('each thing under an engagement goes alone and lets go of the rest', async () => {
    const { admin, engagement } = portal;
    const { change, document, milestone, scope, invoice, deliverable, edit, inquiry } = await filled();
    await purge(admin, 'change_request', change.id);
    const detail = () => getEngagement(admin, { id: engagement.id });
    expect((await detail()).edits.map(({ linkedChangeRequestId }) => linkedChangeRequestId)).toEqual([
      null,
      null,
    ]);
    await purge(admin, 'milestone', milestone.id);
    expect((await detail()).edits.map(({ id }) => id)).toEqual([edit.id]);
    await purge(admin, 'document', document.id);
    expect((await detail()).deliverables).toMatchObject([{ id: deliverable.id, documentId: null }]);
    expect(await count('documents')).toBe(0);
    await purge(admin, 'inquiry', inquiry.id);
    expect((await detail()).engagement.inquiryId).toBeNull();
    expect((await detail()).scopes).toMatchObject([{ id: scope.id, inquiryId: null }]);
    await purge(admin, 'scope', scope.id);
    await purge(admin, 'invoice', invoice.id);
    await purge(admin, 'deliverable', deliverable.id);
    await purge(admin, 'edit_event', edit.id);
    for (const table of UNDER.slice(1)) expect([table, await count(table)]).toEqual([table, 0]);
    expect(await count('engagements')).toBe(1);
  });

  it('keeps money that came through the provider, and bills of other surfaces', async () => {
    const { world, admin, engagement } = portal;
    const { invoice } = await filled();
    const { sql } = world.server.services.client;
    await sql`update payments set method = 'stripe', currency = null where tenant_id = ${world.tenant.id}`;
    await purge(admin, 'engagement', engagement.id);
    const kept =
      await sql`select invoice_id, currency, amount_minor::int from payments where tenant_id = ${world.tenant.id}`;
    expect(kept).toEqual([{ invoice_id: null, currency: 'EUR', amount_minor: 20_000 }]);
    expect(await saying(purge(admin, 'invoice', invoice.id))).toBe('Not found');
  });

  it('an inquiry takes along what is its own', async () => {
    const { world, db, admin, acme } = portal;
    const tenantId = world.tenant.id;
    const inquiry = await createInquiry(db, tenantId, { orgId: acme.contactId });
    const own = { orgId: acme.contactId, inquiryId: inquiry.id };
    await createScope(db, tenantId, own);
    await createEngagementDocument(db, tenantId, own);
    await purge(admin, 'inquiry', inquiry.id);
    for (const table of ['inquiries', 'scope_proposals', 'engagement_documents', 'documents'])
      expect([table, await count(table)]).toEqual([table, 0]);
  });

  it('an entry of the journal leaves every reading, not the chain', async () => {
    const { world, admin, operator, engagement } = portal;
    await updateEngagement(operator, { id: engagement.id, title: 'A secret' });
    await updateEngagement(operator, { id: engagement.id, title: 'No secret' });
    const { db } = world.server.services.client;
    const unsealed = async () => {
      await sealJournal(db, world.tenant.id);
      return (await verifyChain(db, world.tenant.id)).unsealed;
    };
    await expect.poll(unsealed).toBe(0);
    const entries = async () => (await listJournal(world.ctx, {})).items;
    const secret = (await entries()).find(({ after }) => JSON.stringify(after).includes('A secret'));
    await purge(admin, 'audit_event', secret?.id ?? '');
    const [redaction, ...others] = await entries();
    expect(redaction).toMatchObject({ verb: 'journal.redacted', subjectId: secret?.id });
    expect(others.map(({ id }) => id)).not.toContain(secret?.id);
    expect(JSON.stringify(others.slice(1))).not.toContain('A secret');
    await expect.poll(unsealed).toBe(0);
    expect(await verifyChain(db, world.tenant.id)).toMatchObject({ verified: 3, erased: 1, broken: null });
    expect(await saying(purge(admin, 'audit_event', secret?.id ?? ''))).toBe('Not found');
    expect(await saying(purge(admin, 'audit_event', redaction?.id ?? ''))).toBe('Entry is protected');
    const { sql } = world.server.services.client;
    const [notice] = await sql`select id from notifications where tenant_id = ${world.tenant.id} limit 1`;
    await purge(admin, 'notification', notice?.id);
    const [purged] = await entries();
    expect(purged?.verb).toBe('record.purged');
    expect(await saying(purge(admin, 'audit_event', purged?.id ?? ''))).toBe('Entry is protected');
  });

  it('happens once, by admins alone, with the phrase as it is', async () => {
    const { admin, operator, client, engagement, world } = portal;
    for (const ctx of [operator, client])
      await expect(purge(ctx, 'engagement', engagement.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const confirm of ['delete forever', ' DELETE FOREVER', ''])
      expect(await saying(purge(admin, 'engagement', engagement.id, { confirm }))).toBe(
        'Confirmation phrase mismatch',
      );
    for (const more of [{ reason: 'four' }, { entityType: 'order' }, { confirm: undefined }])
      expect(await saying(purge(admin, 'engagement', engagement.id, more))).toBe('Validation error');
    const types: PurgedEntity[] = [
      'engagement',
      'scope',
      'change_request',
      'invoice',
      'document',
      'deliverable',
      'milestone',
      'edit_event',
      'notification',
      'audit_event',
      'inquiry',
    ];
    const stranger = (await createWorld('admin')).ctx;
    for (const type of types) {
      for (const id of ['x', UNKNOWN]) expect(await saying(purge(admin, type, id)), type).toBe('Not found');
      expect(await saying(purge(stranger, type, engagement.id)), type).toBe('Not found');
    }
    await filled();
    const said = await Promise.all([1, 2, 3].map(() => saying(purge(admin, 'engagement', engagement.id))));
    expect(said.toSorted()).toEqual(['Not found', 'Not found', 'done']);
    expect((await verbsOf(world)).filter((verb) => verb === 'record.purged')).toHaveLength(1);
  });
});
