import { ACTIVE_STATES } from '@officina/contracts/training';
import { users } from '@officina/db/schema/identity';
import { apprentices, enrollments } from '@officina/db/schema/training';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { openAlert } from '../alerts/open-alert.ts';
import { inAcademies } from './academies.ts';

const tell = write({
  name: 'training.tellOfCompletion',
  permission: 'system',
  input: z.object({ enrollmentId: z.uuid(), name: z.string() }),
  async run(ctx, { enrollmentId, name }): Promise<void> {
    await openAlert(ctx, {
      kind: 'ready_to_complete',
      severity: 'info',
      subject: enrollmentId,
      enrollmentId,
      message: `${name} has all hours and the coursework: complete the enrollment`,
    });
  },
});

/** The daily task: tells staff whose training can be completed. */
export const watchCompletion = (ctx: Ctx): Promise<void> =>
  inAcademies(ctx, 'training.completion', async (inside) => {
    const done = await inside.db
      .select({ enrollmentId: enrollments.id, name: users.name })
      .from(enrollments)
      .innerJoin(
        apprentices,
        and(eq(apprentices.tenantId, inside.tenant.id), eq(apprentices.enrollmentId, enrollments.id)),
      )
      .innerJoin(users, eq(users.id, enrollments.userId))
      .where(
        and(
          eq(enrollments.tenantId, inside.tenant.id),
          eq(enrollments.courseworkComplete, true),
          inArray(enrollments.progressState, [...ACTIVE_STATES]),
          sql`${apprentices.totalHours} + ${apprentices.transferHoursCredited} >= ${apprentices.totalHoursRequired}`,
        ),
      );
    for (const learner of done) await tell(inside, learner);
  });
