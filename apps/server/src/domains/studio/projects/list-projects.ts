import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { ProjectListItem } from '@officina/contracts/studio';
import { projectList } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, desc, sql } from 'drizzle-orm';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import {
  type ProjectShape,
  projectCondition,
  projectCount,
  projectFilters,
  projectRights,
} from './project-filters.ts';
import { invoicedMinor, ofProject, presentProjectItem, projectColumns } from './project-row.ts';

const listStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, { after, ...shape }: ProjectShape & { after: boolean }) =>
    db
      .select({ ...projectColumns, invoiced: invoicedMinor, ...projectRights(shape) })
      .from(projects)
      .leftJoin(contacts, ofProject)
      .where(
        and(
          projectCondition(shape),
          after
            ? sql`(${projects.createdAt}, ${projects.id}) < (${sql.placeholder('cursorValue')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(projects.createdAt), desc(projects.id))
      .limit(sql.placeholder('limit'))
      .prepare('project_list'),
);

/** Newest first, with what was invoiced of each; `total` (capped) comes with the first page. */
export const listProjects = read({
  name: 'projects.list',
  permission: 'studio.projects.read',
  input: projectList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<ProjectListItem>> {
    const after = decodeCursor(cursor, isMoment);
    if (filters.clientId !== undefined && !isUuid(filters.clientId)) return { items: [], nextCursor: null };
    const { shape, values } = projectFilters(ctx, filters);
    const [rows, counted] = await Promise.all([
      listStatement(ctx.db, { ...shape, after: after !== null }).execute({
        ...values,
        currency: ctx.tenant.currency,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : projectCount(ctx.db, { ...shape, most: COUNT_CAP + 1 }).execute(values),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentProjectItem(ctx, row),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});
