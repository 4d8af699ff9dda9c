import { SAVED_VIEWS_MAX } from '@officina/contracts/preferences';
import { savedViews } from '@officina/db/schema/preferences';
import { members } from '@officina/db/schema/tenancy';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';

/** Refuses one more view than a person may keep of a list. Their membership is locked, so that two at once are counted. */
export async function checkRoom(ctx: WriteCtx, ownerId: string, list: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, ownerId)))
    .for('no key update');
  const [kept] = await tx
    .select({ views: count() })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.tenantId, ctx.tenant.id),
        eq(savedViews.list, list),
        eq(savedViews.ownerId, ownerId),
        isNull(savedViews.deletedAt),
      ),
    );
  if ((kept?.views ?? 0) >= SAVED_VIEWS_MAX) {
    throw invalid({ field: 'list', message: `Must be at most ${SAVED_VIEWS_MAX} views` });
  }
}
