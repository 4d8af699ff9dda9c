import { SCOPE_STATUSES, type ScopeStatus } from '@officina/contracts/portal';
import { isEditableScope, SCOPE_TRANSITIONS, type ScopeAct } from '@officina/contracts/scopes';
import { createInquiry, createScope as scopeFactory } from '@officina/db/factories-portal';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld } from '../../../testing/harness.ts';
import { addDemoServices } from '../../catalogue/demo-services/add-demo-services.ts';
import { findService } from '../../catalogue/load-service.ts';
import { contentOf } from '../../catalogue/service-row.ts';
import { bellOf, type PortalWorld, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { createScope } from './create-scope.ts';
import { approveScope, rejectScope } from './decide-scope.ts';
import { reviseScope } from './revise-scope.ts';
import { getScope, listScopes } from './scope-reads.ts';
import { updateScope } from './update-scope.ts';

const FACTS = {
  title: 'Rescue scope',
  fixedPriceEUR: 24_000,
  scopeSummary: 'What will be done in four weeks.',
  deliverables: ['Plan', 'Report'],
};
const scope = ({ world, db, acme, engagement }: PortalWorld, status: ScopeStatus = 'draft') =>
  scopeFactory(db, world.tenant.id, { orgId: acme.contactId, engagementId: engagement.id, status });
const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('a scope proposal', () => {
  it('is written, sent, rejected, revised, sent again and approved', async () => {
    const portal = await portalWorld();
    const { world, admin, operator, client, engagement } = portal;
    const { id } = await createScope(operator, { engagementId: engagement.id, ...FACTS });
    await expect(getScope(client, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const sent = await updateScope(operator, { id, status: 'sent', title: 'Better title' });
    expect(sent).toMatchObject({
      title: 'Better title',
      fixedPriceEUR: 24_000,
      deliverablesJson: ['Plan', 'Report'],
      status: 'sent',
      sentAt: '2026-01-15T10:00:00.000Z',
    });
    expect(await bellOf(world, client)).toEqual(['scope_sent']);
    const rejected = await rejectScope(client, { id, note: 'Too dear' });
    expect(rejected).toMatchObject({
      status: 'rejected',
      clientNote: 'Too dear',
      abilities: { revise: false },
    });
    const draft = await reviseScope(operator, { id });
    expect(draft).toMatchObject({ status: 'draft', clientNote: null, sentAt: null, rejectedAt: null });
    await updateScope(operator, { id, status: 'sent', fixedPriceEUR: 20_000 });
    const approved = await approveScope(client, { id });
    expect(approved).toMatchObject({ approvedAt: '2026-01-15T10:00:00.000Z', fixedPriceEUR: 20_000 });
    expect(await bellOf(world, admin)).toEqual(['scope_rejected', 'scope_approved']);
    expect(await verbsOf(world)).toEqual(
      ['created', 'sent', 'rejected', 'revised', 'sent', 'approved'].map((verb) => `scope.${verb}`),
    );
  });

  it('moves exactly as the table says', async () => {
    const portal = await portalWorld();
    const acts: Record<ScopeAct, [Ctx, (ctx: Ctx, id: string) => Promise<unknown>]> = {
      send: [portal.operator, (ctx, id) => updateScope(ctx, { id, status: 'sent' })],
      approve: [portal.client, (ctx, id) => approveScope(ctx, { id })],
      reject: [portal.client, (ctx, id) => rejectScope(ctx, { id })],
      revise: [portal.operator, (ctx, id) => reviseScope(ctx, { id })],
    };
    for (const from of SCOPE_STATUSES)
      for (const [act, [ctx, perform]] of Object.entries(acts) as [ScopeAct, (typeof acts)[ScopeAct]][]) {
        const { id } = await scope(portal, from);
        const passes = SCOPE_TRANSITIONS[act].from === from || (act === 'send' && from === 'sent');
        expect((await saying(perform(ctx, id))) === 'done', `${act} from ${from}`).toBe(passes);
        const now = await getScope(portal.admin, { id });
        expect(now.status).toBe(passes ? SCOPE_TRANSITIONS[act].to : from);
      }
  });

  it('is answered once by two clients at one moment', async () => {
    const portal = await portalWorld();
    const { id } = await scope(portal, 'sent');
    const said = await Promise.all([
      saying(approveScope(portal.client, { id })),
      saying(rejectScope(portal.client, { id })),
    ]);
    expect(said.filter((each) => each === 'done')).toHaveLength(1);
    expect(await verbsOf(portal.world)).toHaveLength(1);
  });

  it('is changed by staff while nobody has decided, and answered by the own organisation alone', async () => {
    const portal = await portalWorld();
    const { operator, client, other } = portal;
    for (const from of SCOPE_STATUSES) {
      const { id } = await scope(portal, from);
      const said = await saying(updateScope(operator, { id, title: 'Another' }));
      expect(said).toBe(isEditableScope(from) ? 'done' : 'Scope locked');
    }
    const { id } = await scope(portal, 'sent');
    const notFound = { code: 'NOT_FOUND' };
    await expect(approveScope(other, { id })).rejects.toMatchObject(notFound);
    await expect(getScope(other, { id })).rejects.toMatchObject(notFound);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(approveScope(operator, { id })).rejects.toMatchObject(forbidden);
    await expect(updateScope(client, { id })).rejects.toMatchObject(forbidden);
    await expect(reviseScope(client, { id })).rejects.toMatchObject(forbidden);
    await expect(approveScope(client, { id, note: 'x'.repeat(241) })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
  });

  it('follows the inquiry where nothing else is said', async () => {
    const portal = await portalWorld();
    const { world, db, operator, acme } = portal;
    const { id: inquiryId } = await createInquiry(db, world.tenant.id, { orgId: acme.contactId });
    await expect(createScope(operator, { inquiryId })).rejects.toMatchObject({
      details: [{ field: 'deliverables' }],
    });
    const made = await createScope(operator, { inquiryId, deliverables: ['Plan'] });
    expect(made).toMatchObject({
      orgId: acme.contactId,
      inquiryId,
      engagementId: null,
      title: 'delivery-rescue scope',
      fixedPriceEUR: 15_000,
      deliverablesJson: ['Plan'],
      status: 'draft',
    });
  });

  it('takes title, price and the first four deliverables of the service that was asked for', async () => {
    const { world, db, operator, acme } = await portalWorld();
    await addDemoServices(db, world.tenant.id);
    const { id: inquiryId } = await createInquiry(db, world.tenant.id, { orgId: acme.contactId });
    const service = await findService(operator, 'delivery-rescue');
    if (!service) throw new Error('the catalogue is empty');
    const { title, deliverables } = contentOf(service).texts.en;
    expect(deliverables.length).toBeGreaterThan(4);
    const made = await createScope(operator, { inquiryId });
    expect(made).toMatchObject({
      title: `${title} scope`,
      fixedPriceEUR: 15_000,
      deliverablesJson: deliverables.slice(0, 4),
    });
    expect(made.scopeSummary).toContain(title);
  });

  it('needs one target and, for an engagement, all of its facts', async () => {
    const portal = await portalWorld();
    const { operator, engagement } = portal;
    const fields = async (input: object) => {
      const error = await createScope(operator, input).catch((thrown) => thrown);
      return (error.details as { field: string }[]).map(({ field }) => field);
    };
    expect(await fields(FACTS)).toEqual(['engagementId']);
    expect(await fields({ ...FACTS, engagementId: 'x', inquiryId: 'y' })).toEqual(['engagementId']);
    expect(await fields({ engagementId: engagement.id, title: 'ab' })).toEqual([
      'fixedPriceEUR',
      'scopeSummary',
      'deliverables',
    ]);
    const stranger = await createWorld('admin');
    await expect(createScope(stranger.ctx, { ...FACTS, engagementId: engagement.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is listed to clients once it was sent to them', async () => {
    const portal = await portalWorld();
    const made = [];
    for (const status of SCOPE_STATUSES) made.unshift((await scope(portal, status)).id);
    const ids = async (ctx: Ctx, input: object = {}) =>
      (await listScopes(ctx, input)).items.map(({ id }) => id);
    expect(await ids(portal.admin)).toEqual(made);
    expect(await ids(portal.client)).toEqual(made.slice(0, 3));
    expect(await ids(portal.client, { status: 'draft' })).toEqual([]);
    expect(await ids(portal.other)).toEqual([]);
    expect(await ids(portal.admin, { engagementId: portal.engagement.id, status: 'sent' })).toEqual([
      made[2],
    ]);
    expect(await ids(portal.admin, { inquiryId: 'x' })).toEqual([]);
    const first = await listScopes(portal.admin, { limit: 3 });
    expect((await listScopes(portal.admin, { cursor: first.nextCursor })).items).toHaveLength(1);
  });
});
