import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, eq, ne } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

/** Required types of which nothing is there that waits for review or was approved, in their order. */
export async function missingDocuments(
  ctx: Ctx,
  enrollmentId: string,
  required: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ documentType: enrollmentDocuments.documentType })
    .from(enrollmentDocuments)
    .where(
      and(
        eq(enrollmentDocuments.tenantId, ctx.tenant.id),
        eq(enrollmentDocuments.enrollmentId, enrollmentId),
        ne(enrollmentDocuments.status, 'rejected'),
      ),
    );
  const held = new Set<string>(rows.map(({ documentType }) => documentType));
  return required.filter((type) => !held.has(type));
}
