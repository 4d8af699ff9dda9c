import type { ClockAnswer } from '@officina/contracts/timeclock';
import type { ClockAction, Position } from '@officina/contracts/training';
import { LONG_LUNCH_MINUTES } from '@officina/contracts/training-hours';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { closeEntry } from '../hours/close-entry.ts';
import type { EntryRow } from '../hours/entry-row.ts';
import { findShop } from './clock-places.ts';

export interface ShiftEvent {
  entry: EntryRow;
  at: Date;
  enrollmentId: string;
  contactId: string | null;
  position: Position;
  flags: readonly string[];
}

const refused = (message: string): AppError => new AppError('INVALID_STATE_TRANSITION', message);

async function note(
  ctx: WriteCtx,
  { entry, contactId, position, flags }: ShiftEvent,
  action: ClockAction,
  verb: string,
  times: Partial<EntryRow>,
) {
  const tx = await ctx.tx();
  await tx
    .update(progressEntries)
    .set({
      ...times,
      // Whoever eats elsewhere has not left.
      outsideSince: null,
      flags: [...new Set([...entry.flags, ...flags])],
      positions: { ...entry.positions, [action]: position },
    })
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entry.id)));
  ctx.record({ verb, subject: { type: 'progress_entry', id: entry.id }, contactId, after: times });
}

export async function startLunch(ctx: WriteCtx, event: ShiftEvent): Promise<ClockAnswer> {
  const { entry, at } = event;
  if (entry.lunchStartAt) throw refused(entry.lunchEndAt ? 'Lunch was already taken.' : 'Already on lunch.');
  await note(ctx, event, 'lunch_start', 'shift.lunch_started', { lunchStartAt: at });
  return { action: 'lunch_start', entryId: entry.id, lunchStartAt: at.toISOString() };
}

export async function endLunch(ctx: WriteCtx, event: ShiftEvent): Promise<ClockAnswer> {
  const { entry, at } = event;
  if (!entry.lunchStartAt || entry.lunchEndAt) throw refused('Not on lunch.');
  await note(ctx, event, 'lunch_end', 'shift.lunch_ended', { lunchEndAt: at });
  const minutes = (at.getTime() - entry.lunchStartAt.getTime()) / 60_000;
  return {
    action: 'lunch_end',
    entryId: entry.id,
    lunchStartAt: entry.lunchStartAt.toISOString(),
    lunchEndAt: at.toISOString(),
    lunchDurationMinutes: Math.round(minutes),
    exceededStandard: minutes > LONG_LUNCH_MINUTES,
  };
}

export async function clockOut(ctx: WriteCtx, event: ShiftEvent): Promise<ClockAnswer> {
  const { entry, enrollmentId, ...closing } = event;
  const { hoursWorked, clockOutAt } = await closeEntry(ctx, entry, enrollmentId, closing);
  const shop = await findShop(ctx, entry.shopId);
  const approved = shop?.partnerActive && shop.approved;
  return {
    action: 'clock_out',
    entryId: entry.id,
    clockOutAt: clockOutAt.toISOString(),
    hoursWorked,
    ...(!approved && { warning: 'Shop status changed - contact coordinator' }),
  };
}
