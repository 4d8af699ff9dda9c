import { unique } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { browser, PASSWORD } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { askForLink, visitorOf } from '../../testing/sign-in-page.ts';
import { createEngagement } from '../engagements/create-engagement.ts';
import { readOutbox } from '../messaging/outbox.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { grantPermission } from '../permissions/grant-permission.ts';
import { createProject } from '../studio/projects/create-project.ts';
import { invite } from '../tenancy/invite.ts';
import { listMembers } from '../tenancy/team-reads.ts';
import { readUsage } from '../tenancy/usage.ts';
import { disablePerson } from './disable-person.ts';
import { enablePerson } from './enable-person.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { resendPersonInvitation } from './resend-invitation.ts';
import { revokePersonInvitation } from './revoke-invitation.ts';
import { updatePerson } from './update-person.ts';

const address = () => `${unique('client')}@example.test`;

async function consultancy() {
  const world = await createWorld();
  const acme = await createOrganization(world.ctx, { name: 'Acmé' });
  const beta = await createOrganization(world.ctx, { name: 'Beta' });
  return { world, ctx: world.ctx, acme, beta };
}

/** A client of an organisation with a password, and their browser, signed in. */
async function signedIn({ server, tenant }: World, orgId: string, name = 'Zoé Client') {
  const { services } = server;
  const person = await personWithPassword(services, tenant.id, 'owner', { name });
  await services.client
    .sql`update members set role = 'client', contact_id = ${orgId} where tenant_id = ${tenant.id} and user_id = ${person.id}`;
  const web = browser(server, `${tenant.subdomain}.localhost:3000`);
  await web.signIn(person.email);
  return { ...person, web };
}

async function token({ ctx }: World, to: string): Promise<string> {
  const { items } = await readOutbox(ctx, { to });
  return /\/invite\/(\S+)/.exec(items[0]?.text ?? '')?.[1] ?? 'none';
}

const entries = async ({ server, tenant }: World) =>
  (
    await server.services.client.sql`select verb, contact_id, before, after from journal_entries
      where tenant_id = ${tenant.id} and verb ~ '^(member|invitation)' order by xid, id`
  ).map(({ verb, contact_id: org, before, after }) => ({ verb, org, before, after }));

const stateOf = async ({ ctx }: World, email: string) =>
  (await listPeople(ctx, { q: email })).items.map(({ state, role, organization }) => [
    state,
    role,
    organization.name,
  ]);

describe('the people of client organisations', () => {
  it('are listed by name with who is invited and who may not enter, page by page', async () => {
    const { world, ctx, acme, beta } = await consultancy();
    const zoe = await signedIn(world, acme.id);
    const ada = await signedIn(world, beta.id, 'Ada Lovelace');
    await disablePerson(ctx, { id: ada.id });
    const email = `m.${address()}`;
    const { id } = await invitePerson(ctx, { email, role: 'client_admin', orgId: acme.id });
    const first = await listPeople(ctx, { limit: 2 });
    expect(first.items).toEqual([
      {
        id: ada.id,
        state: 'disabled',
        name: 'Ada Lovelace',
        email: ada.email,
        role: 'client',
        organization: { id: beta.id, name: 'Beta' },
        joinedAt: expect.any(String),
        lastSeenAt: '2026-01-15T10:00:00.000Z',
        onboardedAt: null,
        invitation: null,
        abilities: { edit: false, disable: false, enable: true, invite: false },
      },
      {
        id,
        state: 'invited',
        name: null,
        email,
        role: 'client_admin',
        organization: { id: acme.id, name: 'Acmé' },
        joinedAt: null,
        lastSeenAt: null,
        onboardedAt: null,
        invitation: { invitedBy: world.user.name, expiresAt: '2026-01-22T10:00:00.000Z', expired: false },
        abilities: { edit: false, disable: false, enable: false, invite: true },
      },
    ]);
    const second = await listPeople(ctx, { limit: 2, cursor: first.nextCursor });
    expect(second.items).toMatchObject([
      { id: zoe.id, state: 'active', abilities: { edit: true, disable: true, enable: false, invite: false } },
    ]);
    expect(second.nextCursor).toBeNull();
    const found = async (filters: object) => (await listPeople(ctx, filters)).items.map((row) => row.id);
    expect(await found({ q: 'ZOÉ' })).toEqual([zoe.id]);
    expect(await found({ q: 'acme' })).toEqual([id, zoe.id]);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ orgId: beta.id })).toEqual([ada.id]);
    expect(await found({ orgId: 'nothing' })).toEqual([]);
    expect(await found({ state: 'active' })).toEqual([zoe.id]);
    expect(await found({ role: 'client_admin' })).toEqual([id]);
  });

  it('are the affair of administrators', async () => {
    const { world, acme } = await consultancy();
    for (const role of ['manager', 'member', 'client_admin'] as const) {
      const ctx = await world.as(role);
      const refused = { code: 'FORBIDDEN', details: { permission: 'portal.organizations.manage' } };
      await expect(listPeople(ctx, {})).rejects.toMatchObject(refused);
      await expect(invitePerson(ctx, { email: address(), orgId: acme.id })).rejects.toMatchObject(refused);
    }
  });
});

