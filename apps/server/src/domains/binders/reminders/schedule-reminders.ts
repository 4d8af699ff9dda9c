import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { TenantId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant, rawStatement } from '../../../kernel/statement.ts';
import { isDue, type Schedule } from './reminder-time.ts';

/** Tenants with binders that are not returned; demos that are still being filled have no clients yet. */
const offices = rawStatement<Schedule & { id: TenantId }>(sql`
  select t.id, t.time_zone as "timeZone", (select max(r.run_date)::text from reminder_runs r
    where r.tenant_id = t.id and r.started_by is null) as "lastRun"
  from tenants t
  where ${crossTenant('the schedule goes through all tenants')} and t.subdomain not like 'filling-%'
    and exists (select from binders b where b.tenant_id = t.id and b.status <> 'returned')`);

/** Tries of a day's run, should the database fail in the middle of one. */
const ATTEMPTS = 5;

/** Orders a run for each office whose hour has come. A job that still waits from the last look is not doubled. */
const orderReminders = write({
  name: 'binders.orderReminders',
  permission: 'system',
  input: z.object({}),
  async run(ctx): Promise<void> {
    const hour = ctx.services.config.officeReminderHour;
    for (const { id, ...schedule } of await offices(ctx.db, {})) {
      if (!isDue(schedule, hour, ctx.now)) continue;
      ctx.enqueue(
        'office-reminders',
        {},
        { tenantId: id, key: `office-reminders/${id}`, maxAttempts: ATTEMPTS },
      );
    }
  },
});

/** The scheduled task: looks every quarter of an hour, since there are zones that are not whole hours apart. */
export const scheduleReminders = (ctx: Ctx): Promise<void> => orderReminders(ctx, {});
