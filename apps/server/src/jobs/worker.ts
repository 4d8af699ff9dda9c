import type { Runner, TaskList } from 'graphile-worker';
import { parseCronItems, run, Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Ctx } from '../kernel/context.ts';
import { scheduled, tasks } from './registry.ts';

export interface WorkerParts {
  databaseUrl: string;
  log: Logger;
  /** A system context in the tenant of a job, or outside any tenant for scheduled tasks. */
  contextFor(job: string, tenantId: string | null): Promise<Ctx | null>;
}

/** Starts the background worker. Several processes may run one: each job is taken by one of them. */
export function startWorker({ databaseUrl, log, contextFor }: WorkerParts): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    taskList[name] = async (payload, { job: { attempts, max_attempts } }) => {
      const job = payload as Record<string, unknown> & { tenantId: string };
      const ctx = await contextFor(name, job.tenantId);
      if (ctx) await task(ctx, job, { attempt: attempts, last: attempts >= max_attempts });
      else log.warn({ job: name, tenant: job.tenantId }, 'job of a tenant that is gone');
    };
  }
  for (const [name, { run: task }] of Object.entries(scheduled)) {
    taskList[name] = async () => {
      const ctx = await contextFor(name, null);
      if (ctx) await task(ctx);
    };
  }
  return run({
    connectionString: databaseUrl,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(
      Object.entries(scheduled).map(([task, { cron }]) => ({ task, match: cron, identifier: task })),
    ),
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error') log.error({ worker: true }, message);
      else log.debug({ worker: true }, message);
    }),
  });
}
