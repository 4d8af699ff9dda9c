import type { OfficeOverview, OfficeSummary } from '@officina/contracts/binders';
import { officeClients } from '@officina/db/schema/office';
import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { cachedRead } from '../../kernel/cached-read.ts';
import { read } from '../../kernel/operation.ts';
import { countBinders } from './tab-counts.ts';

/** Three counters for everybody in the office. A late binder is also counted by its stored status. */
export const officeSummary = read({
  name: 'binders.summary',
  permission: 'office.use',
  input: z.object({}),
  async run(ctx): Promise<OfficeSummary> {
    const { inOffice, ready, overdue } = await countBinders(ctx, {});
    return { bindersInOffice: inOffice, bindersReadyForPickup: ready, bindersOverdue: overdue };
  },
});

/** Five counters for those who lead the office. */
export const officeOverview = read({
  name: 'binders.overview',
  permission: 'office.overview',
  input: z.object({}),
  async run(ctx): Promise<OfficeOverview> {
    const [counts, totalClients] = await Promise.all([
      countBinders(ctx, {}),
      cachedRead(ctx, 'binders.clients', null, async () => {
        const mine = eq(officeClients.tenantId, ctx.tenant.id);
        const [row] = await ctx.db.select({ all: count() }).from(officeClients).where(mine);
        return row?.all ?? 0;
      }),
    ]);
    return {
      totalClients,
      activeBinders: counts.open,
      overdueBinders: counts.overdue,
      bindersDueToday: counts.due_today,
      bindersDueThisWeek: counts.dueThisWeek,
    };
  },
});
