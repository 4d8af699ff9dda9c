import { createMember } from '@officina/db/factories';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { write } from '../../kernel/operation.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { resendPasswordLink } from './resend-password-link.ts';
import { sendPasswordLink } from './send-password-link.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'SecurePassword123!';
const mailing = write({
  name: 'test.sendPasswordLink',
  permission: 'member',
  input: z.object({ id: z.string(), email: z.string(), name: z.string(), locale: z.null() }),
  run: (ctx, user) => sendPasswordLink(ctx, user),
});

let world: World;
let visitor: Ctx;
beforeAll(async () => {
  world = await createWorld('owner', { locale: 'en' });
  visitor = Object.create(world.ctx, { actor: { value: { kind: 'visitor' } } });
});

async function invited() {
  const { db, sql } = world.server.services.client;
  const { id, email, name } = await createMember(db, world.tenant.id, 'learner');
  const send = () => mailing(world.ctx, { id, email, name, locale: null });
  const tokens = async () => {
    const mails = await sql<{ text: string }[]>`select text from outbox_messages
      where tenant_id = ${world.tenant.id} and "to" = ${email} order by id`;
    return mails.map(({ text }) => /token=([\w-]{43})\n/.exec(text)?.[1] ?? '');
  };
  return { id, email, send, tokens };
}

describe('the first password', () => {
  it('is set once with the mailed link, which signs in and confirms the address', async () => {
    const { id, email, send, tokens } = await invited();
    await send();
    const [token = ''] = await tokens();
    const { token: session, ...view } = await setPassword(visitor, { token, password: PASSWORD });
    expect(view).toEqual({ ok: true });
    expect(session).toMatch(/^[\w-]{32}$/);
    const { db } = world.server.services.client;
    const [user] = await db.select().from(users).where(eq(users.id, id));
    expect(user?.emailVerifiedAt).not.toBeNull();
    expect((await signIn(visitor, { email, password: PASSWORD })).user.role).toBe('learner');
    await expect(setPassword(visitor, { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
  });

  it('takes the newest link only, for 72 hours, and a good password', async () => {
    const { send, tokens } = await invited();
    await send();
    await send();
    const [old = '', token = ''] = await tokens();
    const set = (link: string, password = PASSWORD) => setPassword(visitor, { token: link, password });
    for (const link of [old, 'nothing'])
      await expect(set(link)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    await expect(set(token, 'short')).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    world.server.clock.advance({ hours: 72 });
    await expect(set(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    world.server.clock.advance({ seconds: -1 });
    expect(await set(token)).toMatchObject({ ok: true });
  });

  it('gets a new link when it is asked for, by who has none and a tenant', async () => {
    const { email, tokens } = await invited();
    for (const address of [email, 'nobody@example.test'])
      expect(await resendPasswordLink(visitor, { email: address })).toEqual({ ok: true });
    await runJobs(world);
    const [token = ''] = await tokens();
    await setPassword(visitor, { token, password: PASSWORD });
    await resendPasswordLink(visitor, { email });
    await runJobs(world);
    expect(await tokens()).toHaveLength(1);
  });

  it('is set by one of several at once', async () => {
    const { send, tokens } = await invited();
    await send();
    const [token = ''] = await tokens();
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => setPassword(visitor, { token, password: PASSWORD })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
