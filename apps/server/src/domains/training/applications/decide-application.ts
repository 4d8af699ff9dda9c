import type { ApplicationStatus } from '@officina/contracts/training';
import { decideApplication as input } from '@officina/contracts/training-inputs';
import { applications } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { moveApplications } from './move-applications.ts';

/** Ends an application that is not paid: withdrawn by the applicant, or rejected. CONFLICT for one that is decided. */
export const decideApplication = write({
  name: 'training.decideApplication',
  permission: 'training.manage',
  input,
  async run(ctx, { id, status, reason }): Promise<{ id: string; status: ApplicationStatus }> {
    const [known] = await ctx.db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.tenantId, ctx.tenant.id), eq(applications.id, id)));
    if (!known) throw notFound('Application');
    const moved = await moveApplications(ctx, [id], ['submitted', 'payment_pending'], status, reason);
    if (!moved.length) throw new AppError('CONFLICT', 'This application has been decided or paid');
    ctx.enqueue('training.close-checkouts', { applicationId: id });
    return { id, status };
  },
});
