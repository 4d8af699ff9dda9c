import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, type World } from '../testing/harness.ts';
import { write } from './operation.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const lose = write({
  name: 'test.loseConnection',
  permission: 'member',
  input: z.object({}),
  async run(ctx) {
    const tx = await ctx.tx();
    await world.server.services.client.db.execute(
      sql`select pg_terminate_backend(${(await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid})`,
    );
    // Nobody answers this any more.
    await tx.execute(sql`select 1`);
    return new Promise<never>(() => {});
  },
});

const undone: string[] = [];
const fail = write({
  name: 'test.failAfterWriting',
  permission: 'member',
  input: z.object({}),
  async run(ctx) {
    ctx.undo(async () => void undone.push('first'));
    ctx.undo(() => Promise.reject(new Error('the second cannot be taken back')));
    const tx = await ctx.tx();
    await tx.execute(sql`update tenants set name = 'Half written' where id = ${ctx.tenant.id}`);
    throw new Error('changed its mind');
  },
});

describe('a unit of work', () => {
  it('ends when its connection is lost, and leaves a pool that works', async () => {
    await expect(lose(world.ctx, {})).rejects.toThrow();
    const rows = await world.server.services.client.db.execute(sql`select 1 as one`);
    expect(rows[0]).toEqual({ one: 1 });
  });

  it('takes back what it did, also outside of the database, and says why it failed', async () => {
    await expect(fail(world.ctx, {})).rejects.toThrow('changed its mind');
    expect(undone).toEqual(['first']);
    const [tenant] = await world.server.services.client.db.execute(
      sql`select name from tenants where id = ${world.tenant.id}`,
    );
    expect(tenant?.name).toBe(world.tenant.name);
  });
});
