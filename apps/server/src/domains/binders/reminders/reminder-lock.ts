import type { Client } from '@officina/db/client';
import type { Ctx } from '../../../kernel/context.ts';

const last = new WeakMap<Client, Promise<unknown>>();

async function locked<R>({ services, tenant }: Ctx, work: () => Promise<R>): Promise<R> {
  const connection = await services.client.sql.reserve();
  const name = `office.reminders/${tenant.id}`;
  try {
    await connection`select pg_advisory_lock(hashtextextended(${name}, 0))`;
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${name}, 0))`;
    }
  } finally {
    connection.release();
  }
}

/**
 * Runs `work` while nobody else, in this process or another, reminds the tenant's clients. A process does one at a time:
 * the lock keeps a connection, and `work` must find another one in the pool.
 */
export function whileAlone<R>(ctx: Ctx, work: () => Promise<R>): Promise<R> {
  const { client } = ctx.services;
  const mine = (last.get(client) ?? Promise.resolve()).then(() => locked(ctx, work));
  last.set(
    client,
    mine.catch(() => {}),
  );
  return mine;
}
