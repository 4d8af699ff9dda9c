import type { Db, Tx } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import type { Ctx, JobOptions, Topic } from './context.ts';
import type { TenantId } from './ids.ts';
import {
  type JournalEntry,
  journalInsert,
  journalInsertMany,
  journalList,
  journalValues,
} from './journal.ts';
import { rawStatement } from './statement.ts';
import { UnitCtx } from './unit-ctx.ts';

interface QueuedJob {
  name: string;
  payload: Record<string, unknown>;
  key: string | null;
  maxAttempts: number;
  tenantId: TenantId | null;
  runAt: string | null;
}

const insertEntry = rawStatement(journalInsert());
const insertEntries = rawStatement(journalInsertMany);

const insertJobs = rawStatement(sql`select count(*) from graphile_worker.add_jobs(array(
  select row(name, payload, null, "runAt", attempts, key, null, null)::graphile_worker.job_spec
  from jsonb_to_recordset(${sql.placeholder('jobs')}::text::jsonb)
    as j(name text, payload json, attempts smallint, key text, "runAt" timestamptz)))`);

/** The jobs as JSON, of several with one key the last. */
function jobList(ctx: Ctx, jobs: readonly QueuedJob[]): string {
  const kept = [...new Map(jobs.map((job, at) => [job.key ?? at, job])).values()];
  const listed = kept.map(({ name, payload, key, maxAttempts, tenantId, runAt }) => ({
    name,
    payload: { ...payload, tenantId: tenantId ?? ctx.tenant.id },
    attempts: maxAttempts,
    key,
    runAt,
  }));
  return JSON.stringify(listed);
}

/** Channel on which processes tell each other what to drop from their caches. */
export const CHANNEL = 'officina';

/** One writing operation's transaction, opened lazily, with the journal entries and jobs that go into it. */
export class UnitOfWork {
  readonly #db: Db;
  #opening: Promise<Tx> | null = null;
  /** Made with the transaction that it ends. */
  #end: PromiseWithResolvers<void> | null = null;
  #done: Promise<void> = Promise.resolve();
  #entries: JournalEntry[] = [];
  #jobs: QueuedJob[] = [];
  #notices: Topic[] = [];
  #undoings: (() => Promise<void>)[] = [];
  tx: Tx | null = null;
  #lose: (reason: unknown) => void = () => {};

  constructor(db: Db) {
    this.#db = db;
  }

  /** Does the work, and fails also when the connection is lost in the middle: statements sent into a lost transaction never answer. */
  run<R>(ctx: Ctx, work: (ctx: UnitCtx) => Promise<R>): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.#lose = reject;
      work(new UnitCtx(ctx, this)).then(resolve, reject);
    });
  }

  open(): Promise<Tx> {
    this.#opening ??= new Promise<Tx>((resolve, reject) => {
      const end = Promise.withResolvers<void>();
      this.#end = end;
      this.#done = this.#db.transaction(async (tx) => {
        this.tx = tx;
        resolve(tx);
        await end.promise;
      });
      this.#done.catch((reason) => {
        reject(reason);
        this.#lose(reason);
      });
    });
    return this.#opening;
  }

  record(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  enqueue(name: string, payload: Record<string, unknown>, options: JobOptions = {}): void {
    const { key = null, maxAttempts = 8, tenantId = null, runAt } = options;
    this.#jobs.push({ name, payload, key, maxAttempts, tenantId, runAt: runAt?.toString() ?? null });
  }

  announce(topic: Topic): void {
    this.#notices.push(topic);
  }

  /** Writes what was collected and commits. A unit that only ran single statements has nothing left to do. */
  async commit(ctx: Ctx): Promise<void> {
    if (this.#entries.length || this.#jobs.length || this.#notices.length)
      await this.#flush(ctx, await this.open());
    if (this.#end) {
      this.#end.resolve();
      await this.#done;
    }
    for (const topic of this.#notices) ctx.services.forget(topic);
    // A unit without entries may have written one in a statement of its own.
    ctx.services.live.changed(ctx.tenant.id);
    for (const { as } of this.#entries) if (as) ctx.services.live.changed(as.tenantId);
  }

  async #flush(ctx: Ctx, tx: Tx): Promise<void> {
    const [first, ...others] = this.#entries;
    if (first && !others.length) await insertEntry(tx, journalValues(ctx, first));
    else if (first) await insertEntries(tx, { entries: journalList(ctx, this.#entries) });
    if (this.#jobs.length) await insertJobs(tx, { jobs: jobList(ctx, this.#jobs) });
    for (const topic of this.#notices) await tx.execute(sql`select pg_notify(${CHANNEL}, ${topic})`);
  }

  /** What takes back an effect outside the database. */
  undo(undoing: () => Promise<void>): void {
    this.#undoings.push(undoing);
  }

  async rollback(reason: unknown): Promise<void> {
    if (this.#end) {
      this.#end.promise.catch(() => {});
      this.#end.reject(reason);
      await this.#done.catch(() => {});
    }
    // Each has its sweep: a failure here must not hide the reason.
    for (const undo of this.#undoings) await undo().catch(() => {});
  }
}
