import { reconcile as input } from '@officina/contracts/training-staff-inputs';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { addApprentice } from '../enrollments/add-apprentice.ts';
import { findShop } from '../timeclock/clock-places.ts';

/** Makes the apprentice record that an enrolment lacks, with the shop and the credit that staff have confirmed. */
export const reconcile = write({
  name: 'training.reconcile',
  permission: 'training.manage',
  input,
  async run(ctx, { userId, transferHoursCredited, shopId }): Promise<{ apprenticeId: string }> {
    const { enrolled, contactId } = await lockStanding(ctx, { userId });
    if (!enrolled) throw new AppError('ENROLLMENT_NOT_FOUND');
    if (shopId && !(await findShop(ctx, shopId))) throw notFound('Shop');
    const { enrollment, program } = enrolled;
    const made = await addApprentice(ctx, enrollment, program, { shopId, transferHoursCredited });
    if (!made) throw new AppError('CONFLICT', 'This enrollment has its apprentice record');
    ctx.record({
      verb: 'enrollment.reconciled',
      subject: { type: 'enrollment', id: enrollment.id },
      contactId,
      after: { apprenticeId: made.id, shopId, transferHoursCredited },
    });
    return { apprenticeId: made.id };
  },
});
