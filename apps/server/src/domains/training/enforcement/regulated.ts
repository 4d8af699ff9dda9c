import type { output as OutputOf, ZodType } from 'zod';
import { authorize } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/input.ts';
import { define, inTransaction, type Operation } from '../../../kernel/operation.ts';

/** What a refused action leaves behind, although its own transaction is rolled back. */
type Afterwards = (ctx: WriteCtx) => Promise<void>;

/** What a regulated action is run with besides its context. */
export interface Guard {
  /** Where the action came in, for the record of a refusal. */
  path: string;
  /** Throws the error; once everything else is undone, `leave` writes in a transaction of its own what stays of it. */
  refuse(error: AppError, leave: Afterwards): never;
}

interface Definition<S extends ZodType, R> {
  name: string;
  permission: 'training.learn';
  /** The address of the contract's, or the procedure's name. */
  path: string;
  input: S;
  conflicts?: Record<string, (input: OutputOf<S>) => AppError>;
  run(ctx: WriteCtx, input: OutputOf<S>, guard: Guard): Promise<R>;
}

/** An action that the enforcement engine watches: as `write`, but what it refuses is recorded. */
export function regulated<S extends ZodType, R>(definition: Definition<S, R>): Operation<S, R> {
  const { permission, path, conflicts = {} } = definition;
  return define('write', definition, async (ctx: Ctx, raw) => {
    authorize(ctx.actor, permission);
    const input = parseInput(definition.input, raw);
    const left: { leave?: Afterwards } = {};
    const guard: Guard = {
      path,
      refuse(error, leave) {
        left.leave = leave;
        throw error;
      },
    };
    try {
      return await inTransaction<S, R>(ctx, { conflicts, input }, (unit) => {
        left.leave = undefined;
        return definition.run(unit, input, guard);
      });
    } catch (error) {
      const { leave } = left;
      if (leave) await inTransaction(ctx, { conflicts: {}, input: undefined }, leave);
      throw error;
    }
  });
}
