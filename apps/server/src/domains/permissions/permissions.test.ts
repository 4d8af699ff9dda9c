import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import {
  anotherServer,
  createWorld,
  type HttpClient,
  httpClient,
  type World,
} from '../../testing/harness.ts';
import { createStudioClient } from '../studio/clients/create-client.ts';
import { createProject } from '../studio/projects/create-project.ts';
import { getProject } from '../studio/projects/get-project.ts';
import { updateProject } from '../studio/projects/update-project.ts';
import { explainPermissions } from './explain-permissions.ts';
import { listCandidates } from './list-candidates.ts';
import { holds } from './may-on.ts';

let world: World;
let owner: HttpClient;
let freelancer: Ctx;
let projectId: string;
beforeAll(async () => {
  world = await createWorld();
  owner = await httpClient(world);
  freelancer = await world.as('freelancer');
  projectId = (await createProject(freelancer, { name: 'Website' })).id;
});

const idOf = (ctx: Ctx) => (ctx.actor as { id: string }).id;
const viewer = (subject: Ctx) => ({
  namespace: 'project',
  object_id: projectId,
  relation: 'viewer',
  subject_id: idOf(subject),
});
const post = (what: string, body: object, client = owner, method = 'POST') =>
  client.call(method, `/api/auth/permissions/${what}`, body);
const can = async (subject: Ctx, relation: string, client = owner) =>
  (
    await post(
      'check',
      { namespace: 'project', object_id: projectId, relation, subject_id: idOf(subject) },
      client,
    )
  ).body;

