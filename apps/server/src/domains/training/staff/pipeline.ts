import { ENROLLMENT_STATES } from '@officina/contracts/training';
import type { TrainingPipeline } from '@officina/contracts/training-staff';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { read } from '../../../kernel/operation.ts';
import { rawStatement } from '../../../kernel/statement.ts';

type Row = Omit<TrainingPipeline, 'counts'> & { counts: Partial<TrainingPipeline['counts']> | null };

const tenant = sql`${sql.placeholder('tenantId')}::uuid`;

const statement = rawStatement<Row>(sql`select
  (select jsonb_object_agg(s.enrollment_state, s.n) from (
    select e.enrollment_state, count(*)::int as n from enrollments e where e.tenant_id = ${tenant}
    group by e.enrollment_state) s) as counts,
  (select count(*)::int from applications a where a.tenant_id = ${tenant}
    and a.status in ('submitted', 'payment_pending')) as applications,
  (select count(*)::int from training_alerts t where t.tenant_id = ${tenant}
    and t.resolved_at is null) as "openAlerts",
  (select count(*)::int from enrollment_documents d where d.tenant_id = ${tenant}
    and d.status = 'pending_review') as "documentsToReview"`);

/** How many learners stand in each state, and what waits for staff. */
export const readPipeline = read({
  name: 'training.pipeline',
  permission: 'training.read',
  input: z.object({}),
  async run(ctx): Promise<TrainingPipeline> {
    const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id });
    if (!row) throw new Error('a statement without rows');
    const counts = Object.fromEntries(ENROLLMENT_STATES.map((state) => [state, row.counts?.[state] ?? 0]));
    return { ...row, counts: counts as TrainingPipeline['counts'] };
  },
});
