import { createEngagement } from '@officina/db/factories-portal';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { bellOf, idOf, portalWorld, verbsOf } from '../../../domains/engagements/testing/portal-world.ts';
import { httpClient } from '../../../testing/harness.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';

async function portal() {
  const made = await portalWorld();
  const { world } = made;
  const [staff, client, visitor] = await Promise.all([
    httpClient(world, made.operator),
    httpClient(world, made.client),
    httpClient(world, 'visitor'),
  ]);
  return { ...made, http: { staff, client, visitor } };
}

describe('POST /portal/onboarding', () => {
  const PATH = '/api/portal/onboarding';
  const ANSWERS = {
    preferredChannel: 'email',
    ndaStatus: 'signed',
    accessPreference: 'vpn',
    dataConstraints: '',
    acceptedTerms: true,
  };

  it('keeps the answers and the first moment, and says it once', async () => {
    const { http, world, client, db, engagement } = await portal();
    const first = await http.client.call('POST', PATH, { ...ANSWERS, primaryEngagementId: '' });
    expect([first.status, first.body]).toEqual([200, { ok: true }]);
    world.server.clock.advance({ hours: 1 });
    const again = { ...ANSWERS, preferredChannel: 'phone', primaryEngagementId: engagement.id };
    expect((await http.client.call('POST', PATH, again)).status).toBe(200);
    world.server.clock.set('2026-01-15T10:00:00.000Z');
    const [member] = await db
      .select()
      .from(members)
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, idOf(client))));
    expect(member?.onboardedAt?.toISOString()).toBe('2026-01-15T10:00:00.000Z');
    expect(member?.onboarding).toEqual({
      ...again,
      dataConstraints: null,
      completedAt: '2026-01-15T11:00:00.000Z',
    });
    expect(await bellOf(world, client)).toEqual(['onboarding_complete']);
    expect(await verbsOf(world)).toEqual(['user.onboarded', 'user.onboarded']);
  });

  it('is for clients, with engagements of their own', async () => {
    const { http, world, db, globex } = await portal();
    const post = async (who: keyof typeof http, body: unknown) => {
      const { status, body: answer } = await http[who].call('POST', PATH, body);
      return [status, answer];
    };
    expect(await post('visitor', ANSWERS)).toEqual([401, { error: 'Unauthorized' }]);
    expect(await post('staff', ANSWERS)).toEqual([403, { error: 'Forbidden' }]);
    const foreign = await createEngagement(db, world.tenant.id, { orgId: globex.contactId });
    for (const wrong of [
      '{',
      {},
      { ...ANSWERS, acceptedTerms: 'true' },
      { ...ANSWERS, acceptedTerms: false },
      { ...ANSWERS, ndaStatus: 'x' },
      { ...ANSWERS, dataConstraints: 'x'.repeat(1001) },
      { ...ANSWERS, primaryEngagementId: foreign.id },
      { ...ANSWERS, primaryEngagementId: UNKNOWN },
      { ...ANSWERS, primaryEngagementId: 'x' },
    ])
      expect(await post('client', wrong)).toEqual([400, { error: 'Invalid payload' }]);
  });
});

describe('PATCH /portal/billing/engagement', () => {
  const PATH = '/api/portal/billing/engagement';

  it('changes what is named, clears what is empty and keeps the rest', async () => {
    const { http, world, acme, client, engagement } = await portal();
    const patch = (body: object) => http.staff.call('PATCH', PATH, { engagementId: engagement.id, ...body });
    await patch({ procurementRef: 'PR-1', purchaseOrderRef: 'PO-1' });
    const { status, body } = await patch({ costCenter: ' CC-9 ' });
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      item: {
        id: engagement.id,
        orgId: acme.contactId,
        title: engagement.title,
        serviceSlug: null,
        stage: 'triage',
        status: 'on_track',
        startDate: null,
        targetDate: null,
        procurementRef: 'PR-1',
        purchaseOrderRef: 'PO-1',
        costCenter: 'CC-9',
        ownerId: null,
        inquiryId: null,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    });
    const cleared = (await patch({ procurementRef: null, purchaseOrderRef: '' })).body.item;
    expect(cleared).toMatchObject({ procurementRef: null, purchaseOrderRef: null, costCenter: 'CC-9' });
    await patch({ costCenter: 'CC-9' });
    expect(await verbsOf(world)).toEqual(Array(3).fill('engagement.billing_updated'));
    expect(await bellOf(world, client)).toEqual(Array(3).fill('billing_updated'));
  });

  it('is for staff, with engagements that there are', async () => {
    const { http, engagement } = await portal();
    const patch = async (who: keyof typeof http, body: unknown) => {
      const { status, body: answer } = await http[who].call('PATCH', PATH, body);
      return [status, answer];
    };
    const body = { engagementId: engagement.id, costCenter: 'CC-9' };
    expect(await patch('visitor', body)).toEqual([401, { error: 'Unauthorized' }]);
    expect(await patch('client', body)).toEqual([403, { error: 'Forbidden' }]);
    const { engagementId } = body;
    for (const wrong of [
      '{',
      {},
      { engagementId },
      { costCenter: 'x' },
      { ...body, costCenter: 'x'.repeat(121) },
    ])
      expect(await patch('staff', wrong)).toEqual([400, { error: 'Invalid payload' }]);
    for (const unknown of [UNKNOWN, 'x'])
      expect(await patch('staff', { ...body, engagementId: unknown })).toEqual([400, { error: 'Not found' }]);
  });
});
