import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, eq, like } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';

/**
 * `<start>-<epoch ms>.<ext>` of this moment, or of the next millisecond that no upload has. The enrolment is held, so
 * that nobody else looks for one meanwhile.
 */
export async function freePath(ctx: WriteCtx, start: string, extension: string): Promise<string> {
  const rows = await ctx.db
    .select({ path: enrollmentDocuments.path })
    .from(enrollmentDocuments)
    .where(
      and(eq(enrollmentDocuments.tenantId, ctx.tenant.id), like(enrollmentDocuments.path, `${start}-%`)),
    );
  const taken = new Set(rows.map(({ path }) => path.slice(0, path.lastIndexOf('.'))));
  let ms = ctx.now.epochMilliseconds;
  while (taken.has(`${start}-${ms}`)) ms++;
  return `${start}-${ms}.${extension}`;
}
