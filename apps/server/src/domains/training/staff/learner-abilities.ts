import { type EnrollmentChange, factsAfter } from '@officina/contracts/enrollment-machine';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { may } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Enrolled } from '../enforcement/standing.ts';

/** Hours worked and credited reach what the programme asks for. */
export const hasAllHours = ({ apprentice }: Pick<Enrolled, 'apprentice'>): boolean =>
  apprentice !== null &&
  apprentice.totalHours + apprentice.transferHoursCredited >= apprentice.totalHoursRequired;

/** What staff may do with a learner now, by the same tables that judge the deed. */
export function learnerAbilities(ctx: Ctx, enrolled: Enrolled): EnrollmentDetail['abilities'] {
  const { enrollment, apprentice } = enrolled;
  const manages = may(ctx.actor, 'training.manage');
  const allows = (change: EnrollmentChange) =>
    manages && factsAfter(enrollment, change, toDate(ctx.now)) !== null;
  return {
    suspend: allows({ kind: 'suspended' }),
    reinstate: allows({ kind: 'reinstated' }),
    setHold: allows({ kind: 'held', reason: 'manual' }),
    releaseHold: allows({ kind: 'hold_released' }),
    complete: allows({ kind: 'completed' }) && enrollment.courseworkComplete && hasAllHours(enrolled),
    assignShop: manages && apprentice !== null,
    addShift: manages && apprentice !== null && enrollment.programStartDate !== null,
    reconcile: manages && apprentice === null,
  };
}
