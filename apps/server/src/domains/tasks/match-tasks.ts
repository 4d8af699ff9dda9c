import type { Matches } from '@officina/contracts/bulk';
import { taskAll } from '@officina/contracts/tasks-inputs';
import type { Executor } from '@officina/db/client';
import { contacts, tasks } from '@officina/db/schema/contacts';
import { asc } from 'drizzle-orm';
import { MATCH_LIMIT, matchesOf } from '../../kernel/matches.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './task-filters.ts';
import { itsContact } from './task-row.ts';

const statement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) =>
  db
    .select({ id: tasks.id, name: tasks.title })
    .from(tasks)
    .leftJoin(contacts, itsContact)
    .where(filterCondition(shape))
    .orderBy(asc(tasks.id))
    .limit(MATCH_LIMIT)
    .prepare('task_matches'),
);

/** Which tasks a bulk action over a filter means. */
export const matchTasks = read({
  name: 'tasks.matches',
  permission: 'tasks.read',
  input: taskAll,
  async run(ctx, filters): Promise<Matches> {
    const { shape, values } = filterValues(ctx, filters);
    return matchesOf(await statement(ctx.db, shape).execute(values));
  },
});
