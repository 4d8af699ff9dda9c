import type { Access } from '@officina/contracts/permissions';
import type { input as InputOf, output as OutputOf, ZodType } from 'zod';
import { authorize, requireProof } from './authorize.ts';
import type { Ctx, WriteCtx } from './context.ts';
import { isRetryable, translateDatabaseError } from './database-errors.ts';
import { AppError } from './errors.ts';
import { parseInput } from './input.ts';
import { UnitOfWork } from './unit-of-work.ts';

interface Definition<S extends ZodType, R, C extends Ctx> {
  /** `<domain>.<verb>`, unique: the name under which tRPC, logs and tests know it. */
  name: string;
  /** A permission word, `member` for any signed-in member, or `public`. */
  permission: Access;
  /** Whether the record that the input names was given to a person whose role does not hold the word. */
  openedBy?(ctx: Ctx, input: OutputOf<S>): Promise<boolean>;
  /** Dangerous: only for who has proved lately who they are. STEP_UP_REQUIRED for everybody else. */
  stepUp?: true;
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
  /** The record that is named may let in whoever lacks the word. */
  readonly byRecord: boolean;
  readonly stepUp: boolean;
  readonly effect: 'read' | 'write';
  readonly input: S;
  /** What a violated constraint means, for whoever calls a write inside a transaction of their own. */
  readonly conflicts: Conflicts<S>;
}

type Conflicts<S extends ZodType> = NonNullable<Definition<S, unknown, Ctx>['conflicts']>;

/** Every operation by name, for the generated sweeps. */
export const operations = new Map<string, Operation>();

/** Gives a way of calling its name and its place among the operations; `read` and `write` are the usual ways. */
export function define<S extends ZodType, R>(
  effect: 'read' | 'write',
  {
    name,
    permission,
    openedBy,
    stepUp = false,
    input,
    conflicts = {},
  }: Omit<Definition<S, R, Ctx>, 'run' | 'stepUp'> & { stepUp?: boolean },
  call: (ctx: Ctx, raw: InputOf<S>) => Promise<R>,
): Operation<S, R> {
  if (operations.has(name)) throw new Error(`operation ${name} is defined twice`);
  const byRecord = openedBy !== undefined;
  const facts = { operation: name, permission, byRecord, stepUp, effect, input, conflicts };
  const operation = Object.assign(call, facts);
  operations.set(name, operation as unknown as Operation);
  return operation;
}

type Door<S extends ZodType> = Pick<
  Definition<S, unknown, never>,
  'permission' | 'openedBy' | 'stepUp' | 'input'
>;

/** Whether the record that is named lets in a person whose role does not: nobody who must prove their address first, no key. */
async function isLetIn<S extends ZodType>(
  ctx: Ctx,
  { openedBy, input }: Door<S>,
  { refusal, raw }: { refusal: unknown; raw: unknown },
): Promise<boolean> {
  if (!openedBy || ctx.actor.kind !== 'user') return false;
  if (!(refusal instanceof AppError) || refusal.code !== 'FORBIDDEN') return false;
  const named = input.safeParse(raw);
  return named.success && openedBy(ctx, named.data);
}

/** What stands before each operation, in this order: permission, proof. */
async function admit<S extends ZodType>(ctx: Ctx, door: Door<S>, raw: unknown): Promise<void> {
  try {
    authorize(ctx.actor, door.permission);
  } catch (refusal) {
    if (!(await isLetIn(ctx, door, { refusal, raw }))) throw refusal;
  }
  if (door.stepUp) requireProof(ctx);
}

/** An operation that changes nothing: permission, input, run. */
export function read<S extends ZodType, R>(definition: Definition<S, R, Ctx>): Operation<S, R> {
  return define('read', definition, async (ctx, raw) => {
    await admit(ctx, definition, raw);
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

/** Runs work in one transaction with its journal and jobs. Deadlocks are run again, at most twice. */
export async function inTransaction<S extends ZodType, R>(
  ctx: Ctx,
  { conflicts, input }: { conflicts: Conflicts<S>; input: OutputOf<S> },
  run: (ctx: WriteCtx) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const unit = new UnitOfWork(ctx.services.client.db);
    try {
      const result = await unit.run(ctx, run);
      await unit.commit(ctx);
      return result;
    } catch (error) {
      await unit.rollback(error);
      if (attempt < ATTEMPTS && isRetryable(error)) continue;
      const meanings = Object.entries(conflicts).map(([constraint, meant]) => [
        constraint,
        () => meant(input),
      ]);
      throw translateDatabaseError(error, Object.fromEntries(meanings));
    }
  }
}

/** One transaction of an operation that has several. */
export const stage = <R>(ctx: Ctx, run: (ctx: WriteCtx) => Promise<R>): Promise<R> =>
  inTransaction(ctx, { conflicts: {}, input: null }, run);

/**
 * An operation that changes something: permission, input, run, then journal and jobs, all in one transaction.
 * Called with another write's context it joins that one.
 */
export function write<S extends ZodType, R>(definition: Definition<S, R, WriteCtx>): Operation<S, R> {
  const { conflicts = {} } = definition;
  return define('write', definition, async (ctx, raw) => {
    await admit(ctx, definition, raw);
    const input = parseInput(definition.input, raw);
    if (isJoined(ctx)) return definition.run(ctx, input);
    return inTransaction<S, R>(ctx, { conflicts, input }, (unit) => definition.run(unit, input));
  });
}

/**
 * An operation that changes something in several transactions, because it calls the outside between them: `run` has
 * none of its own and opens each with `stage`, so that what is known is kept whatever comes after.
 */
export function staged<S extends ZodType, R>(definition: Definition<S, R, Ctx>): Operation<S, R> {
  return define('write', definition, async (ctx, raw) => {
    if (isJoined(ctx)) throw new Error(`${definition.name} calls the outside and cannot join a transaction`);
    await admit(ctx, definition, raw);
    return definition.run(ctx, parseInput(definition.input, raw));
  });
}
