import { byProgram } from '@officina/contracts/training-learner-inputs';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { enforce } from '../enforcement/enforce.ts';
import { enrolledIn } from '../enforcement/enrolled-in.ts';
import { regulated } from '../enforcement/regulated.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { loadAnyProgram } from '../load-program.ts';
import { changeEnrollment } from './change-enrollment.ts';

/** The learner has gone through the orientation. Only from the state that waits for it; a repeat changes nothing. */
export const completeOrientation = regulated({
  name: 'training.completeOrientation',
  permission: 'training.learn',
  path: '/api/enrollment/complete-orientation',
  input: byProgram,
  async run(ctx, { program: slug }, guard): Promise<{ program: string }> {
    const { id: userId } = requireUser(ctx.actor);
    const program = await loadAnyProgram(ctx, slug);
    const standing = await lockStanding(ctx, { userId, programId: program.id, strictly: true });
    await enforce(ctx, guard, { action: 'COMPLETE_ORIENTATION', standing });
    const { enrollment } = enrolledIn(standing);
    await changeEnrollment(
      ctx,
      enrollment.id,
      { kind: 'orientation_completed' },
      { besides: { orientationCompletedAt: toDate(ctx.now) } },
    );
    return { program: program.slug };
  },
});
