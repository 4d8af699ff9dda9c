import type { Role } from '@officina/contracts/roles';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { browser } from '../../testing/browser.ts';
import { anotherServer, createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword, secondTenant } from '../../testing/people.ts';
import { changeRole } from './change-role.ts';
import { removeMember } from './remove-member.ts';
import { listColleagues, listMembers } from './team-reads.ts';

const idOf = (ctx: Ctx): string => (ctx.actor as UserActor).id;

async function rolesOf({ server, tenant }: World): Promise<Record<string, Role>> {
  const rows = await server.services.client.db
    .select({ id: members.userId, role: members.role, removedAt: members.removedAt })
    .from(members)
    .where(eq(members.tenantId, tenant.id));
  return Object.fromEntries(rows.filter((row) => !row.removedAt).map((row) => [row.id, row.role]));
}

async function entries(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, subject_id, before, after from journal_entries
    where tenant_id = ${world.tenant.id} and verb like 'member.%' order by xid, id`;
}

describe('the team', () => {
  it("lists the firm's own people with what may be done to each", async () => {
    const world = await createWorld('manager');
    const owner = idOf(await world.as('owner'));
    const member = idOf(await world.as('member'));
    await world.as('client');
    const team = await listMembers(world.ctx, {});
    const abilities = Object.fromEntries(team.items.map((person) => [person.id, person.abilities]));
    expect(abilities).toEqual({
      [world.user.id]: { roles: [], remove: false },
      [owner]: { roles: [], remove: false },
      [member]: { roles: ['manager', 'accountant', 'member'], remove: false },
    });
    expect(team.grantableRoles).toEqual(['manager', 'accountant', 'member']);
    expect(team.items.find((person) => person.self)?.id).toBe(world.user.id);
    const asOwner = await listMembers(await world.as('owner'), {});
    expect(asOwner.items.find((person) => person.id === member)?.abilities).toEqual({
      roles: ['owner', 'admin', 'manager', 'accountant', 'member'],
      remove: true,
    });
  });

  it('is names and roles for those who only pick colleagues', async () => {
    const world = await createWorld('member');
    await expect(listMembers(world.ctx, {})).rejects.toMatchObject({ details: { permission: 'team.read' } });
    expect((await listColleagues(world.ctx, {})).items).toEqual([
      { id: world.user.id, name: world.user.name, role: 'member' },
    ]);
    await expect(listColleagues(await world.as('client'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('changing a role', () => {
  it('keeps before and after', async () => {
    const world = await createWorld();
    const userId = idOf(await world.as('member'));
    expect(await changeRole(world.ctx, { userId, role: 'manager' })).toEqual({ id: userId, role: 'manager' });
    await changeRole(world.ctx, { userId, role: 'manager' });
    expect(await entries(world)).toEqual([
      {
        verb: 'member.role_changed',
        subject_id: userId,
        before: { role: 'member' },
        after: { role: 'manager' },
      },
    ]);
  });

  it('is for those who may grant both roles', async () => {
    const world = await createWorld('manager');
    const [owner, member] = [idOf(await world.as('owner')), idOf(await world.as('member'))];
    const refused = { code: 'FORBIDDEN', details: { permission: 'team.edit', role: 'owner' } };
    await expect(changeRole(world.ctx, { userId: owner, role: 'member' })).rejects.toMatchObject(refused);
    await expect(changeRole(world.ctx, { userId: member, role: 'owner' })).rejects.toMatchObject(refused);
    await changeRole(world.ctx, { userId: member, role: 'accountant' });
    for (const role of ['accountant', 'member'] as const)
      await expect(
        changeRole(await world.as(role), { userId: member, role: 'member' }),
      ).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(changeRole(world.ctx, { userId: member, role: 'client' as 'member' })).rejects.toMatchObject(
      { details: [{ field: 'role' }] },
    );
  });

  it('is never one’s own, nor that of people who are not there', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const own = { userId: world.user.id, role: 'member' } as const;
    await expect(changeRole(world.ctx, own)).rejects.toMatchObject({ code: 'OWN_MEMBERSHIP' });
    const shouted = { userId: world.user.id.toUpperCase() };
    await expect(removeMember(world.ctx, shouted)).rejects.toMatchObject({ code: 'OWN_MEMBERSHIP' });
    const client = idOf(await world.as('client'));
    for (const userId of [other.user.id, client, 'nonsense', '00000000-0000-7000-8000-000000000000']) {
      const gone = { code: 'NOT_FOUND', message: 'User not found' };
      await expect(changeRole(world.ctx, { userId, role: 'member' })).rejects.toMatchObject(gone);
      await expect(removeMember(world.ctx, { userId })).rejects.toMatchObject(gone);
    }
  });
});

describe('the last owner', () => {
  it('can neither be demoted nor removed', async () => {
    const world = await createWorld('owner');
    const admin = await world.as('admin');
    const last = { code: 'LAST_OWNER' };
    const userId = world.user.id;
    await expect(changeRole(admin, { userId, role: 'admin' })).rejects.toMatchObject(last);
    await expect(removeMember(admin, { userId })).rejects.toMatchObject(last);
    await world.as('owner');
    await removeMember(admin, { userId });
    expect(Object.values(await rolesOf(world)).sort()).toEqual(['admin', 'owner']);
  });

  it('remains when two owners demote or remove each other at once', async () => {
    const acts = [
      (ctx: Ctx, userId: string) => changeRole(ctx, { userId, role: 'member' }),
      (ctx: Ctx, userId: string) => removeMember(ctx, { userId }),
    ];
    for (const one of acts) {
      for (const two of acts) {
        const world = await createWorld();
        const second = await world.as('owner');
        const outcomes = await Promise.allSettled([one(world.ctx, idOf(second)), two(second, world.user.id)]);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const loser = outcomes.find((outcome) => outcome.status === 'rejected');
        expect(loser?.reason).toMatchObject({ code: 'FORBIDDEN' });
        expect(Object.values(await rolesOf(world)).filter((role) => role === 'owner')).toHaveLength(1);
      }
    }
  });

  it('remains, whatever owners and admins do to each other at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ by: fc.nat(3), to: fc.nat(3), remove: fc.boolean() }), {
          minLength: 3,
          maxLength: 8,
        }),
        async (steps) => {
          const world = await createWorld();
          const people = [
            world.ctx,
            await world.as('owner'),
            await world.as('admin'),
            await world.as('owner'),
          ];
          const outcomes = await Promise.allSettled(
            steps.map(({ by, to, remove }) => {
              const [actor, target] = [people[by], people[to]];
              if (!actor || !target) throw new Error('no such person');
              const userId = idOf(target);
              return remove ? removeMember(actor, { userId }) : changeRole(actor, { userId, role: 'member' });
            }),
          );
          for (const outcome of outcomes)
            if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AppError);
          expect(Object.values(await rolesOf(world))).toContain('owner');
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('removing a member', () => {
  it('is for owners, keeps the row and ends sessions here only', async () => {
    const world = await createWorld();
    const { services } = world.server;
    await expect(removeMember(await world.as('manager'), { userId: world.user.id })).rejects.toMatchObject({
      details: { permission: 'team.remove' },
    });
    const own = { userId: world.user.id };
    await expect(removeMember(world.ctx, own)).rejects.toMatchObject({ code: 'OWN_MEMBERSHIP' });
    const person = await personWithPassword(services, world.tenant.id, 'member');
    const second = await secondTenant(services, person.id, 'member');
    const here = browser(world.server, `${world.tenant.subdomain}.localhost:3000`);
    const there = browser(world.server, `${second.subdomain}.localhost:3000`);
    for (const client of [here, there]) await client.signIn(person.email);
    expect(await removeMember(world.ctx, { userId: person.id })).toEqual({ id: person.id });
    expect((await here.call('GET', '/api/contacts')).status).toBe(401);
    expect((await there.call('GET', '/api/contacts')).status).toBe(200);
    expect((await here.signIn(person.email)).status).toBe(401);
    const [row] = await services.client.db
      .select()
      .from(members)
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, person.id)));
    expect(row).toMatchObject({ role: 'member', removedAt: new Date('2026-01-15T10:00:00.000Z') });
    expect(await entries(world)).toMatchObject([{ verb: 'member.removed', before: { role: 'member' } }]);
    await expect(removeMember(world.ctx, { userId: person.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('rights over HTTP', () => {
  it('are lost and gained with the next request, in every process', async () => {
    const world = await createWorld();
    const other = await anotherServer();
    const { services } = world.server;
    const [boss, person] = [
      await personWithPassword(services, world.tenant.id, 'owner'),
      await personWithPassword(services, world.tenant.id, 'manager'),
    ];
    const [owner, here, elsewhere] = [browser(world.server), browser(world.server), browser(other)];
    await owner.signIn(boss.email);
    await here.signIn(person.email);
    elsewhere.cookie = here.cookie;
    const contact = await here.call('POST', '/api/contacts', { first_name: 'A', last_name: 'B' });
    const status = async (client: typeof here) => (await client.query('tenancy.members')).status;
    const remove = (client: typeof here) => client.call('DELETE', `/api/contacts/${contact.body.data.id}`);
    expect([await status(here), await status(elsewhere)]).toEqual([200, 200]);

    await owner.mutate('tenancy.changeRole', { userId: person.id, role: 'member' });
    const refused = await remove(here);
    expect(refused.status).toBe(403);
    expect(refused.body).toEqual({
      success: false,
      error: 'Forbidden',
      code: 'FORBIDDEN',
      details: { permission: 'contacts.delete' },
    });
    await expect.poll(() => status(elsewhere)).toBe(403);

    await owner.mutate('tenancy.changeRole', { userId: person.id, role: 'manager' });
    expect(await status(here)).toBe(200);
    await expect.poll(() => status(elsewhere)).toBe(200);

    await owner.mutate('tenancy.removeMember', { userId: person.id });
    expect((await remove(here)).status).toBe(401);
    await expect.poll(() => status(elsewhere)).toBe(401);
    expect((await owner.call('GET', `/api/contacts?search=A`)).body.data).toHaveLength(1);
  });
});
