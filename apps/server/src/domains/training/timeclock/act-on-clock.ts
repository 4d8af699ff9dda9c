import type { ClockAnswer } from '@officina/contracts/timeclock';
import type { ClockAction } from '@officina/contracts/training';
import type { EnforcedAction } from '@officina/contracts/training-enforcement';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Asked, enforce } from '../enforcement/enforce.ts';
import { enrolledIn } from '../enforcement/enrolled-in.ts';
import type { Guard } from '../enforcement/regulated.ts';
import { type ApprenticeRow, lockStanding, type Standing } from '../enforcement/standing.ts';
import type { EntryRow } from '../hours/entry-row.ts';
import { endOverdue, reopenOverdue } from '../hours/overdue-shift.ts';
import { clockOut, endLunch, type ShiftEvent, startLunch } from './change-shift.ts';
import { checkPresence, siteOf } from './check-place.ts';
import type { ClockFields } from './clock-fields.ts';
import { findSite, namedShop } from './clock-places.ts';
import { keepAnswer } from './keep-answer.ts';
import { earlierAnswer, lastClockOut, openEntry, ownEntry } from './own-entries.ts';
import { provisioned } from './provisioned.ts';
import { alreadyOpen, startShift } from './start-shift.ts';

export interface ClockRequest {
  fields: ClockFields;
  at: Temporal.Instant;
  /** Recorded by the device while it had no network. */
  offline: boolean;
  /** The device's name for the event; sent again it is answered as before. */
  clientEventId: string | null;
}

const ACTIONS: Record<ClockAction, EnforcedAction> = {
  clock_in: 'CLOCK_IN',
  clock_out: 'CLOCK_OUT',
  lunch_start: 'START_LUNCH',
  lunch_end: 'END_LUNCH',
};
const CHANGES = { clock_out: clockOut, lunch_start: startLunch, lunch_end: endLunch };

const tooEarly = (): AppError => new AppError('CONFLICT', 'This is earlier than what is recorded already');

interface Acting {
  request: ClockRequest;
  standing: Standing;
  apprentice: ApprenticeRow;
  /** What the engine is asked, and what the record of a refusal says. */
  asked: Asked;
}

/** The shift that is open at the moment of the press. What a device recorded without network counts before the task's ending. */
async function shiftAt(ctx: WriteCtx, { request, standing, apprentice }: Acting): Promise<EntryRow | null> {
  const at = toDate(request.at);
  const entry = await openEntry(ctx, apprentice.id);
  if (entry) return (await endOverdue(ctx, entry, standing, at)) ? null : entry;
  return request.offline ? reopenOverdue(ctx, apprentice.id, standing.contactId, at) : null;
}

async function clockIn(ctx: WriteCtx, guard: Guard, acting: Acting) {
  const { request, standing, apprentice, asked } = acting;
  const { fields, at, offline, clientEventId } = request;
  const site = await findSite(ctx, fields.siteId);
  const shop = await namedShop(ctx, fields.partnerId, site);
  const override = await enforce(ctx, guard, { ...asked, shop });
  if (await shiftAt(ctx, acting)) throw alreadyOpen();
  const { id: siteId, shopId, partnerId } = siteOf(site, fields, { assignedShop: apprentice.shopId });
  if (site) checkPresence(guard, asked, site, fields);
  const last = offline ? await lastClockOut(ctx, apprentice.id) : null;
  if (last && toDate(at) < last) throw tooEarly();
  const answerOf = (entryId: string): ClockAnswer => ({
    action: 'clock_in',
    entryId,
    clockInAt: toDate(at).toISOString(),
    ...(override && { overrideExpires: override.expiresAt.toISOString() }),
  });
  const { id } = await startShift(ctx, {
    source: 'timeclock',
    at,
    standing,
    apprentice,
    place: { partnerId, shopId, siteId },
    override,
    position: fields.position,
    flags: offline ? ['offline'] : [],
    ...(clientEventId && { answers: (entryId) => ({ [clientEventId]: answerOf(entryId) }) }),
  });
  return answerOf(id);
}

async function changeShift(ctx: WriteCtx, guard: Guard, acting: Acting, action: keyof typeof CHANGES) {
  const { request, standing, apprentice, asked } = acting;
  const { fields, at, offline, clientEventId } = request;
  const { progressEntryId } = fields;
  const given = progressEntryId ? await ownEntry(ctx, apprentice.id, progressEntryId) : null;
  if (progressEntryId && !given) throw new AppError('ENTRY_NOT_FOUND');
  const entry = await shiftAt(ctx, acting);
  if (!entry) {
    // Before activation the state says why; after it nothing but the missing shift stands against this.
    await enforce(ctx, guard, asked);
    throw new AppError('NO_OPEN_SESSION');
  }
  if (given && given.id !== entry.id)
    throw new AppError('INVALID_STATE_TRANSITION', 'This shift has ended; another one is open.');
  const event: ShiftEvent = {
    entry,
    at: toDate(at),
    enrollmentId: enrolledIn(standing).enrollment.id,
    contactId: standing.contactId,
    position: fields.position,
    flags: offline ? ['offline'] : [],
  };
  const last = entry.lunchEndAt ?? entry.lunchStartAt ?? entry.clockInAt;
  if (event.at < last) throw tooEarly();
  // The rules of lunch come before those of the place, so the change is made first and undone with the transaction.
  const answer = await CHANGES[action](ctx, event);
  const site = siteOf(await findSite(ctx, fields.siteId), fields, { entry });
  checkPresence(guard, asked, site, fields);
  if (clientEventId) await keepAnswer(ctx, entry.id, clientEventId, answer);
  return answer;
}

/** One press on the timeclock: every check of the contract in its order, on the learner's locked enrolment. */
export async function actOnClock(ctx: WriteCtx, guard: Guard, request: ClockRequest): Promise<ClockAnswer> {
  const { fields, at, clientEventId } = request;
  const { id: userId } = requireUser(ctx.actor);
  const standing = await lockStanding(ctx, { userId, programId: fields.programId });
  const { partnerId, siteId } = fields;
  const asked: Asked = { action: ACTIONS[fields.action], standing, at, place: { partnerId, siteId } };
  if (!standing.enrolled) await enforce(ctx, guard, asked);
  const { apprentice, program } = provisioned(standing);
  if (fields.apprenticeId !== apprentice.id) throw new AppError('APPRENTICE_MISMATCH');
  if (fields.programId !== program.id) throw new AppError('PROGRAM_MISMATCH');
  const before = clientEventId ? await earlierAnswer(ctx, apprentice.id, clientEventId) : null;
  if (before) return before;
  const acting: Acting = { request, standing, apprentice, asked };
  return fields.action === 'clock_in'
    ? clockIn(ctx, guard, acting)
    : changeShift(ctx, guard, acting, fields.action);
}
