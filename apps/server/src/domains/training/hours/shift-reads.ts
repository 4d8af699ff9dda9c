import type { ShiftView } from '@officina/contracts/training-staff';
import { progressEntries } from '@officina/db/schema/training-hours';
import { programs, shops, sites } from '@officina/db/schema/training-places';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { programZone } from '../load-program.ts';
import type { EntryRow } from './entry-row.ts';

/** Everything of a shift but where it was worked. */
export const presentTimes = (ctx: Ctx, row: EntryRow, timeZone: string | null) => ({
  id: row.id,
  timeZone: programZone(ctx, { timeZone }),
  source: row.source,
  workDate: row.workDate,
  weekEnding: row.weekEnding,
  clockInAt: row.clockInAt.toISOString(),
  clockOutAt: row.clockOutAt?.toISOString() ?? null,
  lunchStartAt: row.lunchStartAt?.toISOString() ?? null,
  lunchEndAt: row.lunchEndAt?.toISOString() ?? null,
  hoursWorked: row.hoursWorked,
  creditedHours: row.creditedHours,
  status: row.status,
  flags: row.flags,
  disputeNote: row.disputeNote,
  autoClosedReason: row.autoClosedReason,
});

/** An apprentice's shifts, the newest first. */
export async function shiftsOf(
  ctx: Ctx,
  apprenticeId: string,
  limit: number,
  more?: SQL,
): Promise<ShiftView[]> {
  const { id: tenantId } = ctx.tenant;
  const rows = await ctx.db
    .select({
      entry: progressEntries,
      shopName: shops.name,
      siteName: sites.name,
      timeZone: programs.timeZone,
    })
    .from(progressEntries)
    .innerJoin(shops, and(eq(shops.tenantId, tenantId), eq(shops.id, progressEntries.shopId)))
    .innerJoin(programs, and(eq(programs.tenantId, tenantId), eq(programs.id, progressEntries.programId)))
    .leftJoin(sites, and(eq(sites.tenantId, tenantId), eq(sites.id, progressEntries.siteId)))
    .where(and(eq(progressEntries.tenantId, tenantId), eq(progressEntries.apprenticeId, apprenticeId), more))
    .orderBy(desc(progressEntries.clockInAt), desc(progressEntries.id))
    .limit(limit);
  return rows.map(({ entry, shopName, siteName, timeZone }) => ({
    ...presentTimes(ctx, entry, timeZone),
    shopName,
    siteId: entry.siteId,
    siteName,
    positions: entry.positions,
  }));
}
