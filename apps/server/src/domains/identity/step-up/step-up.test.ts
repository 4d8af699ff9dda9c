import { describe, expect, it } from 'vitest';
import { PROOF_MINUTES } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { allOperations } from '../../../sweeps/all-operations.ts';
import { Authenticator } from '../../../testing/authenticator.ts';
import { browser, PASSWORD } from '../../../testing/browser.ts';
import { createWorld } from '../../../testing/harness.ts';
import { personWithPassword } from '../../../testing/people.ts';

const CODES = '/api/auth/passkeys';
const REFUSED = [403, { error: 'Confirm that it is you first', code: 'STEP_UP_REQUIRED' }];

async function signedIn() {
  const world = await createWorld();
  const person = await personWithPassword(world.server.services, world.tenant.id, 'owner');
  const web = browser(world.server);
  await web.signIn(person.email);
  const codes = async (by = web) => {
    const { status, body } = await by.call('POST', CODES, {});
    return status === 200 ? 'done' : [status, body];
  };
  const prove = (way: string, input: object) => web.mutate(`identity.proveBy${way}`, input);
  const wait = (minutes: number) => world.server.clock.advance({ minutes });
  return { world, person, web, codes, prove, wait };
}

describe('dangerous things', () => {
  it('are these, and wait until whoever does them has proved lately who they are', async () => {
    const { ctx } = await createWorld();
    const since = new Date(ctx.now.epochMilliseconds - PROOF_MINUTES * 60_000);
    const stale = { ...ctx, actor: { ...ctx.actor, provedAt: since } } as Ctx;
    const dangerous = allOperations.filter(({ stepUp }) => stepUp);
    expect(dangerous.map(({ operation }) => operation).sort()).toEqual([
      'apiKeys.create',
      'oauth.beginLink',
      'oauth.unlink',
      'passkeys.beginRegistration',
      'passkeys.generateBackupCodes',
      'passkeys.register',
      'passkeys.remove',
      'sso.create',
      'sso.remove',
      'sso.update',
    ]);
    for (const operation of dangerous)
      await expect(operation(stale, {} as never), operation.operation).rejects.toMatchObject({
        code: 'STEP_UP_REQUIRED',
      });
  });

  it('may be done for a while after signing in, and after the password was typed again', async () => {
    const { web, codes, prove, wait } = await signedIn();
    wait(PROOF_MINUTES - 1);
    expect(await codes()).toBe('done');
    wait(1);
    expect(await codes()).toEqual(REFUSED);
    const wrong = await prove('Password', { password: 'not the one' });
    expect(wrong.error).toMatchObject({ appCode: 'VALIDATION_ERROR' });
    expect(await codes()).toEqual(REFUSED);
    const before = web.cookie ?? '';
    const proved = await prove('Password', { password: PASSWORD });
    expect(proved.data).toEqual({ expires: expect.any(String) });
    expect(await codes()).toBe('done');
    wait(PROOF_MINUTES);
    expect(await codes()).toEqual(REFUSED);
    // Who copied the cookie before gains nothing by the proof of its owner.
    const thief = await web.call('POST', CODES, {}, { cookie: before });
    expect(thief.status).toBe(401);
  });

  it('may be done after a passkey of one’s own was used, and of nobody else', async () => {
    const { world, web, codes, prove, wait } = await signedIn();
    const key = new Authenticator();
    const { options, challengeId } = (await web.call('POST', `${CODES}/register`, {})).body;
    const made = { challengeId, response: key.register(options) };
    expect((await web.call('POST', `${CODES}/register`, made)).status).toBe(200);
    wait(PROOF_MINUTES);
    expect((await web.query('identity.waysToProve')).data).toEqual({
      password: true,
      passkey: true,
      provider: null,
    });
    const sign = async () => {
      const begun = (await web.call('POST', `${CODES}/authenticate`, {})).body;
      return { challengeId: begun.challengeId, response: key.authenticate(begun.options) };
    };
    const other = await personWithPassword(world.server.services, world.tenant.id, 'owner');
    const theirs = browser(world.server);
    await theirs.signIn(other.email);
    const stolen = await theirs.mutate('identity.proveByPasskey', await sign());
    expect(stolen.error).toMatchObject({ appCode: 'PASSKEY_REJECTED' });
    const signature = await sign();
    expect((await prove('Passkey', signature)).status).toBe(200);
    expect(await codes()).toBe('done');
    expect((await prove('Passkey', signature)).error.appCode).toBe('INVALID_CHALLENGE');
  });
});
