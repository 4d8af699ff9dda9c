import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { LiveBatch } from '@officina/contracts/live';
import { PURGE_PHRASE } from '@officina/contracts/purge';
import type { Role } from '@officina/contracts/roles';
import { createContact as makeContact } from '@officina/db/factories';
import { createEngagement } from '@officina/db/factories-portal';
import { afterEach, describe, expect, it } from 'vitest';
import { MOST_PER_USER } from '../../kernel/live.ts';
import { browser } from '../../testing/browser.ts';
import { anotherServer, createWorld, type TestServer, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { createContact } from '../contacts/create-contact.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { createPortalInvoice } from '../engagements/billing/create-invoice.ts';
import { submitEdit } from '../engagements/edits/submit-edit.ts';
import { createMilestone } from '../engagements/milestones/create-milestone.ts';
import { purgeRecord } from '../engagements/purge/purge-record.ts';
import { createScope } from '../engagements/scopes/create-scope.ts';
import { updateScope } from '../engagements/scopes/update-scope.ts';
import { idOf, portalWorld } from '../engagements/testing/portal-world.ts';
import { createProject } from '../studio/projects/create-project.ts';
import { createTask } from '../tasks/create-task.ts';
import { changeRole } from '../tenancy/change-role.ts';
import { removeMember } from '../tenancy/remove-member.ts';
import { updateSettings } from '../tenancy/update-settings.ts';

interface Frame {
  event: string;
  id: string | null;
  data: string;
}
type Message = { id: string } & LiveBatch;

const SCOPE = {
  title: 'Rescue scope',
  fixedPriceEUR: 24_000,
  scopeSummary: 'What will be done in four weeks.',
  deliverables: ['Plan'],
};

const opened: AbortController[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.abort();
});

/** A colleague's window: signed in, and listening as the browser does. */
async function windowOf(
  world: World,
  role: Role = 'owner',
  server: TestServer = world.server,
  orgId?: string,
) {
  const person = await personWithPassword(world.server.services, world.tenant.id, role, {}, orgId);
  const page = browser(server);
  await page.signIn(person.email);
  return { person, page, listen: (input?: object) => listen(server, page.cookie, input) };
}

async function listen({ app }: Pick<TestServer, 'app'>, cookie: string | null, input: object = {}) {
  const abort = new AbortController();
  opened.push(abort);
  const url = `http://localhost:3000/trpc/journal.watch?input=${encodeURIComponent(JSON.stringify(input))}`;
  const headers = { host: 'localhost:3000', ...(cookie && { cookie }) };
  return reading(await app.fetch(new Request(url, { headers, signal: abort.signal })), abort);
}

function reading(response: Response, abort: AbortController) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  async function frame(): Promise<Frame | null> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
        continue;
      }
      const lines = text.slice(0, end).split('\n').filter(Boolean);
      text = text.slice(end + 2);
      if (lines.length === 0) continue;
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      return { event: of('event') ?? 'message', id: of('id') ?? null, data: of('data') ?? '' };
    }
  }
  return {
    headers: response.headers,
    status: response.status,
    frame,
    abort: () => abort.abort(),
    /** The next batch, or how the stream ended. */
    async next(): Promise<Message> {
      for (let found = await frame(); found; found = await frame()) {
        if (found.event === 'message') return { id: found.id ?? '', ...JSON.parse(found.data) };
        if (found.event === 'serialized-error') throw new Error(JSON.parse(found.data).data.appCode);
        if (found.event === 'return') throw new Error('ended');
      }
      throw new Error('ended');
    },
  };
}

/** What is heard of one record, batch by batch, up to a verb. */
async function until(stream: { next(): Promise<Message> }, verb: string): Promise<Message['changes']> {
  const heard: Message['changes'] = [];
  while (!heard.some((change) => change.verb === verb)) heard.push(...(await stream.next()).changes);
  return heard;
}

