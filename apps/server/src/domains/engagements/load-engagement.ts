import { engagements } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { ownRows } from './org-scope.ts';

export type EngagementRow = typeof engagements.$inferSelect;

/** An engagement of the tenant, held until the transaction ends, whoever's it is. Missing and malformed ids are NOT_FOUND. */
export async function holdEngagement(
  ctx: WriteCtx,
  id: string,
  strength: 'update' | 'share' = 'update',
): Promise<EngagementRow> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx
        .select()
        .from(engagements)
        .where(and(eq(engagements.tenantId, ctx.tenant.id), eq(engagements.id, id)))
        .for(strength)
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** As `holdEngagement`, of one that takes something new. BAD_REQUEST for a closed one. */
export async function holdOpenEngagement(ctx: WriteCtx, id: string): Promise<EngagementRow> {
  const row = await holdEngagement(ctx, id);
  checkOpen(row);
  return row;
}

export function checkOpen({ stage }: Pick<EngagementRow, 'stage'>): void {
  if (stage === 'closed') throw new AppError('BAD_REQUEST', 'Engagement closed');
}

/** Whether the caller sees an engagement of this id: clients only those of their organisation. */
export async function seesEngagement(ctx: Ctx, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const [row] = await ctx.db
    .select({ id: engagements.id })
    .from(engagements)
    .where(
      and(eq(engagements.tenantId, ctx.tenant.id), eq(engagements.id, id), ownRows(ctx, engagements.orgId)),
    );
  return row !== undefined;
}
