import type { Access } from '@officina/contracts/permissions';
import type { input as InputOf, output as OutputOf, ZodType } from 'zod';
import { authorize } from './authorize.ts';
import type { Ctx, WriteCtx } from './context.ts';
import { isRetryable, translateDatabaseError } from './database-errors.ts';
import type { AppError } from './errors.ts';
import { parseInput } from './input.ts';
import { UnitOfWork } from './unit-of-work.ts';

interface Definition<S extends ZodType, R, C extends Ctx> {
  /** `<domain>.<verb>`, unique: the name under which tRPC, logs and tests know it. */
  name: string;
  /** A permission word, `member` for any signed-in member, or `public`. */
  permission: Access;
  input: S;
  run(ctx: C, input: OutputOf<S>): Promise<R>;
  /** Constraint name → the error that its violation means to the caller. */
  conflicts?: Record<string, (input: OutputOf<S>) => AppError>;
}

/** The only way to do anything: called with a context and raw input, throws only AppErrors on purpose. */
export interface Operation<S extends ZodType = ZodType, R = unknown> {
  (ctx: Ctx, input: InputOf<S>): Promise<R>;
  readonly operation: string;
  readonly permission: Access;
  readonly effect: 'read' | 'write';
  readonly input: S;
}

/** Every operation by name, for the generated sweeps. */
export const operations = new Map<string, Operation>();

function define<S extends ZodType, R>(
  effect: 'read' | 'write',
  { name, permission, input }: Pick<Definition<S, R, Ctx>, 'name' | 'permission' | 'input'>,
  call: (ctx: Ctx, raw: InputOf<S>) => Promise<R>,
): Operation<S, R> {
  if (operations.has(name)) throw new Error(`operation ${name} is defined twice`);
  const operation = Object.assign(call, { operation: name, permission, effect, input });
  operations.set(name, operation as unknown as Operation);
  return operation;
}

/** An operation that changes nothing: permission, input, run. */
export function read<S extends ZodType, R>(definition: Definition<S, R, Ctx>): Operation<S, R> {
  return define('read', definition, async (ctx, raw) => {
    authorize(ctx.actor, definition.permission);
    const input = parseInput(definition.input, raw);
    try {
      return await definition.run(ctx, input);
    } catch (error) {
      throw translateDatabaseError(error, {});
    }
  });
}

const isJoined = (ctx: Ctx): ctx is WriteCtx => 'tx' in ctx;
const ATTEMPTS = 3;

/**
 * An operation that changes something: permission, input, run, then journal and jobs, all in one transaction.
 * Called with another write's context it joins that one. Deadlocks are run again, at most twice.
 */
export function write<S extends ZodType, R>(definition: Definition<S, R, WriteCtx>): Operation<S, R> {
  return define('write', definition, async (ctx, raw) => {
    authorize(ctx.actor, definition.permission);
    const input = parseInput(definition.input, raw);
    const conflicts = Object.fromEntries(
      Object.entries(definition.conflicts ?? {}).map(([constraint, error]) => [
        constraint,
        () => error(input),
      ]),
    );
    if (isJoined(ctx)) return definition.run(ctx, input);
    for (let attempt = 1; ; attempt++) {
      const unit = new UnitOfWork(ctx.services.client.db);
      try {
        const result = await Promise.race([definition.run(unit.context(ctx), input), unit.lost]);
        await unit.commit(ctx);
        return result;
      } catch (error) {
        await unit.rollback(error);
        if (attempt < ATTEMPTS && isRetryable(error)) continue;
        throw translateDatabaseError(error, conflicts);
      }
    }
  });
}
