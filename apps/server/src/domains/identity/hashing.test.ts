import { unique } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { PasswordHasher } from '../../kernel/passwords.ts';
import { PASSWORD } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { readOutbox } from '../messaging/outbox.ts';
import { acceptInvitation } from '../tenancy/accept-invitation.ts';
import { invite } from '../tenancy/invite.ts';
import { signUp } from '../tenancy/sign-up.ts';
import { changePassword } from './change-password.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';

/** A context whose hasher counts its work and looks for transactions that are held open meanwhile. */
function watched(world: World, actor: Ctx['actor'] = { kind: 'visitor' }) {
  const { services } = world.server;
  const seen = { hashed: 0, verified: 0, open: 0 };
  async function look() {
    const [state] = await services.client.sql`select count(*)::int as open from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`;
    seen.open += state?.open ?? 0;
  }
  const passwords: PasswordHasher = {
    async hash(password) {
      await look();
      seen.hashed++;
      return services.passwords.hash(password);
    },
    async verify(stored, password) {
      await look();
      seen.verified++;
      return services.passwords.verify(stored, password);
    },
  };
  const ctx: Ctx = { ...world.ctx, actor, services: { ...services, passwords } };
  return { ctx, seen };
}

async function linkIn(world: World, to: string): Promise<string> {
  const { items } = await readOutbox(world.ctx, { to });
  return /\/(?:reset-password\?token=|invite\/)(\S+)/.exec(items[0]?.text ?? '')?.[1] ?? '';
}

describe('hashing', () => {
  it('costs the same whether the account exists or not', async () => {
    const world = await createWorld();
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const { ctx, seen } = watched(world);
    await signIn(ctx, { email: person.email, password: PASSWORD });
    for (const [email, password] of [
      [person.email, 'wrong'],
      ['nobody@example.test', PASSWORD],
      [world.user.email, PASSWORD],
    ] as const)
      await expect(signIn(ctx, { email, password })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(seen).toEqual({ hashed: 0, verified: 4, open: 0 });
  });

  it('holds no transaction open', async () => {
    const world = await createWorld();
    const { services } = world.server;
    const person = await personWithPassword(services, world.tenant.id);
    const actor = { ...(world.ctx.actor as UserActor), id: person.id, email: person.email };
    const visitor = watched(world);
    const email = `${unique('guest')}@example.test`;
    await signUp(visitor.ctx, {
      email: `${unique('new')}@example.test`,
      password: PASSWORD,
      name: 'Jean Martin',
      subdomain: unique('garage'),
      tenantName: 'Garage Martin',
    });
    await requestPasswordReset(visitor.ctx, { email: person.email });
    await runJobs(world);
    const reset = await linkIn(world, person.email);
    await resetPassword(visitor.ctx, { token: reset, password: PASSWORD });
    await expect(resetPassword(visitor.ctx, { token: reset, password: PASSWORD })).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
    await invite(world.ctx, { email, role: 'member' });
    const token = await linkIn(world, email);
    await acceptInvitation(visitor.ctx, { token, name: 'Lucas Petit', password: PASSWORD });
    expect(visitor.seen).toEqual({ hashed: 3, verified: 0, open: 0 });

    const member = watched(world, actor);
    await signIn(member.ctx, { email: person.email, password: PASSWORD });
    const { sql } = services.client;
    const [session] = await sql`select id from sessions where user_id = ${person.id}`;
    const own = watched(world, { ...actor, sessionId: session?.id });
    await changePassword(own.ctx, { current: PASSWORD, next: 'AnotherPassword456?' });
    expect(own.seen).toEqual({ hashed: 1, verified: 1, open: 0 });
  });
});
