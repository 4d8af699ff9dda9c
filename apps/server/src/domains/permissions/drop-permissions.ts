import { permissionTuples } from '@officina/db/schema/relations';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { told } from './tuple-of.ts';

/** Takes back every relation to single records in which somebody stands, whoever gave it. */
export async function dropPermissions(ctx: WriteCtx, userId: string): Promise<void> {
  const tx = await ctx.tx();
  const gone = await tx
    .delete(permissionTuples)
    .where(
      and(
        eq(permissionTuples.tenantId, ctx.tenant.id),
        eq(permissionTuples.subjectNamespace, 'user'),
        eq(permissionTuples.subjectId, userId),
      ),
    )
    .returning();
  for (const tuple of gone)
    ctx.record({
      verb: 'permission.revoked',
      subject: { type: tuple.namespace, id: tuple.objectId },
      before: told(tuple),
    });
}
