import { tasks } from '../jobs/registry.ts';
import type { TestServer } from './harness.ts';

type Job = { id: string; name: string; payload: Record<string, unknown> & { tenantId: string } };

/** Does what the worker would do now: runs every queued job once, with those that they queue in turn. */
export async function runJobs(server: TestServer): Promise<void> {
  const { sql } = server.services.client;
  for (;;) {
    const jobs = await sql<Job[]>`
      with taken as (delete from graphile_worker._private_jobs returning id, task_id, payload)
      select taken.id, t.identifier as name, payload
      from taken join graphile_worker._private_tasks t on t.id = taken.task_id order by taken.id`;
    if (!jobs.length) return;
    for (const { name, payload } of jobs) {
      const ctx = await server.contextFor(name, payload.tenantId);
      if (ctx) await tasks[name]?.(ctx, payload, { attempt: 1, last: false });
    }
  }
}
