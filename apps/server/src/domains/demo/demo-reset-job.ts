import type { Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';

/** Longer than any reset takes: a job that is held for longer was left by a process that is gone. */
const LONGEST = '15 minutes';

export const resetKey = (tenantId: string): string => `reset-demo:${tenantId}`;

/** The tenant's reset in the queue: waiting or running, or spent after a failure; null without one. */
export async function findReset(db: Executor, tenantId: string): Promise<'pending' | 'failed' | null> {
  const [job] = await db.execute<{ pending: boolean }>(sql`
    select case when locked_at is null then attempts < max_attempts
      else locked_at > now() - ${LONGEST}::interval end as pending
    from graphile_worker.jobs where key = ${resetKey(tenantId)}`);
  if (!job) return null;
  return job.pending ? 'pending' : 'failed';
}
