import type { Executor, Tx } from '@officina/db/client';
import type { Ctx, JobOptions, Topic, WriteCtx } from './context.ts';
import type { JournalEntry } from './journal.ts';
import { BaseCtx } from './request-ctx.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The context that a write's `run` sees: journal, jobs and transaction are those of its unit. */
export class UnitCtx extends BaseCtx implements WriteCtx {
  // Not `#private`: contexts made of this one by `Object.create` must reach them too.
  private readonly outside: Executor;
  private readonly unit: UnitOfWork;

  constructor(ctx: Ctx, unit: UnitOfWork) {
    super(ctx);
    this.outside = ctx.db;
    this.unit = unit;
  }

  get db(): Executor {
    return this.unit.tx ?? this.outside;
  }

  tx(): Promise<Tx> {
    return this.unit.open();
  }

  record(entry: JournalEntry): void {
    this.unit.record(entry);
  }

  enqueue(job: string, payload: Record<string, unknown>, options?: JobOptions): void {
    this.unit.enqueue(job, payload, options);
  }

  announce(topic: Topic): void {
    this.unit.announce(topic);
  }

  undo(undoing: () => Promise<void>): void {
    this.unit.undo(undoing);
  }
}
