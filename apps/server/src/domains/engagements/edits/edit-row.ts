import { editEvents } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { editsToldToClients } from '../client-safe.ts';
import { isClient, ownRows } from '../org-scope.ts';

export type EditRow = typeof editEvents.$inferSelect;

/** An edit that still waits, held until the transaction ends: of two who resolve it the second finds it resolved. */
export async function holdPending(ctx: WriteCtx, id: string): Promise<EditRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(editEvents)
        .where(
          and(
            eq(editEvents.tenantId, ctx.tenant.id),
            eq(editEvents.id, id),
            ownRows(ctx, editEvents.orgId),
            isClient(ctx) ? editsToldToClients : undefined,
          ),
        )
        .for('update')
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  if (row.status !== 'pending_approval') throw new AppError('BAD_REQUEST', 'Already resolved');
  return row;
}

/** Says how a held edit ended, and who ended it. */
export async function resolve(
  ctx: WriteCtx,
  row: EditRow,
  outcome: { status: 'applied' } | { status: 'rejected'; rejectionNote: string },
): Promise<void> {
  const tx = await ctx.tx();
  const now = toDate(ctx.now);
  await tx
    .update(editEvents)
    .set({ ...outcome, resolvedBy: requireUser(ctx.actor).id, resolvedAt: now, updatedAt: now })
    .where(
      and(
        eq(editEvents.tenantId, ctx.tenant.id),
        eq(editEvents.id, row.id),
        eq(editEvents.status, 'pending_approval'),
      ),
    );
}
