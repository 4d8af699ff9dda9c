import { changeRequests } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';

/** Refuses a change request that is not of the edited record's organisation and, where it has one, engagement. */
export async function checkLink(
  ctx: WriteCtx,
  { orgId, engagementId }: { orgId: string; engagementId: string | null },
  changeRequestId: string,
): Promise<void> {
  const tx = await ctx.tx();
  const found = isUuid(changeRequestId)
    ? await tx.$count(
        changeRequests,
        and(
          eq(changeRequests.tenantId, ctx.tenant.id),
          eq(changeRequests.id, changeRequestId),
          eq(changeRequests.orgId, orgId),
          engagementId ? eq(changeRequests.engagementId, engagementId) : undefined,
        ),
      )
    : 0;
  if (!found) throw new AppError('BAD_REQUEST', 'Invalid change request');
}
