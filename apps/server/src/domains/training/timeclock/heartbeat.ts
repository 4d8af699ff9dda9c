import { heartbeat as input } from '@officina/contracts/timeclock-inputs';
import { distanceMetres, isWithin, MAX_ACCURACY_M } from '@officina/contracts/training-places';
import type { HeartbeatAnswer } from '@officina/contracts/training-staff';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { lockStanding } from '../enforcement/standing.ts';
import type { EntryRow } from '../hours/entry-row.ts';
import { endOverdue } from '../hours/overdue-shift.ts';
import { readPosition } from './clock-fields.ts';
import { findSite } from './clock-places.ts';
import { ownEntry } from './own-entries.ts';
import { provisioned } from './provisioned.ts';

async function noteOutside(ctx: WriteCtx, entry: EntryRow, contactId: string | null, outside: boolean) {
  if (outside === (entry.outsideSince !== null)) return;
  const tx = await ctx.tx();
  await tx
    .update(progressEntries)
    .set({ outsideSince: outside ? toDate(ctx.now) : null })
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entry.id)));
  ctx.record({
    verb: outside ? 'shift.left_site' : 'shift.returned_to_site',
    subject: { type: 'progress_entry', id: entry.id },
    contactId,
  });
}

/**
 * The device tells where it is while a shift is open. Whoever stays outside for a quarter of an hour is clocked out at the
 * moment of leaving; a lunch elsewhere is no leaving, and a position that is not exact tells nothing.
 */
export const heartbeat = write({
  name: 'training.heartbeat',
  permission: 'training.learn',
  input,
  async run(ctx, { entryId, ...raw }): Promise<HeartbeatAnswer> {
    const { id: userId } = requireUser(ctx.actor);
    const position = readPosition(raw);
    const standing = await lockStanding(ctx, { userId });
    const entry = standing.enrolled && (await ownEntry(ctx, provisioned(standing).apprentice.id, entryId));
    if (!entry) throw new AppError('ENTRY_NOT_FOUND');
    const site = entry.siteId ? await findSite(ctx, entry.siteId) : null;
    const answer = {
      withinGeofence: !site || isWithin(position, site),
      distanceM: site ? Math.round(distanceMetres(position, site)) : 0,
    };
    if (entry.clockOutAt)
      return {
        ...answer,
        autoClockedOut: entry.autoClosedReason !== null,
        clockOutAt: entry.clockOutAt.toISOString(),
      };
    const ended = await endOverdue(ctx, entry, standing, toDate(ctx.now));
    if (ended) return { ...answer, autoClockedOut: true, clockOutAt: ended.toISOString() };
    const atLunch = entry.lunchStartAt !== null && entry.lunchEndAt === null;
    const open = { ...answer, autoClockedOut: false, clockOutAt: null };
    if (atLunch || position.accuracyM > MAX_ACCURACY_M) return open;
    await noteOutside(ctx, entry, standing.contactId, !answer.withinGeofence);
    return open;
  },
});
