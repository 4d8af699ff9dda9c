import { permissionGrants, permissionRevokes } from '@officina/contracts/relations-inputs';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { staged } from '../../kernel/operation.ts';
import { grantPermission } from './grant-permission.ts';
import { revokePermission } from './revoke-permission.ts';
import type { AskedTuple } from './tuple-of.ts';

export interface BatchView {
  results: {
    success: boolean;
    namespace: string;
    objectId: string;
    relation: string;
    subjectId: string;
    error?: string;
  }[];
  total: number;
  succeeded: number;
  failed: number;
}

/** Each by itself, in its own transaction: a refused one refuses no other. */
async function each(
  ctx: Ctx,
  asked: readonly AskedTuple[],
  change: (ctx: Ctx, tuple: AskedTuple) => Promise<unknown>,
): Promise<BatchView> {
  const results: BatchView['results'] = [];
  for (const tuple of asked) {
    const { namespace, objectId, relation, subjectId } = tuple;
    const facts = { namespace, objectId, relation, subjectId };
    try {
      await change(ctx, tuple);
      results.push({ success: true, ...facts });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ success: false, ...facts, error: error.message });
    }
  }
  const succeeded = results.filter(({ success }) => success).length;
  return { results, total: results.length, succeeded, failed: results.length - succeeded };
}

export const grantPermissions = staged({
  name: 'permissions.grantMany',
  permission: 'permissions.check',
  input: permissionGrants,
  run: (ctx, { grants }): Promise<BatchView> => each(ctx, grants, grantPermission),
});

export const revokePermissions = staged({
  name: 'permissions.revokeMany',
  permission: 'permissions.check',
  input: permissionRevokes,
  run: (ctx, { revokes }): Promise<BatchView> => each(ctx, revokes, revokePermission),
});
