import { createContact, createMember } from '@officina/db/factories';
import { createQuote } from '@officina/db/factories-sales';
import { officeClients } from '@officina/db/schema/office';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { deleteContact } from '../contacts/delete-contact.ts';
import { dismissOnboarding } from './dismiss-onboarding.ts';
import { invite } from './invite.ts';
import { readOnboarding } from './onboarding.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { updateSettings } from './update-settings.ts';
import { uploadLogo } from './upload-logo.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

const done = async (ctx: Ctx) => {
  const { steps } = await readOnboarding(ctx, {});
  return steps.filter((step) => step.done).map(({ id }) => id);
};

async function verbs({ server, tenant }: World) {
  const rows = await server.services.client.sql`
    select verb from journal_entries where tenant_id = ${tenant.id} and verb like 'onboarding.%' order by xid, id`;
  return rows.map(({ verb }) => verb);
}

describe('the first steps', () => {
  it('tick themselves, in whatever order they are taken', async () => {
    const world = await createWorld();
    const { ctx, tenant } = world;
    const { db } = world.server.services.client;
    expect(await readOnboarding(ctx, {})).toEqual({
      steps: ['company', 'logo', 'contact', 'quote', 'colleague'].map((id) => ({ id, done: false })),
      dismissed: false,
    });
    const contact = await createContact(db, tenant.id);
    expect(await done(ctx)).toEqual(['contact']);
    await deleteContact(ctx, { id: contact.id });
    expect(await done(ctx)).toEqual([]);
    const other = await createContact(db, tenant.id);
    await createQuote(db, tenant.id, other.id);
    await uploadLogo(ctx, { filename: 'logo.png', base64: PIXEL });
    expect(await done(ctx)).toEqual(['logo', 'contact', 'quote']);
    const { id } = await invite(ctx, { email: 'lucas@example.test', role: 'member' });
    expect(await done(ctx)).toContain('colleague');
    await revokeInvitation(ctx, { id });
    expect(await done(ctx)).not.toContain('colleague');
    await createMember(db, tenant.id, 'member');
    await updateSettings(ctx, {
      legalForm: 'EI',
      siret: '73282932000074',
      vatExempt: true,
      address: { street: '1 rue de la Paix', city: 'Paris', postalCode: '75002' },
    });
    expect(await done(ctx)).toEqual(['company', 'logo', 'contact', 'quote', 'colleague']);
  });

  it('of an advisory office know no quote', async () => {
    const { ctx, server, tenant } = await createWorld();
    const { db } = server.services.client;
    const contact = await createContact(db, tenant.id);
    await db.insert(officeClients).values({
      tenantId: tenant.id,
      contactId: contact.id,
      idNumber: '012345678',
      clientType: 'company',
      openedAt: '2026-01-01',
    });
    const { steps } = await readOnboarding(ctx, {});
    expect(steps.map(({ id }) => id)).toEqual(['company', 'logo', 'contact', 'colleague']);
  });

  it('are put away for the whole firm and brought back, each said once in the journal', async () => {
    const world = await createWorld();
    const colleague = await world.as('admin');
    await dismissOnboarding(world.ctx, { dismissed: true });
    await dismissOnboarding(colleague, { dismissed: true });
    expect((await readOnboarding(colleague, {})).dismissed).toBe(true);
    await dismissOnboarding(colleague, { dismissed: false });
    expect((await readOnboarding(world.ctx, {})).dismissed).toBe(false);
    expect(await verbs(world)).toEqual(['onboarding.dismissed', 'onboarding.resumed']);
    await expect(dismissOnboarding(world.ctx, {} as never)).rejects.toMatchObject({
      details: [{ field: 'dismissed', message: 'Must be true or false' }],
    });
  });

  it('are for those who may settle them, and of one firm', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await createContact(other.server.services.client.db, other.tenant.id);
    await dismissOnboarding(other.ctx, { dismissed: true });
    expect(await done(world.ctx)).toEqual([]);
    expect((await readOnboarding(world.ctx, {})).dismissed).toBe(false);
    const manager = await world.as('manager');
    const refused = { details: { permission: 'settings.edit' } };
    await expect(readOnboarding(manager, {})).rejects.toMatchObject(refused);
    await expect(dismissOnboarding(manager, { dismissed: true })).rejects.toMatchObject(refused);
  });
});