describe('live updates', () => {
  it('tell a colleague what was changed, without what it was changed to', async () => {
    const world = await createWorld();
    const stream = await (await windowOf(world)).listen();
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    await stream.next();
    const contact = await createContact(world.ctx, { firstName: 'Zoé', lastName: 'Secret' });
    const [heard] = (await until(stream, 'contact.created')).slice(-1);
    expect(heard).toEqual({
      verb: 'contact.created',
      subjectType: 'contact',
      subjectId: contact.id,
      contactId: contact.id,
      engagementId: null,
      actorId: world.user.id,
      requestId: null,
    });
    await updateContact(world.ctx, { id: contact.id, company: 'Secret SARL' });
    expect(JSON.stringify(await until(stream, 'contact.updated'))).not.toContain('Secret');
  });

  it('come from every process to every process', async () => {
    const world = await createWorld();
    const other = await anotherServer();
    const stream = await (await windowOf(world, 'owner', other)).listen();
    await stream.next();
    const { id } = await createContact(world.ctx, { firstName: 'A', lastName: 'B' });
    expect(await until(stream, 'contact.created')).toContainEqual(expect.objectContaining({ subjectId: id }));
  });

  it('never leave the tenant', async () => {
    const [world, foreign] = [await createWorld(), await createWorld()];
    const stream = await (await windowOf(world)).listen();
    await stream.next();
    const theirs = await createContact(foreign.ctx, { firstName: 'A', lastName: 'B' });
    const ours = await createContact(world.ctx, { firstName: 'A', lastName: 'B' });
    const heard = await until(stream, 'contact.created');
    expect(heard.map((change) => change.subjectId)).toContain(ours.id);
    expect(heard.map((change) => change.subjectId)).not.toContain(theirs.id);
  });

  it('are those that the role may read', async () => {
    const world = await createWorld();
    const [owner, accountant, client, freelancer] = await Promise.all([
      windowOf(world, 'owner'),
      windowOf(world, 'accountant'),
      windowOf(world, 'client'),
      windowOf(world, 'freelancer'),
    ]);
    const streams = [await owner.listen(), await accountant.listen(), await client.listen()] as const;
    const aside = await freelancer.listen();
    for (const stream of [...streams, aside]) await stream.next();
    await createProject(world.ctx, { name: 'x' });
    await createTask(world.ctx, { title: 'x' });
    await updateSettings(world.ctx, { phone: '+33140000000' });
    const verbs = (changes: Message['changes']) => changes.map((change) => change.verb);
    expect(verbs(await until(streams[0], 'settings.updated'))).toContain('task.created');
    const heard = verbs(await until(streams[1], 'settings.updated'));
    expect(heard).toContain('project.created');
    expect(heard).not.toContain('task.created');
    for (const [{ page }, stream] of [
      [client, streams[2]],
      [freelancer, aside],
    ] as const) {
      const silent = stream.next().then(
        () => 'heard',
        () => 'ended',
      );
      await page.call('POST', '/api/auth/signout', {});
      expect(await silent).toBe('ended');
    }
  });

  it('tell clients of what they may know of their own organisation, and of no other', async () => {
    const { world, admin, operator, acme, globex, engagement } = await portalWorld();
    const { db } = world.server.services.client;
    const theirs = await createEngagement(db, world.tenant.id, { orgId: globex.contactId });
    const windows = [acme, globex].map(({ contactId }) =>
      windowOf(world, 'client', world.server, contactId).then(({ listen }) => listen()),
    );
    const [atAcme, atGlobex] = (await Promise.all(windows)) as [
      Awaited<ReturnType<typeof listen>>,
      Awaited<ReturnType<typeof listen>>,
    ];
    await Promise.all([atAcme.next(), atGlobex.next()]);
    const scope = await createScope(operator, { engagementId: engagement.id, ...SCOPE });
    const invoice = await createPortalInvoice(operator, { engagementId: engagement.id, amountEUR: 5 });
    await submitEdit(operator, {
      entityType: 'invoice',
      entityId: invoice.id,
      reason: 'to remember',
      diff: [{ field: 'internalNote', to: 'pays late' }],
    });
    await updateScope(operator, { id: scope.id, status: 'sent' });
    const milestone = await createMilestone(operator, { engagementId: engagement.id, title: 'One' });
    const other = await createMilestone(operator, { engagementId: theirs.id, title: 'Two' });
    const told = (verb: string, type: string, id: string, { contactId }: typeof acme, on = engagement) => ({
      verb,
      subjectType: type,
      subjectId: id,
      contactId,
      engagementId: on.id,
      actorId: idOf(operator),
      requestId: null,
    });
    const draft = await createScope(operator, { engagementId: engagement.id, ...SCOPE });
    const purge = (entityType: 'scope' | 'milestone', entityId: string) =>
      purgeRecord(admin, { entityType, entityId, reason: 'By mistake', confirm: PURGE_PHRASE });
    await purge('scope', draft.id);
    await purge('milestone', milestone.id);
    expect(await until(atAcme, 'record.purged')).toEqual([
      told('invoice.created', 'invoice', invoice.id, acme),
      told('scope.sent', 'scope', scope.id, acme),
      told('milestone.created', 'milestone', milestone.id, acme),
      { ...told('record.purged', 'milestone', milestone.id, acme), actorId: idOf(admin) },
    ]);
    expect(await until(atGlobex, 'milestone.created')).toEqual([
      told('milestone.created', 'milestone', other.id, globex, theirs),
    ]);
  });

  it('mark the own changes with their request, and nobody else’s', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const [own, other] = [await mine.listen(), await (await windowOf(world)).listen()];
    await Promise.all([own.next(), other.next()]);
    const { headers } = await mine.page.mutate('contacts.create', { firstName: 'A', lastName: 'B' });
    const requestId = headers.get('x-request-id');
    expect((await until(own, 'contact.created')).at(-1)).toMatchObject({ requestId });
    expect((await until(other, 'contact.created')).at(-1)).toMatchObject({ requestId: null });
  });

  it('go on where they stopped, at whichever process', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const first = await mine.listen();
    const { id: from } = await first.next();
    first.abort();
    const made = [];
    for (const lastName of ['A', 'B', 'C'])
      made.push((await createContact(world.ctx, { firstName: 'X', lastName })).id);
    const heard = await (await listen(await anotherServer(), mine.page.cookie, { lastEventId: from })).next();
    expect(heard.changes.map((change) => change.subjectId)).toEqual(made);
  });

  it('do not lose what was being written when the last ones were told', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const { services } = world.server;
    const slow = await makeContact(services.client.db, world.tenant.id);
    const held = await services.client.sql.reserve();
    await held`begin`;
    await held`insert into journal_entries (tenant_id, recorded_at, actor_kind, verb, subject_type, subject_id, request_id)
      values (${world.tenant.id}, now(), 'system', 'contact.updated', 'contact', ${slow.id}, 'x')`;
    const first = await mine.listen();
    await first.next();
    const { id: fast } = await createContact(world.ctx, { firstName: 'A', lastName: 'B' });
    let last = await first.next();
    while (!last.changes.some((change) => change.subjectId === fast)) last = await first.next();
    first.abort();
    await held`commit`;
    held.release();
    const again = await (await mine.listen({ lastEventId: last.id })).next();
    expect(again.changes.map((change) => change.subjectId)).toEqual([slow.id]);
  });

  it('say that too much was missed rather than tell it all, and so of ids that are none', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const first = await mine.listen();
    const { id: from } = await first.next();
    first.abort();
    const { sql } = world.server.services.client;
    await sql`insert into journal_entries (tenant_id, recorded_at, actor_kind, verb, subject_type, subject_id, request_id)
      select ${world.tenant.id}::uuid, now(), 'system', 'contact.updated', 'contact', gen_random_uuid(), 'x'
      from generate_series(1, 201)`;
    for (const lastEventId of [from, 'nonsense', '1:0:', '9000000000000000:9000000000000001:', '']) {
      const batch = await (await mine.listen({ lastEventId })).next();
      expect(batch, lastEventId).toMatchObject({ missed: true, changes: [] });
    }
  });

  it('begin with what was changed since the page was read', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const { id } = await createContact(world.ctx, { firstName: 'A', lastName: 'B' });
    world.server.clock.advance({ seconds: 30 });
    const seen = async (age: number) =>
      (await (await mine.listen({ age })).next()).changes.map((c) => c.subjectId);
    expect(await seen(25_000)).toContain(id);
    expect(await seen(5_000)).not.toContain(id);
  });
});

