import type { Access } from '@officina/contracts/permissions';
import type { input as InputOf, output as OutputOf, ZodType } from 'zod';
import { authorize } from './authorize.ts';
import type { Ctx, WriteCtx } from './context.ts';
import { parseInput } from './input.ts';
import { define, inTransaction, type Operation } from './operation.ts';

/** Runs one transaction of the operation, with its own journal and jobs. */
export type Step = <T>(run: (ctx: WriteCtx) => Promise<T>) => Promise<T>;

/**
 * An operation of several transactions, with what may not happen inside one between them: a call of the payment
 * provider. What an earlier step has committed stays when a later one fails, so each must leave a state that stands.
 */
export function stepwise<S extends ZodType, R>(definition: {
  name: string;
  permission: Access;
  input: S;
  run(ctx: Ctx, input: OutputOf<S>, step: Step): Promise<R>;
}): Operation<S, R> {
  return define('write', definition, async (ctx: Ctx, raw: InputOf<S>) => {
    authorize(ctx.actor, definition.permission);
    const input = parseInput(definition.input, raw);
    if ('tx' in ctx) throw new Error(`${definition.name} runs transactions of its own`);
    return definition.run(ctx, input, (run) => inTransaction(ctx, { conflicts: {}, input }, run));
  });
}
