import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';

/** The membership of one person. */
export const itsMembership = (ctx: WriteCtx, userId: string) =>
  and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId));

/**
 * Somebody of a client organisation, disabled or not, locked until the operation ends. NOT_FOUND for everybody else:
 * the firm's own people are the team's matter.
 */
export async function lockPerson(ctx: WriteCtx, userId: string) {
  const tx = await ctx.tx();
  const [row] = isUuid(userId)
    ? await tx
        .select({
          id: members.userId,
          role: members.role,
          orgId: members.contactId,
          onboardedAt: members.onboardedAt,
          removedAt: members.removedAt,
        })
        .from(members)
        .where(and(itsMembership(ctx, userId), isNotNull(members.contactId)))
        .for('update')
    : [];
  if (!row) throw notFound('User');
  return row;
}
