import { INQUIRY_STATUSES } from '@officina/contracts/portal';
import { createOrganization } from '@officina/db/factories';
import { createInquiry, createScope } from '@officina/db/factories-portal';
import type { inquiries } from '@officina/db/schema/engagements';
import { describe, expect, it } from 'vitest';
import { getEngagement } from '../get-engagement.ts';
import { bellOf, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { convertInquiry } from './convert-inquiry.ts';

async function asked(facts: Partial<typeof inquiries.$inferInsert> = {}) {
  const portal = await portalWorld();
  const { world, db } = portal;
  const { contactId: orgId } = await createOrganization(db, world.tenant.id, { standing: 'prospect' });
  const inquiry = await createInquiry(db, world.tenant.id, { orgId, ...facts });
  const person = await world.as('client', orgId);
  return { ...portal, orgId, inquiry, person };
}

describe('converting an inquiry', () => {
  it('makes an engagement, takes its scopes along and makes the organisation a client', async () => {
    const { world, db, admin, person, orgId, inquiry } = await asked();
    await createScope(db, world.tenant.id, { orgId, inquiryId: inquiry.id });
    const { engagementId } = await convertInquiry(admin, { id: inquiry.id });
    const { engagement, scopes } = await getEngagement(admin, { id: engagementId });
    expect(engagement).toMatchObject({
      orgId,
      inquiryId: inquiry.id,
      title: 'Engagement for Acme',
      serviceSlug: 'delivery-rescue',
      stage: 'triage',
      status: 'on_track',
    });
    expect(scopes).toHaveLength(1);
    const [org] = await world.server.services.client.sql`
      select standing from organizations where tenant_id = ${world.tenant.id} and contact_id = ${orgId}`;
    expect(org?.standing).toBe('client');
    expect(await bellOf(world, person)).toEqual(['engagement_created']);
    expect(await verbsOf(world)).toEqual(['engagement.created', 'organization.updated', 'inquiry.converted']);
  });

  it('happens once, however many ask at one moment', async () => {
    const { world, admin, inquiry } = await asked();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => convertInquiry(admin, { id: inquiry.id })),
    );
    expect(new Set(answers.map(({ engagementId }) => engagementId)).size).toBe(1);
    expect((await verbsOf(world)).filter((verb) => verb === 'inquiry.converted')).toHaveLength(1);
  });

  it('starts from new and triaged alone', async () => {
    for (const status of INQUIRY_STATUSES) {
      const { admin, inquiry } = await asked({ status });
      const converted = await convertInquiry(admin, { id: inquiry.id }).then(
        () => true,
        ({ code }) => code,
      );
      const fine = status === 'new' || status === 'triaged';
      expect(converted, status).toBe(fine || 'INVALID_STATUS_TRANSITION');
    }
  });

  it('waits for an approved scope where the deployment asks for one', async () => {
    const { world, db, admin, orgId, inquiry } = await asked();
    const { services } = admin;
    const config = { ...services.config, requireScopeApproval: true };
    const strict = { ...admin, services: { ...services, config } };
    const sent = { orgId, inquiryId: inquiry.id, status: 'sent' as const };
    await createScope(db, world.tenant.id, sent);
    await expect(convertInquiry(strict, { id: inquiry.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Approved scope required',
    });
    await createScope(db, world.tenant.id, { ...sent, status: 'approved' });
    expect(await convertInquiry(strict, { id: inquiry.id })).toEqual({ engagementId: expect.any(String) });
  });

  it('is for admins, and for inquiries of the consultancy', async () => {
    const { world, db, admin, operator, person, inquiry } = await asked();
    for (const ctx of [operator, person])
      await expect(convertInquiry(ctx, { id: inquiry.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const training = await createInquiry(db, world.tenant.id, { orgId: null, kind: 'training' });
    for (const id of [training.id, 'x'])
      await expect(convertInquiry(admin, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
