import type { TenantModule } from '@officina/contracts/modules';
import type { Plan } from '@officina/contracts/plans';
import type { Executor, Tx } from '@officina/db/client';
import type { Actor } from './actor.ts';
import type { TenantId } from './ids.ts';
import type { JournalEntry } from './journal.ts';
import type { Services } from './services.ts';

/** What every request knows of its tenant. */
export interface Tenant {
  id: TenantId;
  subdomain: string;
  name: string;
  plan: Plan;
  /** IANA zone of the tenant's business days. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47. */
  locale: string;
  /** The parts of the back office that it uses. */
  modules: TenantModule[];
}

/** What an operation runs with. Made by a door from a credential; no ambient state. */
export interface Ctx {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** The tenant's business day, YYYY-MM-DD. */
  readonly today: string;
  readonly requestId: string;
  /** The tenant subdomain that the request's host names. */
  readonly hostSubdomain: string | null;
  /** Origins that are ours, as far as the request knows: the one that it came to first. */
  readonly origins: readonly string[];
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly services: Services;
  /** Reads go here; inside an open transaction it is that transaction. */
  readonly db: Executor;
}

/** What processes cache and must drop: a user's or one session, a tenant's facts. */
export type Topic = `user:${string}` | `session:${string}` | `tenant:${string}`;

export interface JobOptions {
  /** A job with the key of a waiting one replaces it. */
  key?: string;
  maxAttempts?: number;
  /** Not before then. */
  runAt?: Temporal.Instant;
  /** Where the context cannot know yet whose job it is, e.g. at sign-up. */
  tenantId?: TenantId;
}

/** What a writing operation runs with besides: one lazily opened transaction, journal and jobs in it. */
export interface WriteCtx extends Ctx {
  /** The operation's one transaction; opened by the first call. */
  tx(): Promise<Tx>;
  /** Adds an entry to the journal, in the same transaction. */
  record(entry: JournalEntry): void;
  /** Queues a job, in the same transaction: it exists if and only if the change does. It runs in the context's tenant. */
  enqueue(job: string, payload: Record<string, unknown>, options?: JobOptions): void;
  /** Tells every process, once the change is committed, to look a cached thing up again. */
  announce(topic: Topic): void;
  /**
   * What takes back an effect outside the database, run after a rollback. It may fail or never run (a process can be
   * killed), so that a job must be able to do the same later.
   */
  undo(undoing: () => Promise<void>): void;
}
