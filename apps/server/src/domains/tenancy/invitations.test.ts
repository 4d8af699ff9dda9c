import type { Plan } from '@officina/contracts/plans';
import { unique } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newTenantToken } from '../../kernel/ids.ts';
import { browser, PASSWORD } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { readOutbox } from '../messaging/outbox.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { invite } from './invite.ts';
import { readInvitation } from './read-invitation.ts';
import { removeMember } from './remove-member.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { listMembers } from './team-reads.ts';
import { readUsage } from './usage.ts';

const address = () => `${unique('guest')}@example.test`;

/** The context of somebody who only has the link. */
const visitorOf = ({ ctx }: World): Ctx => ({
  ...ctx,
  actor: { kind: 'visitor' },
  now: ctx.now,
  today: ctx.today,
});

async function mailedToken(world: World, to: string): Promise<string> {
  const reader: Ctx = { ...world.ctx, actor: { kind: 'system', job: 'test' } };
  const { items } = await readOutbox(reader, { to });
  return /\/invite\/(\S+)/.exec(items[0]?.text ?? '')?.[1] ?? 'no token';
}

async function invited(world: World, given = address(), role: 'member' | 'manager' = 'member') {
  const email = given.trim().toLowerCase();
  const invitation = await invite(world.ctx, { email: given, role });
  return { email, invitation, token: await mailedToken(world, email) };
}

const newcomer = { name: 'Lucas Petit', password: PASSWORD };
const setPlan = async ({ server, tenant }: World, plan: Plan) =>
  server.services.client.sql`update tenants set plan = ${plan} where id = ${tenant.id}`;

