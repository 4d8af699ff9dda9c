import type { Ctx } from '../kernel/context.ts';

/** A background task: runs as the system inside the tenant that the job names, and must be safe to run twice. */
export type Task = (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>;

/** A task without a tenant, run on a schedule: it goes through all tenants itself. */
export type SystemTask = (ctx: Ctx) => Promise<void>;
