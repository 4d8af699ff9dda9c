import { expect, it } from 'vitest';
import { nowhere } from '../domains/tenancy/tenant-directory.ts';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { createWorld } from '../testing/harness.ts';
import { allOperations } from './all-operations.ts';
import { FOREIGN_CASES } from './foreign-inputs.ts';
import { createForeignWorld } from './foreign-world.ts';

it('what is open to everybody answers under a host that is no firm’s, and is never at a loss', async () => {
  const foreign = await createForeignWorld();
  const { ctx } = await createWorld();
  const visitor: Ctx = { ...ctx, tenant: nowhere, actor: { kind: 'visitor' } };
  const lost: string[] = [];
  for (const operation of allOperations.filter(({ permission }) => permission === 'public')) {
    const [, inputOf] = FOREIGN_CASES[operation.operation] ?? [];
    const error = await operation(visitor, inputOf?.(foreign) as never).then(
      () => null,
      (reason: unknown) => reason,
    );
    const told = error === null || (error instanceof AppError && error.code !== 'SERVICE_UNAVAILABLE');
    if (!told) lost.push(`${operation.operation}: ${error}`);
  }
  expect(lost).toEqual([]);
});