describe('inviting', () => {
  it('mails a link that lasts a week, and keeps its hash alone', async () => {
    const world = await createWorld('manager', { name: 'Garage Dupont' });
    const { email: to, invitation, token } = await invited(world, ` ${address().toUpperCase()} `);
    expect(invitation).toEqual({
      id: expect.any(String),
      email: to,
      role: 'member',
      invitedBy: world.user.name,
      createdAt: '2026-01-15T10:00:00.000Z',
      expiresAt: '2026-01-22T10:00:00.000Z',
      expired: false,
      abilities: { edit: true },
    });
    expect(await readInvitation(visitorOf(world), { token })).toEqual({
      email: to,
      role: 'member',
      tenantName: 'Garage Dupont',
      organization: null,
      invitedBy: world.user.name,
      expiresAt: '2026-01-22T10:00:00.000Z',
      userExists: false,
    });
    const { sql } = world.server.services.client;
    const rows = await sql`select i.token_hash, j.verb, j.after from invitations i
      join journal_entries j on j.tenant_id = i.tenant_id and j.subject_id = i.id
      where i.tenant_id = ${world.tenant.id}`;
    expect(rows).toMatchObject([{ verb: 'member.invited', after: { email: to, role: 'member' } }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is refused beyond what one may grant, and to those without the word', async () => {
    const world = await createWorld('manager');
    for (const role of ['owner', 'admin'] as const)
      await expect(invite(world.ctx, { email: address(), role })).rejects.toMatchObject({
        code: 'FORBIDDEN',
        details: { permission: 'team.invite', role },
      });
    for (const role of ['member', 'accountant', 'client'] as const)
      await expect(invite(await world.as(role), { email: address(), role: 'member' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(invite(world.ctx, { email: 'x', role: 'client' as 'member' })).rejects.toMatchObject({
      details: [{ field: 'email' }, { field: 'role' }],
    });
  });

  it('is refused for members; for a waiting address it replaces the invitation', async () => {
    const world = await createWorld();
    const colleague = (await world.as('client')).actor as UserActor;
    await expect(invite(world.ctx, { email: colleague.email, role: 'member' })).rejects.toMatchObject({
      code: 'MEMBER_EXISTS',
    });
    const first = await invited(world);
    const second = await invited(world, first.email, 'manager');
    expect(second.invitation.id).toBe(first.invitation.id);
    const visitor = visitorOf(world);
    await expect(readInvitation(visitor, { token: first.token })).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
    expect((await readInvitation(visitor, { token: second.token })).role).toBe('manager');
    expect((await listMembers(world.ctx, {})).invitations).toMatchObject([{ role: 'manager' }]);
  });

  it('counts as a user of the plan, however many come at once', async () => {
    const world = await createWorld('owner', { plan: 'starter' });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => invite(world.ctx, { email: address(), role: 'member' })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'STARTER', resource: 'users', limit: 3, used: 3 },
    });
    expect(await readUsage(world.ctx, {})).toEqual({
      plan: 'starter',
      subscribed: false,
      contacts: { used: 0, limit: 1000 },
      users: { used: 3, limit: 3 },
      storageBytes: { used: 0, limit: 10 * 1024 ** 3 },
    });
    const [waiting] = (await listMembers(world.ctx, {})).invitations;
    await invite(world.ctx, { email: waiting?.email ?? '', role: 'manager' });
    await revokeInvitation(world.ctx, { id: waiting?.id ?? '' });
    await invite(world.ctx, { email: address(), role: 'member' });
    world.server.clock.advance({ hours: 24 * 8 });
    expect((await readUsage(world.ctx, {})).users).toEqual({ used: 1, limit: 3 });
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });
});

describe('joining', () => {
  it('makes an account with a confirmed address', async () => {
    const world = await createWorld();
    const { email, token } = await invited(world);
    const visitor = visitorOf(world);
    await expect(acceptInvitation(visitor, { token, name: 'x', password: 'y' })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'name' }, { field: 'password' }],
    });
    await expect(acceptInvitation(visitor, { token })).rejects.toMatchObject({
      details: [
        { field: 'name', message: 'Required' },
        { field: 'password', message: 'Required' },
      ],
    });
    expect(await acceptInvitation(visitor, { token, ...newcomer })).toEqual({
      email,
      tenant: { id: world.tenant.id, subdomain: world.tenant.subdomain, name: world.tenant.name },
    });
    const web = browser(world.server);
    expect((await web.signIn(email)).body.user).toMatchObject({ name: 'Lucas Petit', role: 'USER' });
    expect((await web.query('identity.session')).data.user.emailVerified).toBe(true);
    const { sql } = world.server.services.client;
    const [entry] = await sql`select actor_kind, actor_id, subject_id, after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'member.joined'`;
    expect(entry).toMatchObject({ actor_kind: 'user', after: { email, role: 'member' } });
    expect(entry?.actor_id).toBe(entry?.subject_id);
  });

  it('takes the password of an account that exists, or its session', async () => {
    const [world, home] = await Promise.all([createWorld(), createWorld()]);
    const { services } = world.server;
    const [first, second] = [
      await personWithPassword(services, home.tenant.id, 'owner'),
      await personWithPassword(services, home.tenant.id, 'owner'),
    ];
    const one = await invited(world, first.email);
    const two = await invited(world, second.email);
    expect((await readInvitation(visitorOf(world), { token: one.token })).userExists).toBe(true);
    const denied = { code: 'INVALID_CREDENTIALS' };
    for (const given of [{}, { password: 'wrong' }, { name: 'Somebody', password: 'NewPassword123!' }])
      await expect(acceptInvitation(visitorOf(world), { token: one.token, ...given })).rejects.toMatchObject(
        denied,
      );
    await acceptInvitation(visitorOf(world), { token: one.token, password: PASSWORD });

    const web = browser(world.server);
    await web.signIn(first.email);
    expect((await web.mutate('tenancy.acceptInvitation', { token: two.token })).error.appCode).toBe(
      'INVALID_CREDENTIALS',
    );
    await web.signIn(second.email);
    expect((await web.mutate('tenancy.acceptInvitation', { token: two.token })).data).toMatchObject({
      email: second.email,
    });
    const tenants = (await web.query('identity.tenants')).data.items;
    expect(tenants.map((tenant: { id: string }) => tenant.id).sort()).toEqual(
      [home.tenant.id, world.tenant.id].sort(),
    );
    expect((await web.mutate('identity.switchTenant', { tenantId: world.tenant.id })).status).toBe(200);
  });

  it('works once, however many try at the same moment', async () => {
    const world = await createWorld();
    const { token } = await invited(world);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptInvitation(visitorOf(world), { token, ...newcomer })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'INVALID_TOKEN' });
    expect((await listMembers(world.ctx, {})).items).toHaveLength(2);
  });

  it('brings a removed member back', async () => {
    const world = await createWorld();
    const { email, token } = await invited(world);
    await acceptInvitation(visitorOf(world), { token, ...newcomer });
    const back = (await listMembers(world.ctx, {})).items.find((person) => person.email === email);
    await removeMember(world.ctx, { userId: back?.id ?? '' });
    const again = await invited(world, email, 'manager');
    await acceptInvitation(visitorOf(world), { token: again.token, password: PASSWORD });
    expect((await listMembers(world.ctx, {})).items).toContainEqual(
      expect.objectContaining({ id: back?.id, role: 'manager' }),
    );
  });

  it('is refused once the plan has no room', async () => {
    const world = await createWorld();
    const { token } = await invited(world);
    await setPlan(world, 'free');
    await expect(acceptInvitation(visitorOf(world), { token, ...newcomer })).rejects.toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'FREE', resource: 'users', limit: 1, used: 1 },
    });
  });

  it('does not work with a link that is dead or none', async () => {
    const world = await createWorld();
    const [expired, revoked, resent] = [await invited(world), await invited(world), await invited(world)];
    await revokeInvitation(world.ctx, { id: revoked.invitation.id });
    await resendInvitation(world.ctx, { id: resent.invitation.id });
    const dead = [revoked.token, resent.token, '', 'x', '..', newTenantToken(world.tenant.id).token];
    for (const token of dead) {
      const call = () => acceptInvitation(visitorOf(world), { token, ...newcomer });
      await expect(call(), token).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
      await expect(readInvitation(visitorOf(world), { token })).rejects.toMatchObject({
        code: 'INVALID_TOKEN',
      });
    }
    world.server.clock.advance({ hours: 24 * 7 });
    await expect(
      acceptInvitation(visitorOf(world), { token: expired.token, ...newcomer }),
    ).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
    const [shown] = (await listMembers(world.ctx, {})).invitations;
    expect(shown?.expired).toBe(true);
    await resendInvitation(world.ctx, { id: expired.invitation.id });
    const token = await mailedToken(world, expired.email);
    await acceptInvitation(visitorOf(world), { token, ...newcomer });
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });
});

describe('taking invitations back or sending them again', () => {
  it('touches neither foreign, used nor ungrantable ones', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const foreign = await invited(other);
    const used = await invited(world);
    await acceptInvitation(visitorOf(world), { token: used.token, ...newcomer });
    const gone = { code: 'NOT_FOUND', message: 'Invitation not found' };
    for (const id of [foreign.invitation.id, used.invitation.id, 'nonsense']) {
      await expect(revokeInvitation(world.ctx, { id })).rejects.toMatchObject(gone);
      await expect(resendInvitation(world.ctx, { id })).rejects.toMatchObject(gone);
    }
    const { id } = await invite(world.ctx, { email: address(), role: 'owner' });
    const manager = await world.as('manager');
    await expect(revokeInvitation(manager, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(resendInvitation(manager, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await listMembers(manager, {})).invitations).toMatchObject([{ abilities: { edit: false } }]);
    await revokeInvitation(world.ctx, { id });
    const { sql } = world.server.services.client;
    const [entry] = await sql`select before from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'invitation.revoked'`;
    expect(entry).toMatchObject({ before: { role: 'owner' } });
  });
});
