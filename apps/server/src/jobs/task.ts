import type { Ctx } from '../kernel/context.ts';

/** A background task: runs as the system inside the tenant that the job names, and must be safe to run twice. */
export type Task = (ctx: Ctx, payload: Record<string, unknown>, run: TaskRun) => Promise<void>;

/** Which try of a job this is, from 1; after the last one nothing comes. */
export interface TaskRun {
  attempt: number;
  last: boolean;
}

/** A task without a tenant, run on a schedule: it goes through all tenants itself. */
export type SystemTask = (ctx: Ctx) => Promise<void>;
