import { nowhere } from '../domains/tenancy/tenant-directory.ts';
import { tasks } from '../jobs/registry.ts';
import type { World } from './harness.ts';

type Job = { id: string; name: string; payload: Record<string, unknown> & { tenantId: string } };

/**
 * Does what the worker would do now: runs the queued jobs of the world's tenant and those outside all tenants once,
 * with what they queue in turn. Jobs of other tests' tenants stay: their outcome is not this test's affair.
 */
export async function runJobs({ server, tenant }: World): Promise<void> {
  const { sql } = server.services.client;
  for (;;) {
    const jobs = await sql<Job[]>`
      with taken as (delete from graphile_worker._private_jobs
          where payload->>'tenantId' in ${sql([tenant.id, nowhere.id])} returning id, task_id, payload)
      select taken.id, t.identifier as name, payload
      from taken join graphile_worker._private_tasks t on t.id = taken.task_id order by taken.id`;
    if (!jobs.length) return;
    for (const { name, payload } of jobs) {
      const ctx = await server.contextFor(name, payload.tenantId);
      if (ctx) await tasks[name]?.(ctx, payload, { attempt: 1, last: false });
    }
  }
}
