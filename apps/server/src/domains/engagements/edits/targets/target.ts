import type {
  changeRequests,
  deliverables,
  milestones,
  scopeProposals,
} from '@officina/db/schema/engagement-work';
import type { engagements } from '@officina/db/schema/engagements';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../../kernel/clock.ts';
import type { WriteCtx } from '../../../../kernel/context.ts';

/** A record that an edit is about, held until the transaction ends. */
export interface EditTarget {
  orgId: string;
  engagementId: string | null;
  /** What it is called, for notices. */
  title: string;
  /** Its fields as views print them. */
  present: Record<string, unknown>;
  /** Why these fields cannot be edited as the record stands now; null when they can. */
  lockOf(fields: readonly string[]): string | null;
  /** Whether values refer to records that they may refer to; judged one by one and only when they change. */
  mayRefer?(ctx: WriteCtx, field: string, value: unknown): Promise<boolean>;
  /** Whether the record makes sense with these values; after each has been judged for itself. */
  isSound?(ctx: WriteCtx, changes: Record<string, unknown>): boolean;
  /** Writes the values, which are in the form of the views. */
  store(ctx: WriteCtx, changes: Record<string, unknown>): Promise<void>;
}

/** Throws NOT_FOUND for what is missing, another tenant's or, for a client, not theirs to see. */
export type HoldTarget = (ctx: WriteCtx, id: string) => Promise<EditTarget>;

/** The column's day of a printed one. */
export const dayOfPrinted = (printed: unknown): string | null =>
  typeof printed === 'string' ? printed.slice(0, 10) : null;

type VersionedTable =
  | typeof changeRequests
  | typeof deliverables
  | typeof engagements
  | typeof milestones
  | typeof scopeProposals;

/** Writes columns of a held row; without a journal entry: the edit's is the one. */
export async function storeHeld(
  ctx: WriteCtx,
  table: VersionedTable,
  row: { id: string; updatedAt: Date },
  columns: Record<string, unknown>,
): Promise<void> {
  const tx = await ctx.tx();
  const stamps = { version: sql`version + 1`, updatedAt: laterThan(row.updatedAt, ctx.now) };
  await tx
    .update(table)
    .set({ ...columns, ...stamps })
    .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.id, row.id)));
}