describe('permissions', () => {
  it('are granted, hold at once, and are taken back', async () => {
    const client = await world.as('client');
    const granted = await post('grant', viewer(client));
    expect([granted.status, granted.body]).toEqual([
      200,
      {
        success: true,
        tuple: {
          id: expect.any(String),
          ...viewer(client),
          subject_namespace: 'user',
          subject_relation: null,
        },
      },
    ]);
    expect(await can(client, 'can_view')).toEqual({ success: true, allowed: true, cached: false });
    expect(await can(client, 'can_view')).toEqual({ success: true, allowed: true, cached: true });
    expect(await can(client, 'can_edit')).toMatchObject({ allowed: false });
    expect((await getProject(client, { id: projectId })).name).toBe('Website');
    const other = await anotherServer();
    const elsewhere = Object.create(world.ctx, {
      services: { value: other.services },
      db: { value: other.services.client.db },
    }) as Ctx;
    const asked = { namespace: 'project', objectId: projectId, relation: 'can_view' } as const;
    expect((await holds(elsewhere, asked, idOf(client))).allowed).toBe(true);
    const again = await post('grant', viewer(client));
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_GRANTED']);
    const revoked = await post('revoke', viewer(client));
    expect([revoked.status, revoked.body]).toEqual([200, { success: true, message: 'Permission revoked' }]);
    expect(await can(client, 'can_view')).toEqual({ success: true, allowed: false, cached: false });
    expect((await holds(elsewhere, asked, idOf(client))).allowed).toBe(false);
    const gone = await post('revoke', viewer(client));
    expect([gone.status, gone.body]).toEqual([404, { error: 'Permission not found', code: 'NOT_FOUND' }]);
    await expect(getProject(client, { id: projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('follow from the role: staff see, the firm manages, accountants read', async () => {
    const expected: [Ctx, string, boolean][] = [
      [world.ctx, 'can_delete', true],
      [await world.as('manager'), 'can_edit', true],
      [await world.as('manager'), 'can_delete', false],
      [await world.as('accountant'), 'can_view', true],
      [await world.as('accountant'), 'can_edit', false],
      [freelancer, 'can_delete', true],
      [await world.as('freelancer'), 'can_view', false],
      [await world.as('learner'), 'can_view', false],
    ];
    for (const [subject, relation, allowed] of expected)
      expect((await can(subject, relation)).allowed, `${(subject.actor as { role: string }).role}`).toBe(
        allowed,
      );
  });

  it('are given and asked about by who decides about the record', async () => {
    const client = await world.as('client');
    const maker = await httpClient(world, freelancer);
    expect((await post('grant', viewer(client), maker)).status).toBe(200);
    const stranger = await httpClient(world, 'member');
    expect((await post('grant', { ...viewer(client), relation: 'editor' }, stranger)).status).toBe(403);
    expect((await post('revoke', viewer(client), stranger)).status).toBe(403);
    const about = { namespace: 'project', object_id: projectId, relation: 'can_view' };
    expect((await post('check', { ...about, subject_id: idOf(client) }, stranger)).status).toBe(403);
    expect((await post('check', about, stranger)).body.allowed).toBe(true);
    const own = await httpClient(world, client);
    expect((await post('revoke', viewer(client), own)).status).toBe(200);
    const foreign = await httpClient(await createWorld());
    expect((await post('check', about, foreign)).body.allowed).toBe(false);
    expect((await post('check', about, await httpClient(world, 'visitor'))).status).toBe(401);
  });

  it('let somebody change what was opened to them, and no more', async () => {
    const colleague = await world.as('freelancer');
    await post('grant', viewer(colleague));
    await expect(updateProject(colleague, { id: projectId, name: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await post('grant', { ...viewer(colleague), relation: 'editor' });
    expect((await updateProject(colleague, { id: projectId, name: 'Web shop' })).name).toBe('Web shop');
    const { db } = world.server.services.client;
    const left = { removedAt: new Date() };
    await db
      .update(members)
      .set(left)
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, idOf(colleague))));
    const asked = { namespace: 'project', objectId: projectId, relation: 'can_edit' } as const;
    const fresh = await anotherServer();
    const elsewhere = Object.create(world.ctx, {
      services: { value: fresh.services },
      db: { value: fresh.services.client.db },
    }) as Ctx;
    expect((await holds(elsewhere, asked, idOf(colleague))).allowed).toBe(false);
  });

  it.each([
    [{ namespace: 'car' }, 'namespace'],
    [{ relation: 'can_view' }, 'relation'],
    [{ relation: 'commenter' }, 'relation'],
    [{ subject_namespace: 'document' }, 'subject_namespace'],
    [{ subject_namespace: 'project', subject_relation: 'can_fly' }, 'subject_relation'],
    [{ subject_relation: 'viewer' }, 'subject_relation'],
    [{ subject_id: '01900000-0000-7000-8000-000000000001' }, 'subject_id'],
    [{ subject_id: '' }, 'subject_id'],
  ])('refuse %j', async (change, field) => {
    const answer = await post('grant', { ...viewer(world.ctx), ...change });
    expect([answer.status, answer.body.details?.[0]?.field]).toEqual([400, field]);
  });

  it('keep the last owner, also from two who go at once', async () => {
    const [first, second] = [await world.as('freelancer'), await world.as('freelancer')];
    const { id } = await createProject(first, { name: 'Shared' });
    const tuple = (who: Ctx) => ({ ...viewer(who), object_id: id, relation: 'owner' });
    await post('grant', tuple(second));
    const answers = await Promise.all([post('revoke', tuple(first)), post('revoke', tuple(second))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('LAST_OWNER');
    const missing = await post('grant', {
      ...viewer(freelancer),
      object_id: '01900000-0000-7000-8000-000000000001',
    });
    expect([missing.status, missing.body.error]).toEqual([404, 'Object not found']);
  });

  it('are judged one by one in a batch', async () => {
    const client = await world.as('client');
    const bad = { ...viewer(client), relation: 'pilot' };
    const granted = await post('grant', { grants: [viewer(client), bad] }, owner, 'PUT');
    expect([granted.status, granted.body]).toEqual([
      200,
      {
        success: false,
        results: [
          { success: true, ...viewer(client) },
          { success: false, ...bad, error: expect.any(String) },
        ],
        summary: { total: 2, succeeded: 1, failed: 1 },
      },
    ]);
    const about = { namespace: 'project', object_id: projectId };
    const checked = await post(
      'check',
      {
        checks: [
          { ...about, relation: 'can_view' },
          { ...about, relation: 'can_fly' },
        ],
      },
      owner,
      'PUT',
    );
    expect(checked.body).toEqual({
      success: true,
      results: [
        { ...about, relation: 'can_view', allowed: true },
        { ...about, relation: 'can_fly', allowed: false },
      ],
    });
    const revoked = await post('revoke', { revokes: [viewer(client)] }, owner, 'PUT');
    expect(revoked.body.summary).toEqual({ total: 1, succeeded: 1, failed: 0 });
    expect((await post('check', { checks: [] }, owner, 'PUT')).status).toBe(400);
    for (const [what, list] of [
      ['check', 'checks'],
      ['grant', 'grants'],
      ['revoke', 'revokes'],
    ] as const) {
      const faulty = await post(
        what,
        { [list]: [{ ...about, relation: 'viewer', object_id: 7 }] },
        owner,
        'PUT',
      );
      const fields = faulty.body.details?.map(({ field }: { field: string }) => field);
      expect([faulty.status, fields]).toEqual([400, expect.arrayContaining([`${list}.0.object_id`])]);
    }
  });

  it('say who can do what, and why', async () => {
    const view = await explainPermissions(world.ctx, { namespace: 'project', objectId: projectId });
    const mine = view.people.find(({ userId }) => userId === world.user.id);
    expect(mine).toMatchObject({
      relation: 'can_delete',
      path: [
        `project:${projectId}#can_delete`,
        `organization:${world.tenant.id}#can_manage`,
        `organization:${world.tenant.id}#owner`,
      ],
    });
    expect(view.abilities).toEqual({ grant: true });
    const stranger = await world.as('learner');
    await expect(
      explainPermissions(stranger, { namespace: 'project', objectId: projectId }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are opened to whom the asker knows: the firm’s freelancers, the client’s people, and for owners everybody', async () => {
    const about = { namespace: 'project', objectId: projectId };
    const roles = async (ctx: Ctx, search?: string) =>
      (await listCandidates(ctx, { ...about, search })).map(({ role }) => role);
    const { actor } = await world.as('learner');
    const email = actor.kind === 'user' ? actor.email : '';
    expect(await roles(world.ctx, email)).toEqual(['learner']);
    expect(await roles(freelancer, email)).toEqual([]);
    expect(new Set(await roles(freelancer))).toEqual(new Set(['freelancer']));
    const client = await createStudioClient(world.ctx, { name: 'Acme' });
    const buyer = await world.as('client', client.id);
    await updateProject(world.ctx, { id: projectId, clientId: client.id });
    expect(new Set(await roles(freelancer))).toEqual(new Set(['client', 'freelancer']));
    const { people } = await explainPermissions(world.ctx, about);
    expect(people.find(({ userId }) => userId === idOf(buyer))).toMatchObject({
      relation: 'can_view',
      path: [`project:${projectId}#can_view`, `client:${client.id}#member`],
    });
    expect(await listCandidates(world.ctx, { ...about, search: '%' })).toEqual([]);
    await expect(roles(await world.as('member'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(roles((await createWorld()).ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
