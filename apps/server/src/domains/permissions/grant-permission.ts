import type { TupleView } from '@officina/contracts/relations';
import { permissionTuple as input } from '@officina/contracts/relations-inputs';
import { permissionTuples } from '@officina/db/schema/relations';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError, invalid, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import type { Tuple } from './graph.ts';
import { objectExists, roleOf } from './load-graph.ts';
import { controls } from './may-on.ts';
import { told, tupleOf } from './tuple-of.ts';

/** Subjects are people and records of the firm. */
async function checkSubject(ctx: Ctx, { subjectNamespace, subjectId }: Tuple): Promise<void> {
  const known =
    subjectNamespace === 'user'
      ? (await roleOf(ctx, subjectId)) !== null
      : await objectExists(ctx, subjectNamespace, subjectId);
  if (!known) throw invalid({ field: 'subjectId', message: 'Unknown subject' });
}

/** Writes a tuple down. A second one of the same violates `permission_tuples_unique`. */
export async function storeTuple(ctx: WriteCtx, tuple: Tuple): Promise<TupleView> {
  const id = newId();
  const tx = await ctx.tx();
  await tx.insert(permissionTuples).values({
    tenantId: ctx.tenant.id,
    id,
    ...tuple,
    createdBy: userIdOf(ctx.actor),
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'permission.granted',
    subject: { type: tuple.namespace, id: tuple.objectId },
    after: told(tuple),
  });
  return { id, ...tuple, subjectRelation: tuple.subjectRelation || null };
}

/** Whoever makes a record owns it. */
export async function ownRecord(
  ctx: WriteCtx,
  namespace: 'project' | 'invoice',
  objectId: string,
): Promise<void> {
  const me = userIdOf(ctx.actor);
  if (!me) return;
  await storeTuple(ctx, {
    namespace,
    objectId,
    relation: 'owner',
    subjectNamespace: 'user',
    subjectId: me,
    subjectRelation: '',
  });
}

/**
 * Puts a person, or a set of people, in a relation to a record; for who manages permissions or decides about the record.
 * Source: studio specification §3.6.
 */
export const grantPermission = write({
  name: 'permissions.grant',
  permission: 'permissions.check',
  input,
  conflicts: { permission_tuples_unique: () => new AppError('ALREADY_GRANTED') },
  async run(ctx, asked): Promise<TupleView> {
    if (!(await controls(ctx, asked.namespace, asked.objectId))) throw new AppError('FORBIDDEN');
    const tuple = tupleOf(asked);
    await checkSubject(ctx, tuple);
    if (!(await objectExists(ctx, tuple.namespace, tuple.objectId))) throw notFound('Object');
    return storeTuple(ctx, tuple);
  },
});
