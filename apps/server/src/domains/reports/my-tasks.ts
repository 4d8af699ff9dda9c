import type { GarageDashboard } from '@officina/contracts/reports';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { may } from '../../kernel/authorize.ts';
import { endOfDay } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { rawStatement } from '../../kernel/statement.ts';

type MyTasks = NonNullable<GarageDashboard['myTasks']>;

const place = sql.placeholder;

/** Open tasks of a deleted contact are hidden until it is restored. */
const statement = rawStatement<{ count: number; items: MyTasks['items'] }>(sql`
  with due as (
    select t.id, t.title, t.status, t.priority, t.due_at, t.assignee_id, t.contact_id, c.display_name
    from tasks t left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
    where t.tenant_id = ${place('tenantId')} and t.assignee_id = ${place('userId')} and t.deleted_at is null
      and t.status in ('todo', 'in_progress') and t.due_at < ${place('end')} and c.deleted_at is null
  )
  select (select count(*)::int from due) as count, (select coalesce(json_agg(d), '[]') from (
    select id, title, status, priority, due_at as "dueAt",
      json_build_object('id', assignee_id, 'name', ${place('userName')}::text) as assignee,
      case when contact_id is null then null else json_build_object('id', contact_id, 'name', display_name) end as contact
    from due order by due_at, id limit 10) d) as items`);

/** The reader's open tasks that are due by the end of the business day; null without the word to read tasks. */
export async function myTasksToday(ctx: Ctx): Promise<MyTasks | null> {
  const userId = userIdOf(ctx.actor);
  if (userId === null || !may(ctx.actor, 'tasks.read')) return null;
  const [row] = await statement(ctx.db, {
    tenantId: ctx.tenant.id,
    userId,
    userName: ctx.actor.kind === 'user' ? ctx.actor.name : '',
    end: endOfDay(ctx.today, ctx.tenant.timeZone).toISOString(),
  });
  const items = row?.items ?? [];
  return {
    count: row?.count ?? 0,
    items: items.map((task) => ({ ...task, dueAt: task.dueAt && new Date(task.dueAt).toISOString() })),
  };
}
