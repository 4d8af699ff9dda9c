import { createContact, createTenant, unique } from '@officina/db/factories';
import { tenantTables } from '@officina/db/tenant-tables';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from '../../testing/browser.ts';
import { freeSubdomain } from '../../testing/free-subdomain.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { createContact as contactOf } from '../contacts/create-contact.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { createDemoTenant } from './demo-people.ts';
import { readDemoState } from './demo-state.ts';
import type { DemoWorld } from './demo-worlds.ts';
import { finishDemoTenant } from './finish-tenant.ts';
import { renewWorld, tellAlone } from './renew-world.ts';
import { resetDemo } from './reset-demo.ts';
import { Story } from './story.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

/** A world of one person and one contact; `meanwhile` runs while its history is told. */
function smallWorld(meanwhile: () => Promise<unknown> = async () => {}): DemoWorld & { email: string } {
  const subdomain = unique('small');
  const email = `${subdomain}@example.test`;
  return {
    subdomain,
    email,
    async fill(services) {
      const facts = { subdomain, name: 'Small', createdAt: new Date('2026-01-01T00:00:00Z') };
      const person = { email, name: 'Ada Small', role: 'owner' } as const;
      const made = await createDemoTenant(services, facts, { companyName: 'Small' }, [person]);
      const story = new Story(services.clock.now());
      for (const by of made.tellers)
        story.at(7, 12, by, (ctx) => contactOf(ctx, { firstName: 'Zoé', lastName: 'Lefèvre' }));
      await story.tell(services, made.tenant);
      await meanwhile();
      await finishDemoTenant(services, made.tenant);
    },
  };
}

const sql = async () => (await testServer()).services.client.sql;
const idOf = async (subdomain: string) =>
  (await (await sql())`select id from tenants where subdomain = ${subdomain}`)[0]?.id as string | undefined;

/** How many rows of a tenant are left, in all tables. */
async function rowsOf(tenantId: string | undefined): Promise<number> {
  const db = await sql();
  let rows = 0;
  for (const table of tenantTables()) {
    const [counted] =
      await db`select count(*)::int as rows from ${db(table)} t where t.tenant_id = ${tenantId ?? null}`;
    rows += counted?.rows;
  }
  return rows;
}

async function renew(world: DemoWorld) {
  const { services } = await testServer();
  await tellAlone(services, (quick) => renewWorld(quick, world));
}

