import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { createWorld } from '../../testing/harness.ts';
import { bellOf, verbsOf } from '../engagements/testing/portal-world.ts';
import { nowhere } from '../tenancy/tenant-directory.ts';
import { receiveSignal } from './receive-signal.ts';
import { getTalent, listTalent } from './talent-reads.ts';
import { updateTalent } from './update-talent.ts';

const form = {
  fullName: 'Zoé Novák',
  email: 'Zoe@Experts.example',
  primaryRole: 'sre' as const,
  secondaryRoles: ['sre' as const, 'data_engineer' as const, 'data_engineer' as const],
  domains: ['ot_it' as const],
  seniority: 'staff' as const,
  availabilityWindow: 'now' as const,
  consent: true as const,
};

async function agency() {
  const world = await createWorld();
  world.server.clock.set('2026-01-15T10:00:00.000Z');
  const visitor: Ctx = Object.create(world.ctx, { actor: { value: { kind: 'visitor' } } });
  const signal = (facts: object = {}) => receiveSignal(visitor, { ...form, ...facts });
  return { world, ctx: world.ctx, signal };
}

describe('a signal', () => {
  it('makes a profile and a contact, and tells the admins', async () => {
    const { world, ctx, signal } = await agency();
    const operator = await world.as('manager');
    const { profileId } = await signal({
      rateBand: '',
      linkedInUrl: '',
      locationTimezone: ' CET ',
      locale: 'cs',
    });
    const { contactId, history, ...profile } = await getTalent(ctx, { id: profileId });
    const facts = {
      fullName: 'Zoé Novák',
      email: 'zoe@experts.example',
      locationTimezone: 'CET',
      linkedInUrl: null,
      primaryRole: 'sre',
      secondaryRoles: ['data_engineer'],
      domains: ['ot_it'],
      seniority: 'staff',
      availabilityWindow: 'now',
      engagementModes: [],
      languages: [],
      rateBand: null,
    };
    const at = '2026-01-15T10:00:00.000Z';
    expect(profile).toEqual({
      id: profileId,
      ...facts,
      status: 'NEW',
      contactStatus: 'NOT_CONTACTED',
      lastContactedAt: null,
      notes: null,
      updatePending: false,
      signals: 1,
      version: 1,
      createdAt: at,
      updatedAt: at,
      abilities: { edit: true },
    });
    expect(history).toEqual([
      { id: expect.any(String), facts, source: 'PARTNERS_FORM', locale: 'cs', createdAt: at },
    ]);
    const contact = await world.server.services.client.sql`
      select kind, source, display_name, email from contacts where tenant_id = ${world.tenant.id} and id = ${contactId}`;
    expect(contact).toEqual([
      { kind: 'person', source: 'portal', display_name: 'Zoé Novák', email: 'zoe@experts.example' },
    ]);
    expect(await verbsOf(world)).toEqual(['talent.signal_received']);
    expect(await bellOf(world, ctx)).toEqual(['talent_signal_new']);
    expect(await bellOf(world, operator)).toEqual([]);
  });

  it('changes a profile that is new, and only says so to one that was looked at', async () => {
    const { world, ctx, signal } = await agency();
    const { profileId: id } = await signal();
    expect(await signal({ email: 'ZOE@experts.example', fullName: 'Zoé Král' })).toEqual({ profileId: id });
    expect(await getTalent(ctx, { id })).toMatchObject({
      fullName: 'Zoé Král',
      signals: 2,
      updatePending: false,
    });
    expect((await listTalent(ctx, { q: 'kral' })).items).toHaveLength(1);
    await updateTalent(ctx, { id, status: 'REVIEWED' });
    world.server.clock.advance({ hours: 1 });
    await signal({ fullName: 'Zoé Veselá' });
    const pending = await getTalent(ctx, { id });
    expect(pending).toMatchObject({ fullName: 'Zoé Král', updatePending: true, signals: 3 });
    expect(pending.history.map(({ facts }) => facts.fullName)).toEqual([
      'Zoé Veselá',
      'Zoé Král',
      'Zoé Novák',
    ]);
    expect(await updateTalent(ctx, { id, takeUpdate: true })).toMatchObject({
      fullName: 'Zoé Veselá',
      updatePending: false,
      status: 'REVIEWED',
    });
    expect((await listTalent(ctx, { q: 'vesela' })).items).toHaveLength(1);
  });

  it('of one address makes one profile, also when many come at once', async () => {
    const { ctx, signal } = await agency();
    const made = await Promise.all(Array.from({ length: 6 }, (_, at) => signal({ fullName: `Zoé ${at}` })));
    expect(new Set(made.map(({ profileId }) => profileId)).size).toBe(1);
    expect((await listTalent(ctx, {})).items).toMatchObject([{ signals: 6, version: 6 }]);
  });

  it('with a filled honeypot leaves nothing', async () => {
    const { world, ctx, signal } = await agency();
    const [first, second] = [await signal({ honeypot: 'x' }), await signal({ honeypot: 'x' })];
    expect(first.profileId).not.toBe(second.profileId);
    expect((await listTalent(ctx, {})).items).toEqual([]);
    expect(await verbsOf(world)).toEqual([]);
  });
});