describe('inviting', () => {
  it('lets nobody in by their address alone: the owner of the mailbox accepts with the password they had', async () => {
    const { world, acme } = await consultancy();
    const elsewhere = await createWorld();
    const known = await personWithPassword(world.server.services, elsewhere.tenant.id, 'member');
    await invitePerson(world.ctx, { email: known.email.toUpperCase(), orgId: acme.id, role: 'client_admin' });
    expect(await stateOf(world, known.email)).toEqual([['invited', 'client_admin', 'Acmé']]);
    const link = await token(world, known.email);
    const web = visitorOf(world);
    expect((await web.query('tenancy.invitation', { token: link })).data).toMatchObject({
      email: known.email,
      organization: 'Acmé',
      userExists: true,
    });
    const guessed = await web.mutate('tenancy.acceptInvitation', { token: link, password: 'Wrong1234567!' });
    expect(guessed.error).toMatchObject({ appCode: 'INVALID_CREDENTIALS' });
    expect((await web.mutate('tenancy.acceptInvitation', { token: link, password: PASSWORD })).status).toBe(
      200,
    );
    expect(await stateOf(world, known.email)).toEqual([['active', 'client_admin', 'Acmé']]);
    await web.signIn(known.email);
    expect((await web.query('identity.session')).data).toMatchObject({
      role: 'client_admin',
      orgId: acme.id,
      tenant: { id: world.tenant.id },
    });
    expect(await entries(world)).toMatchObject([
      { verb: 'member.invited', org: acme.id, after: { role: 'client_admin', orgId: acme.id } },
      { verb: 'member.joined', org: acme.id, after: { role: 'client_admin' } },
    ]);
  });

  it('is accepted by a sign-in link too, and comes before what the address says', async () => {
    const { world, acme, beta } = await consultancy();
    const email = address();
    const { sql } = world.server.services.client;
    await sql`update organizations set domain = 'example.test', domain_verified_at = now()
      where tenant_id = ${world.tenant.id} and contact_id = ${beta.id}`;
    await invitePerson(world.ctx, { email, orgId: acme.id, role: 'client_admin' });
    const web = visitorOf(world);
    const { link } = await askForLink(world, web, email);
    const used = await web.call('GET', `${link?.pathname}${link?.search}`);
    expect(used.status).toBe(302);
    expect((await web.query('identity.session')).data).toMatchObject({
      role: 'client_admin',
      orgId: acme.id,
    });
    expect(await stateOf(world, email)).toEqual([['active', 'client_admin', 'Acmé']]);
    const dead = await web.mutate('tenancy.acceptInvitation', {
      token: await token(world, email),
      ...{ name: 'x', password: PASSWORD },
    });
    expect(dead.error).toMatchObject({ appCode: 'INVALID_TOKEN' });
  });

  it('is refused for members, for who is shut out, and for organisations that are not there', async () => {
    const { world, ctx, acme } = await consultancy();
    const { id, email } = await signedIn(world, acme.id);
    const again = () => invitePerson(ctx, { email, orgId: acme.id });
    await expect(again()).rejects.toMatchObject({ code: 'MEMBER_EXISTS' });
    await disablePerson(ctx, { id });
    await expect(again()).rejects.toMatchObject({ code: 'CONFLICT', details: [{ field: 'email' }] });
    const foreign = await consultancy();
    for (const orgId of [foreign.acme.id, 'x'])
      await expect(invitePerson(ctx, { email: address(), orgId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(
      invitePerson(ctx, { email: 'x', role: 'owner', orgId: acme.id } as never),
    ).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'email' }, { field: 'role' }],
    });
  });

  it('is sent again, replaced and taken back, apart from the team and its plan', async () => {
    const { world, ctx, acme, beta } = await consultancy();
    const email = address();
    const { id } = await invitePerson(ctx, { email, orgId: acme.id });
    const first = await token(world, email);
    await resendPersonInvitation(ctx, { id });
    const second = await token(world, email);
    expect((await invitePerson(ctx, { email, orgId: beta.id, role: 'client_admin' })).id).toBe(id);
    expect(await stateOf(world, email)).toEqual([['invited', 'client_admin', 'Beta']]);
    expect((await listMembers(ctx, {})).invitations).toEqual([]);
    expect((await readUsage(ctx, {})).users.used).toBe(1);
    const third = await token(world, email);
    await revokePersonInvitation(ctx, { id });
    expect(await stateOf(world, email)).toEqual([]);
    const web = visitorOf(world);
    for (const link of [first, second, third])
      expect((await web.query('tenancy.invitation', { token: link })).error.appCode).toBe('INVALID_TOKEN');
    const colleague = await invite(ctx, { email: address(), role: 'member' });
    for (const verb of [resendPersonInvitation, revokePersonInvitation])
      await expect(verb(ctx, { id: colleague.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const theirs = await invitePerson(ctx, { email: address(), orgId: acme.id });
    expect((await web.mutate('tenancy.revokeInvitation', { id: theirs.id })).error.appCode).toBe(
      'UNAUTHORIZED',
    );
    const { sql } = world.server.services.client;
    const [mail] =
      await sql`select text from outbox_messages where tenant_id = ${world.tenant.id} order by id limit 1`;
    expect(mail?.text).toContain('Acmé');
  });
});

describe('somebody of a client organisation', () => {
  it('gets another role or organisation; their sessions end, and nothing of the former one is kept', async () => {
    const { world, ctx, acme, beta } = await consultancy();
    const { sql } = world.server.services.client;
    const { id, email, web } = await signedIn(world, acme.id);
    const kept = await createEngagement(ctx, { orgId: acme.id, title: 'Of Acmé' });
    expect((await web.call('GET', '/api/portal/notifications')).body).toMatchObject({ unreadCount: 1 });
    await sql`update members set onboarded_at = now(), onboarding = '{"ndaStatus":"signed"}'
      where tenant_id = ${world.tenant.id} and user_id = ${id}`;
    expect((await web.query('engagements.get', { id: kept.id })).status).toBe(200);
    const project = await createProject(ctx, { name: 'Site' });
    await grantPermission(ctx, {
      namespace: 'project',
      objectId: project.id,
      relation: 'viewer',
      subjectId: id,
    });
    expect((await web.query('projects.get', { id: project.id })).status).toBe(200);
    expect(await updatePerson(ctx, { id, role: 'client_admin' })).toEqual({ id });
    expect((await web.query('engagements.get', { id: kept.id })).error.appCode).toBe('UNAUTHORIZED');
    await web.signIn(email);
    await updatePerson(ctx, { id, role: 'client_admin', orgId: acme.id });
    expect((await web.query('engagements.get', { id: kept.id })).status).toBe(200);

    await updatePerson(ctx, { id, orgId: beta.id });
    expect((await web.query('identity.session')).data).toBeNull();
    await web.signIn(email);
    expect((await web.query('engagements.get', { id: kept.id })).error.appCode).toBe('NOT_FOUND');
    expect((await web.query('projects.get', { id: project.id })).error.appCode).toBe('NOT_FOUND');
    expect((await web.call('GET', '/api/portal/notifications')).body).toEqual({ items: [], unreadCount: 0 });
    expect(
      await sql`select onboarded_at, onboarding from members
      where tenant_id = ${world.tenant.id} and user_id = ${id}`,
    ).toMatchObject([{ onboarded_at: null, onboarding: null }]);
    expect(await entries(world)).toEqual([
      {
        verb: 'member.role_changed',
        org: acme.id,
        before: { role: 'client' },
        after: { role: 'client_admin' },
      },
      { verb: 'member.moved', org: beta.id, before: { orgId: acme.id }, after: { orgId: beta.id } },
    ]);
  });

  it('is shut out at once, by every door, until they are let in again', async () => {
    const { world, ctx, acme } = await consultancy();
    const { id, email, web } = await signedIn(world, acme.id);
    expect(await disablePerson(ctx, { id })).toEqual({ id });
    await disablePerson(ctx, { id });
    expect((await web.call('GET', '/api/portal/change-requests')).status).toBe(401);
    expect((await web.signIn(email)).status).toBe(401);
    expect((await askForLink(world, web, email)).link).toBeNull();
    await expect(updatePerson(ctx, { id, role: 'client_admin' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await enablePerson(ctx, { id })).toEqual({ id });
    await enablePerson(ctx, { id });
    expect((await web.signIn(email)).status).toBe(200);
    expect((await web.call('GET', '/api/portal/change-requests')).status).toBe(200);
    expect((await entries(world)).map(({ verb }) => verb)).toEqual(['member.disabled', 'member.enabled']);
  });

  it('is nobody of the firm’s own, of another firm’s, or of no name', async () => {
    const { world, ctx, acme } = await consultancy();
    const other = await consultancy();
    const stranger = await signedIn(other.world, other.acme.id);
    const { id } = await signedIn(world, acme.id);
    for (const verb of [disablePerson, enablePerson, updatePerson])
      for (const wrong of [stranger.id, world.user.id, 'x'])
        await expect(verb(ctx, { id: wrong, role: 'client' } as never)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
    await expect(updatePerson(ctx, { id, orgId: other.acme.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(updatePerson(ctx, { id })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    expect((await stranger.web.query('identity.session')).data).toMatchObject({ orgId: other.acme.id });
  });

  it('is shut out and moved by one after the other, however many try at once', async () => {
    const { world, ctx, acme, beta } = await consultancy();
    const { id } = await signedIn(world, acme.id);
    await Promise.allSettled([
      ...[1, 2, 3].map(() => disablePerson(ctx, { id })),
      ...[1, 2, 3].map(() => updatePerson(ctx, { id, orgId: beta.id })),
    ]);
    const verbs = (await entries(world)).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === 'member.disabled')).toHaveLength(1);
    expect(verbs.filter((verb) => verb === 'member.moved').length).toBeLessThanOrEqual(1);
    expect(verbs.at(-1)).toBe('member.disabled');
  });
});
