import type { CheckedOut } from '@officina/contracts/checkin';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { enforce } from '../enforcement/enforce.ts';
import { regulated } from '../enforcement/regulated.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { closeEntry } from '../hours/close-entry.ts';
import { endOverdue } from '../hours/overdue-shift.ts';
import { openEntry } from '../timeclock/own-entries.ts';
import { provisioned } from '../timeclock/provisioned.ts';

/** Ends the session that was begun with a code. What began at the timeclock ends there. */
export const checkOut = regulated({
  name: 'training.checkOut',
  permission: 'training.learn',
  path: 'training.checkOut',
  input: z.object({}),
  async run(ctx, _, guard): Promise<CheckedOut> {
    const { id: userId } = requireUser(ctx.actor);
    const standing = await lockStanding(ctx, { userId });
    const now = toDate(ctx.now);
    const entry = standing.enrolled && (await openEntry(ctx, provisioned(standing).apprentice.id));
    if (!entry || (await endOverdue(ctx, entry, standing, now))) {
      await enforce(ctx, guard, { action: 'PWA_CHECKOUT', standing });
      throw new AppError('NO_OPEN_SESSION', 'Not currently checked in.');
    }
    if (entry.source !== 'checkin')
      throw new AppError('INVALID_STATE_TRANSITION', 'This shift ends at the timeclock.');
    const { clockOutAt, hoursWorked } = await closeEntry(
      ctx,
      entry,
      standing.enrolled?.enrollment.id ?? null,
      {
        at: now,
        contactId: standing.contactId,
      },
    );
    return {
      checkoutTime: clockOutAt.toISOString(),
      durationMinutes: Math.floor((clockOutAt.getTime() - entry.clockInAt.getTime()) / 60_000),
      hoursWorked,
    };
  },
});
