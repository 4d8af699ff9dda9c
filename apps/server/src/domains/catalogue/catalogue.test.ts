import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { addDemoServices } from './demo-services/add-demo-services.ts';
import { getService } from './get-service.ts';
import { listServices } from './list-services.ts';
import { retireService } from './retire-service.ts';
import { saveService } from './save-service.ts';

async function shop() {
  const world = await createWorld();
  const { db, sql } = world.server.services.client;
  await addDemoServices(db, world.tenant.id);
  const visitor = { ...world.ctx, actor: { kind: 'visitor' as const } };
  const journal = async () =>
    await sql`select verb, before, after from journal_entries where tenant_id = ${world.tenant.id} order by id`;
  return { world, visitor, journal };
}

describe('the catalogue', () => {
  it('is listed in its order, page by page, by what is looked for, in the language asked for', async () => {
    const { visitor } = await shop();
    const first = await listServices(visitor, { limit: 7 });
    const rest = await listServices(visitor, { limit: 7, cursor: first.nextCursor });
    const all = [...first.items, ...rest.items];
    expect(all.map(({ code }) => code)).toEqual(
      Array.from({ length: 12 }, (_, at) => `svc-${String(at + 1).padStart(3, '0')}`),
    );
    expect(rest.nextCursor).toBeNull();
    const slugs = async (filters: object) =>
      (await listServices(visitor, filters)).items.map(({ slug }) => slug);
    expect(await slugs({ type: 'Architecture' })).toEqual([
      'compliance-evidence-room',
      'plant-network-zones',
    ]);
    expect(
      await slugs({ type: 'Build', urgency: '3-6 months', domain: 'Industrial', industry: 'Public' }),
    ).toEqual(['integration-backbone']);
    const [french] = (await listServices(visitor, { locale: 'fr', limit: 1 })).items;
    expect(french).toMatchObject({ title: 'Revue de la posture de sécurité', locale: 'fr' });
  });

  it('tells everything of a service', async () => {
    const { visitor } = await shop();
    const service = await getService(visitor, { slug: 'delivery-rescue' });
    expect(service).toMatchObject({
      code: 'svc-004',
      title: 'Delivery rescue',
      deliveryModes: ['hybrid', 'remote', 'on-site'],
      defaultMode: 'hybrid',
      duration: { minWeeks: 2, maxWeeks: 6 },
      pricing: { project: { minEUR: 35_000, maxEUR: 85_000 } },
      purchaseType: 'deposit',
      depositCents: 250_000,
      currency: 'EUR',
      engagementType: 'Operate',
      urgencyClass: '2-4 weeks',
      tags: ['delivery', 'governance', 'risk'],
      notFor: ['Recruitment', 'Fixed bid', 'Warranty repair'],
      abilities: { save: false, retire: false },
    });
    expect(service.translations.fr?.title).toBe('Sauvetage de projet');
    for (const { slug } of (await listServices(visitor, {})).items) {
      const { bestFor, notFor, outcomes, deliverables, processSteps, inputsRequired, includes, faq } =
        await getService(visitor, { slug, locale: 'fr' });
      expect(
        [bestFor, notFor, outcomes, processSteps, inputsRequired, includes, faq].map((each) => each.length),
      ).toEqual([3, 3, 3, 5, 4, 3, 3]);
      expect(deliverables.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('saves what it has told, and changes only what was changed', async () => {
    const { world, journal } = await shop();
    const { ctx } = world;
    const before = await getService(ctx, { slug: 'delivery-rescue' });
    expect(await saveService(ctx, before)).toMatchObject({ version: 1 });
    expect(await journal()).toEqual([]);
    const saved = await saveService(ctx, { ...before, title: 'Rescue', slug: 'rescue' });
    expect(saved).toMatchObject({ id: before.id, title: 'Rescue', slug: 'rescue', position: 4, version: 2 });
    expect((await journal()).map(({ verb }) => verb)).toEqual(['service.updated']);
    await expect(saveService(ctx, before)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    const { version: _, position: __, ...fresh } = before;
    const added = await saveService(ctx, { ...fresh, code: 'svc-013', slug: 'another' });
    expect(added).toMatchObject({ position: 13, version: 1 });
    const taken = saveService(ctx, { ...fresh, code: 'svc-014', slug: 'another' });
    await expect(taken).rejects.toMatchObject({ code: 'CONFLICT', details: [{ field: 'slug' }] });
    const unpaid = saveService(ctx, { ...fresh, code: 'svc-014', depositCents: null });
    await expect(unpaid).rejects.toMatchObject({ details: [{ field: 'depositCents' }] });
  });

  it('takes a service off every public list, and puts it back', async () => {
    const { world, visitor, journal } = await shop();
    const slug = 'assistant-pilot';
    const before = await getService(world.ctx, { slug });
    expect(await retireService(world.ctx, { slug })).toMatchObject({ version: 2 });
    await retireService(world.ctx, { slug });
    expect((await journal()).map(({ verb }) => verb)).toEqual(['service.retired']);
    expect((await listServices(visitor, {})).items).toHaveLength(11);
    await expect(getService(visitor, { slug })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listServices(world.ctx, { retired: true })).items).toHaveLength(12);
    await expect(listServices(visitor, { retired: true })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    const { version: _, ...again } = before;
    expect(await saveService(world.ctx, again)).toMatchObject({ retiredAt: null, version: 3 });
    expect((await listServices(visitor, {})).items).toHaveLength(12);
  });

  it('is kept by its admins, each tenant its own', async () => {
    const { world, visitor } = await shop();
    const service = await getService(visitor, { slug: 'delivery-rescue' });
    for (const role of ['manager', 'member', 'client_admin', 'accountant'] as const) {
      const ctx = await world.as(role);
      await expect(saveService(ctx, service)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(retireService(ctx, { slug: service.slug })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const other = await createWorld();
    await expect(retireService(other.ctx, { slug: service.slug })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { version: _, ...own } = service;
    expect((await saveService(other.ctx, own)).id).not.toBe(service.id);
    await expect(getService(visitor, { slug: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