describe('where there is no business', () => {
  it('nobody makes themselves known', async () => {
    const { ctx } = await createWorld();
    const visitor: Ctx = Object.create(ctx, {
      actor: { value: { kind: 'visitor' } },
      tenant: { value: nowhere },
    });
    await expect(receiveSignal(visitor, form)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

describe('experts', () => {
  it('are listed newest first, by state, domain and part of name or address', async () => {
    const { world, ctx, signal } = await agency();
    for (const name of ['Ann', 'Bob', 'Cyd']) {
      world.server.clock.advance({ seconds: 1 });
      const domains = name === 'Bob' ? ['mes_mom', 'governance'] : ['ot_it'];
      await signal({ fullName: name, email: `${name}@experts.example`, domains });
    }
    const first = await listTalent(ctx, { limit: 2 });
    const second = await listTalent(ctx, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ fullName }) => fullName)).toEqual(['Cyd', 'Bob', 'Ann']);
    expect(second.nextCursor).toBeNull();
    const names = async (filters: object) =>
      (await listTalent(ctx, filters)).items.map(({ fullName }) => fullName);
    expect(await names({ domain: 'governance' })).toEqual(['Bob']);
    expect(await names({ q: 'CYD@' })).toEqual(['Cyd']);
    expect(await names({ q: '_' })).toEqual([]);
    expect(await names({ status: 'APPROVED' })).toEqual([]);
  });

  it('are contacted: the moment is stamped, and cleared again', async () => {
    const { world, ctx, signal } = await agency();
    const { profileId: id } = await signal();
    world.server.clock.advance({ hours: 2 });
    const contacted = await updateTalent(ctx, {
      id,
      contactStatus: 'CONTACTED',
      notes: 'Wrote to her',
      version: 1,
    });
    expect(contacted).toMatchObject({
      contactStatus: 'CONTACTED',
      lastContactedAt: '2026-01-15T12:00:00.000Z',
      notes: 'Wrote to her',
      status: 'NEW',
    });
    const stale = updateTalent(ctx, { id, notes: 'x', version: 1 });
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    const cleared = await updateTalent(ctx, { id, contactStatus: 'NOT_CONTACTED', notes: '' });
    expect(cleared).toMatchObject({ lastContactedAt: null, notes: null });
    expect(await updateTalent(ctx, { id, contactStatus: 'NOT_CONTACTED' })).toEqual(cleared);
    expect(await verbsOf(world)).toEqual(['talent.signal_received', 'talent.updated', 'talent.updated']);
    await expect(updateTalent(ctx, { id })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('are the admins’, each tenant its own', async () => {
    const { world, signal } = await agency();
    const { profileId: id } = await signal();
    const calls = [
      (ctx: Ctx) => listTalent(ctx, {}),
      (ctx: Ctx) => getTalent(ctx, { id }),
      (ctx: Ctx) => updateTalent(ctx, { id, notes: 'x' }),
    ];
    for (const role of ['manager', 'client_admin'] as const) {
      const refused = await world.as(role);
      for (const call of calls) await expect(call(refused)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const { ctx } = await createWorld();
    const [list, ...others] = calls;
    expect(await list?.(ctx)).toMatchObject({ items: [] });
    for (const call of others) await expect(call(ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
