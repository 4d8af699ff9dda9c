import { rateLimits, sessions, userTokens } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { sweepSessions } from './sweep-sessions.ts';

it('removes what nobody can use any more, and nothing else', async () => {
  const { server, tenant, user } = await createWorld();
  const { db } = server.services.client;
  const hoursFromNow = (hours: number) => new Date(server.clock.now().epochMilliseconds + hours * 3_600_000);
  for (const [name, hours] of [
    ['over', -1],
    ['live', 1],
  ] as const) {
    const id = `${name}-${user.id}`;
    await db
      .insert(sessions)
      .values({ id, userId: user.id, activeTenantId: tenant.id, expiresAt: hoursFromNow(hours) });
    await db.insert(userTokens).values({
      tokenHash: id,
      userId: user.id,
      purpose: 'verify_email',
      expiresAt: hoursFromNow(hours - 24 * 30),
    });
    await db.insert(rateLimits).values({ bucket: user.id, windowStart: hoursFromNow(hours - 24), hits: 1 });
  }
  await sweepSessions(server.systemContext('sweep-sessions', tenant));
  const left = [
    ...(await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, user.id))),
    ...(await db.select({ id: userTokens.tokenHash }).from(userTokens).where(eq(userTokens.userId, user.id))),
  ];
  expect(left).toEqual([{ id: `live-${user.id}` }, { id: `live-${user.id}` }]);
  expect(await db.select().from(rateLimits).where(eq(rateLimits.bucket, user.id))).toHaveLength(1);
});
