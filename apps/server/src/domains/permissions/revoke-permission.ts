import { permissionTuple as input } from '@officina/contracts/relations-inputs';
import { permissionTuples } from '@officina/db/schema/relations';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import type { Tuple } from './graph.ts';
import { controls } from './may-on.ts';
import { sameTuple, told, tupleOf } from './tuple-of.ts';

/** How many owners a record has; they cannot become fewer before the transaction has ended. */
async function ownersOf(ctx: WriteCtx, { namespace, objectId }: Tuple): Promise<number> {
  const tx = await ctx.tx();
  const owners = await tx
    .select({ id: permissionTuples.id })
    .from(permissionTuples)
    .where(
      and(
        eq(permissionTuples.tenantId, ctx.tenant.id),
        eq(permissionTuples.namespace, namespace),
        eq(permissionTuples.objectId, objectId),
        eq(permissionTuples.relation, 'owner'),
      ),
    )
    .orderBy(permissionTuples.id)
    .for('update');
  return owners.length;
}

/** Takes a relation back; one's own may always be given up. LAST_OWNER for the last owner of a record. */
export const revokePermission = write({
  name: 'permissions.revoke',
  permission: 'permissions.check',
  input,
  async run(ctx, asked): Promise<{ success: true }> {
    const own = asked.subjectNamespace === 'user' && asked.subjectId === userIdOf(ctx.actor);
    if (!own && !(await controls(ctx, asked.namespace, asked.objectId))) throw new AppError('FORBIDDEN');
    const tuple = tupleOf(asked);
    if (!isUuid(tuple.objectId)) throw notFound('Permission');
    const owners = tuple.relation === 'owner' ? await ownersOf(ctx, tuple) : null;
    const tx = await ctx.tx();
    const gone = await tx
      .delete(permissionTuples)
      .where(sameTuple(ctx.tenant.id, tuple))
      .returning({ id: permissionTuples.id });
    if (!gone.length) throw notFound('Permission');
    if (owners === 1) throw new AppError('LAST_OWNER', 'The last owner cannot be removed');
    ctx.record({
      verb: 'permission.revoked',
      subject: { type: tuple.namespace, id: tuple.objectId },
      before: told(tuple),
    });
    return { success: true };
  },
});
