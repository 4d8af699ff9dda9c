import {
  createChangeRequest,
  createDeliverable,
  createEdit,
  createEngagementDocument,
  createInquiry,
  createMilestone,
  createScope,
} from '@officina/db/factories-portal';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPortalInvoice } from '../../../domains/engagements/billing/create-invoice.ts';
import {
  bellOf,
  idOf,
  type PortalWorld,
  portalWorld,
  verbsOf,
} from '../../../domains/engagements/testing/portal-world.ts';
import { updateEngagement } from '../../../domains/engagements/update-engagement.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { anotherServer, httpClient, type World } from '../../../testing/harness.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const pathOf = (id: string) => `/api/portal/export/engagement/${id}`;

/** The same world on a deployment that has the export switched on. */
async function switchedOn() {
  const made = await portalWorld();
  const server = await anotherServer({ ENABLE_DOSSIER_EXPORT: 'true' });
  return { ...made, on: { ...made.world, server } as World };
}

describe('GET /portal/export/engagement/:id', () => {
  let portal: PortalWorld & { on: World };
  beforeAll(async () => {
    portal = await switchedOn();
  });
  const get = async (world: World, who: Ctx | 'visitor', id = portal.engagement.id) =>
    (await httpClient(world, who)).call('GET', pathOf(id));

  it('is not there where it is switched off, whoever asks', async () => {
    for (const who of ['visitor', portal.client, portal.admin] as const) {
      const { status, body } = await get(portal.world, who);
      expect([status, body]).toEqual([404, { error: 'Not enabled' }]);
    }
  });

  it('is for admins and for what exists', async () => {
    const refused = async (who: Ctx | 'visitor', id?: string) => {
      const { status, body } = await get(portal.on, who, id);
      return [status, body];
    };
    expect(await refused('visitor')).toEqual([401, { error: 'Unauthorized' }]);
    for (const who of [portal.operator, portal.client])
      expect(await refused(who, UNKNOWN)).toEqual([403, { error: 'Forbidden' }]);
    for (const id of ['x', UNKNOWN])
      expect(await refused(portal.admin, id)).toEqual([404, { error: 'Not found' }]);
  });

  it('is a ZIP of everything about the engagement, the same bytes each time', async () => {
    const { world, db, on, admin, operator, client, acme, engagement } = portal;
    const tenantId = world.tenant.id;
    const ofOrg = { orgId: acme.contactId, engagementId: engagement.id };
    const inquiry = await createInquiry(db, tenantId, { orgId: acme.contactId });
    await db.execute(`update engagements set inquiry_id = '${inquiry.id}' where tenant_id = '${tenantId}'
      and id = '${engagement.id}'`);
    await updateEngagement(operator, { id: engagement.id, ownerId: idOf(operator) });
    const scope = await createScope(db, tenantId, ofOrg);
    const deliverable = await createDeliverable(db, tenantId, { engagementId: engagement.id });
    const milestone = await createMilestone(db, tenantId, { engagementId: engagement.id });
    const changes = [
      await createChangeRequest(db, tenantId, { ...ofOrg, createdBy: idOf(client) }),
      await createChangeRequest(db, tenantId, { ...ofOrg, createdBy: idOf(client) }),
    ];
    const edit = await createEdit(db, tenantId, {
      ...ofOrg,
      createdBy: idOf(client),
      entityType: 'engagement',
      entityId: engagement.id,
    });
    const document = await createEngagementDocument(db, tenantId, ofOrg);
    const invoice = await createPortalInvoice(operator, {
      engagementId: engagement.id,
      issueDate: '2026-01-10',
      amountEUR: 15_000,
    });
    const answer = await get(on, admin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="engagement-${engagement.id}.zip"`,
    );
    const unpacked = unzipSync(answer.bytes);
    const files = Object.fromEntries(
      Object.entries(unpacked).map(([name, bytes]) => [name, JSON.parse(strFromU8(bytes))]),
    );
    expect(Object.keys(files).sort()).toEqual([
      'audit-summary.json',
      'change-requests.json',
      'deliverables.json',
      'documents-manifest.json',
      'edit-events.json',
      'engagement.json',
      'invoices.json',
      'manifest.json',
      'milestones.json',
      'scope.json',
      'scopes.json',
    ]);
    expect(strFromU8(unpacked['manifest.json'] as Uint8Array)).toContain('\n  "engagementId"');
    expect(files['engagement.json']).toMatchObject({
      id: engagement.id,
      title: engagement.title,
      organization: { id: acme.contactId, name: acme.name },
      inquiry: { id: inquiry.id },
      owner: { id: idOf(operator), role: 'lucien_operator', email: expect.stringContaining('@') },
    });
    expect(files['scope.json']).toEqual(files['scopes.json'][0]);
    expect(files['scopes.json']).toMatchObject([{ id: scope.id, fixedPriceEUR: 15_000 }]);
    expect(files['deliverables.json']).toMatchObject([{ id: deliverable.id }]);
    expect(files['milestones.json']).toMatchObject([{ id: milestone.id, order: 0 }]);
    const newestFirst = changes.map(({ id }) => id).reverse();
    expect(files['change-requests.json'].map(({ id }: { id: string }) => id)).toEqual(newestFirst);
    expect(files['edit-events.json']).toMatchObject([{ id: edit.id, status: 'pending_approval' }]);
    expect(Object.keys(files['documents-manifest.json'][0])).toEqual([
      'id',
      'name',
      'label',
      'category',
      'mimeType',
      'size',
      'checksum',
      'createdAt',
      'archivedAt',
    ]);
    expect(files['invoices.json']).toMatchObject([
      { id: invoice.id, issueDate: '2026-01-10T00:00:00.000Z', amountEUR: 15_000, internalNote: null },
    ]);
    expect(files['documents-manifest.json'][0].id).toBe(document.documentId);
    expect(files['audit-summary.json'][0].action).toBe('invoice_created');
    expect(files['audit-summary.json'].slice(1)).toEqual([
      {
        id: expect.any(String),
        action: 'engagement_updated',
        resourceType: 'engagement',
        resourceId: engagement.id,
        userId: idOf(operator),
        meta: { before: { ownerId: null }, after: { ownerId: idOf(operator) }, reason: null },
        createdAt: '2026-01-15T10:00:00.000Z',
      },
    ]);
    expect(files['manifest.json']).toEqual({
      exportedAt: '2026-01-15T10:00:00.000Z',
      exportedBy: idOf(admin),
      engagementId: engagement.id,
      counts: {
        scopes: 1,
        deliverables: 1,
        milestones: 1,
        changeRequests: 2,
        editEvents: 1,
        invoices: 1,
        documents: 1,
        auditEntries: 2,
      },
    });
    expect(JSON.stringify(files)).not.toContain('abilities');
    expect(await verbsOf(world)).toContain('engagement.exported');
    expect(await bellOf(world, admin)).toEqual(['engagement_exported']);
    const { sql } = world.server.services.client;
    await sql`delete from journal_entries where tenant_id = ${tenantId} and verb = 'engagement.exported'`;
    expect((await get(on, admin)).bytes.equals(answer.bytes)).toBe(true);
  });
});