describe('a stream ends', () => {
  const endings: [string, (world: World, mine: Awaited<ReturnType<typeof windowOf>>) => Promise<unknown>][] =
    [
      ['at sign-out', (_, mine) => mine.page.call('POST', '/api/auth/signout', {})],
      [
        'when the role changes',
        (world, mine) => changeRole(world.ctx, { userId: mine.person.id, role: 'member' }),
      ],
      ['with the membership', (world, mine) => removeMember(world.ctx, { userId: mine.person.id })],
      ['when the process stops', async (world) => world.server.live.dropAll()],
    ];
  for (const [when, how] of endings) {
    it(when, async () => {
      const world = await createWorld();
      const mine = await windowOf(world, 'manager');
      const stream = await mine.listen();
      await stream.next();
      const end = stream.next();
      await Promise.all([expect(end).rejects.toThrow('ended'), how(world, mine)]);
    });
  }

  it('at sign-out in another process', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    const stream = await listen(await anotherServer(), mine.page.cookie);
    await stream.next();
    const end = stream.next();
    await Promise.all([
      expect(end).rejects.toThrow('ended'),
      mine.page.call('POST', '/api/auth/signout', {}),
    ]);
  });

  it('and is refused to who has no session, also when this process has not heard of it yet', async () => {
    const world = await createWorld();
    await expect((await listen(world.server, null)).next()).rejects.toThrow('UNAUTHORIZED');
    const mine = await windowOf(world);
    await mine.page.query('identity.session');
    const { sql } = world.server.services.client;
    await sql`delete from sessions where user_id = ${mine.person.id}`;
    await expect((await mine.listen()).next()).rejects.toThrow('UNAUTHORIZED');
  });

  it('before one person holds too many of them', async () => {
    const world = await createWorld();
    const mine = await windowOf(world);
    for (let window = 0; window < MOST_PER_USER; window++) await (await mine.listen()).next();
    await expect((await mine.listen()).next()).rejects.toThrow('RATE_LIMIT_EXCEEDED');
    await (await (await windowOf(world)).listen()).next();
  });

  it('and leaves nothing behind when the browser goes away', async () => {
    const world = await createWorld();
    const { app, live } = world.server;
    await expect.poll(() => live.size).toBe(0);
    const mine = await windowOf(world);
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const abort = new AbortController();
    opened.push(abort);
    const cookie = mine.page.cookie ?? '';
    const url = `http://127.0.0.1:${port}/trpc/journal.watch?input={}`;
    const stream = reading(await fetch(url, { headers: { cookie }, signal: abort.signal }), abort);
    await stream.next();
    expect(live.size).toBe(1);
    abort.abort();
    await expect.poll(() => live.size).toBe(0);
    await new Promise((closed) => server.close(closed));
  });
});
