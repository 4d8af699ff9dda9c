import type { BinderStep } from '@officina/contracts/binders';
import { binders } from '@officina/db/schema/office';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';

type Row = typeof binders.$inferSelect;
type Change = Partial<Pick<Row, 'status' | 'returnedAt' | 'returnedBy' | 'pickupPersonName' | 'lastWorkOn'>>;

/** Writes a change of a locked binder with its journal entry; `note` goes into the entry alone. */
export async function changeBinder(
  ctx: WriteCtx,
  row: Row,
  verb: BinderStep | 'binder.noted',
  change: Change,
  note?: { text: string },
): Promise<Row> {
  const changes = changesOf(row, change);
  const updatedAt = laterThan(row.updatedAt, ctx.now);
  const tx = await ctx.tx();
  await tx
    .update(binders)
    .set({ ...change, version: sql`${binders.version} + 1`, updatedAt })
    .where(and(eq(binders.tenantId, ctx.tenant.id), eq(binders.id, row.id)));
  ctx.record({
    verb,
    subject: { type: 'binder', id: row.id },
    contactId: row.contactId,
    before: changes?.before,
    after: { ...changes?.after, ...note },
  });
  return { ...row, ...change, version: row.version + 1, updatedAt };
}
