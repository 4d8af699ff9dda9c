import { identityVerifications } from '@officina/db/schema/training-records';
import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

export type VerificationRow = typeof identityVerifications.$inferSelect;

/** A person's last verification, or null. One that was approved stays the last: no other is begun after it. */
export async function lastVerification(ctx: Ctx, userId: string): Promise<VerificationRow | null> {
  const [row] = await ctx.db
    .select()
    .from(identityVerifications)
    .where(and(eq(identityVerifications.tenantId, ctx.tenant.id), eq(identityVerifications.userId, userId)))
    .orderBy(desc(identityVerifications.createdAt), desc(identityVerifications.id))
    .limit(1);
  return row ?? null;
}