describe('a demo tenant made anew', () => {
  it('takes the place of the old one, of which nothing stays', async () => {
    const server = await testServer();
    const world = smallWorld();
    await renew(world);
    const old = await idOf(world.subdomain);
    const web = browser(server);
    await web.signIn(world.email, DEMO_PASSWORD);
    await web.mutate('contacts.create', { firstName: 'Vandal', lastName: 'X' });
    await web.mutate('tenancy.uploadLogo', { filename: 'x.png', base64: PIXEL });
    await web.mutate('preferences.createView', { list: 'contacts', label: 'x', params: {} });
    await web.mutate('tenancy.invite', { email: `${unique('guest')}@example.test`, role: 'member' });
    expect(await rowsOf(old)).toBeGreaterThan(8);
    const [file] = await (await sql())`select storage_key from documents where tenant_id = ${old as string}`;
    await renew(world);
    const fresh = await idOf(world.subdomain);
    expect(fresh).not.toBe(old);
    expect(await rowsOf(old)).toBe(0);
    expect(await server.services.storage.read(file?.storage_key)).toBeNull();
    const { data } = await web.query('contacts.list', {});
    expect(data.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual([
      'Zoé Lefèvre',
    ]);
  });

  it('keeps its people signed in, with the password of the demo, and signs others out', async () => {
    const server = await testServer();
    const world = smallWorld();
    await renew(world);
    const [ada, guest, again] = [browser(server), browser(server), browser(server)];
    await ada.signIn(world.email, DEMO_PASSWORD);
    const visitor = await personWithPassword(server.services, (await idOf(world.subdomain)) ?? '', 'member');
    await guest.signIn(visitor.email);
    await ada.mutate('identity.updateProfile', { name: 'Somebody Else', theme: 'dark' });
    await renew(world);
    expect((await ada.query('identity.session')).data).toMatchObject({
      user: { name: 'Ada Small', theme: null },
      tenant: { id: await idOf(world.subdomain) },
      role: 'owner',
    });
    expect((await guest.query('identity.session')).data).toBeNull();
    expect((await again.signIn(world.email, DEMO_PASSWORD)).status).toBe(200);
  });

  it('is not there before its history is told, and a fill that was cut short is told again', async () => {
    let cut = true;
    const world = smallWorld(async () => {
      if (cut) throw new Error('power cut');
    });
    await expect(renew(world)).rejects.toThrow('power cut');
    expect(await idOf(world.subdomain)).toBeUndefined();
    const half = await idOf(`filling-${world.subdomain}`);
    expect(half).toBeDefined();
    cut = false;
    await renew(world);
    expect(await rowsOf(half)).toBe(0);
    expect(await idOf(world.subdomain)).toBeDefined();
  });

  it('never replaces a firm that is no demo', async () => {
    const server = await testServer();
    const world = smallWorld();
    const { id } = await createTenant(server.services.client.db, { subdomain: world.subdomain });
    await createContact(server.services.client.db, id);
    await expect(renew(world)).rejects.toThrow('is no demo');
    expect(await idOf(world.subdomain)).toBe(id);
    expect(await rowsOf(id)).toBeGreaterThan(1);
  });

  it('comes through while somebody writes in the old one', async () => {
    const server = await testServer();
    const web = browser(server);
    let writing = true;
    let writer: Promise<void> = Promise.resolve();
    const world = smallWorld(async () => {
      if (!web.cookie) return;
      writer = (async () => {
        while (writing) await web.mutate('contacts.create', { firstName: 'Busy', lastName: 'Hand' });
      })();
    });
    await renew(world);
    await web.signIn(world.email, DEMO_PASSWORD);
    const old = await idOf(world.subdomain);
    await renew(world);
    writing = false;
    await writer;
    expect(await rowsOf(old)).toBe(0);
  });
});

describe('the reset of a demo', () => {
  const jobsOf = async ({ tenant }: World) =>
    (await sql())`select key, max_attempts from graphile_worker.jobs where key = ${`reset-demo:${tenant.id}`}`;

  it('is one job however often it is asked for, and is there while it waits', async () => {
    for (const taken of ['garage-dupont', 'filling-garage-dupont']) await freeSubdomain(await sql(), taken);
    const world = await createWorld('owner', { subdomain: 'garage-dupont', demo: true });
    const { ctx } = world;
    expect(await readDemoState(ctx, {})).toEqual({ resetting: null, failed: false });
    const answers = await Promise.all(Array.from({ length: 4 }, () => resetDemo(ctx, {})));
    expect(answers.filter(({ started }) => started)).toHaveLength(1);
    expect(await jobsOf(world)).toHaveLength(1);
    expect(await readDemoState(ctx, {})).toEqual({ resetting: { progress: 0 }, failed: false });
    expect(
      await (await sql())`select verb from journal_entries where tenant_id = ${world.tenant.id}`,
    ).toMatchObject([{ verb: 'demo.reset' }]);

    // A history is under way: it began in 2026 and has come to the middle of the fortnight since.
    const db = await sql();
    const half = await createTenant(world.server.services.client.db, {
      subdomain: 'filling-garage-dupont',
      demo: true,
      createdAt: new Date('2026-01-01T10:00:00Z'),
    });
    await db`insert into journal_entries (tenant_id, recorded_at, actor_kind, verb, subject_type, subject_id, request_id)
      values (${half.id}, '2026-01-08T10:00:00Z', 'system', 'x', 'x', ${half.id}, 'x')`;
    expect((await readDemoState(ctx, {})).resetting?.progress).toBeCloseTo(0.5);

    // Cut short it says so, and can be asked for again.
    await db`update graphile_worker._private_jobs set attempts = max_attempts where key = ${`reset-demo:${world.tenant.id}`}`;
    expect(await readDemoState(ctx, {})).toEqual({ resetting: null, failed: true });
    expect(await resetDemo(ctx, {})).toEqual({ started: true });
    expect(await jobsOf(world)).toHaveLength(1);

    // The whole demo garage, told anew in place of this one.
    await runJobs(world);
    const fresh = await idOf('garage-dupont');
    expect(fresh).not.toBe(world.tenant.id);
    expect([await rowsOf(world.tenant.id), await rowsOf(half.id)]).toEqual([0, 0]);
    const [told] = await db`select
      (select count(*)::int from contacts where tenant_id = ${fresh ?? ''}) as contacts,
      (select count(*)::int from invoices where tenant_id = ${fresh ?? ''}) as invoices,
      (select stripe_subscription_id from tenants where id = ${fresh ?? ''}) as subscription`;
    expect(told?.contacts).toBeGreaterThanOrEqual(60);
    expect(told?.invoices).toBeGreaterThanOrEqual(150);
    expect(told?.subscription).toMatch(/^sub_/);
  });

  it('is for owners and admins of a tenant that we invented, in demo mode', async () => {
    const missing = { code: 'NOT_FOUND', message: 'Demo not found' };
    const own = await createWorld('owner', { demo: true });
    const real = await createWorld('owner', { subdomain: unique('real') });
    for (const { ctx } of [own, real])
      for (const call of [resetDemo, readDemoState])
        await expect(call(ctx, {})).rejects.toMatchObject(missing);
    // The name alone makes no demo.
    const tenant = { ...real.tenant, subdomain: 'garage-dupont' };
    await expect(resetDemo({ ...real.ctx, tenant }, {})).rejects.toMatchObject(missing);
    await expect(resetDemo(await real.as('manager'), {})).rejects.toMatchObject({
      details: { permission: 'settings.edit' },
    });
    const { services } = real.server;
    const outside = { ...services, config: { ...services.config, demo: false } };
    const asked = { ...own.ctx, tenant: { ...own.tenant, subdomain: 'garage-dupont' }, services: outside };
    await expect(resetDemo(asked, {})).rejects.toMatchObject(missing);
    await expect(renewWorld(outside, smallWorld())).rejects.toThrow('no demo outside');
  });
});
