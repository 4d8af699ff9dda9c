import type { ProjectView } from '@officina/contracts/studio';
import { projectPage } from '@officina/contracts/studio-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { desc, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { type ProjectShape, projectCondition, projectCount, projectFilters } from './project-filters.ts';
import { ofProject, presentProject, projectColumns } from './project-row.ts';

const pageStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ProjectShape) =>
  db
    .select(projectColumns)
    .from(projects)
    .leftJoin(contacts, ofProject)
    .where(projectCondition(shape))
    .orderBy(desc(projects.createdAt), desc(projects.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('project_page'),
);

/** Numbered rows with an exact total, newest first, without archived ones: the list of programs. */
export const pageProjects = read({
  name: 'projects.page',
  permission: 'studio.projects.read',
  input: projectPage,
  async run(
    ctx,
    { limit, offset, ...filters },
  ): Promise<{ items: ProjectView[]; total: number; limit: number; offset: number }> {
    const { shape, values } = projectFilters(ctx, filters);
    const [rows, [counted]] = await Promise.all([
      pageStatement(ctx.db, shape).execute({ ...values, limit, offset }),
      projectCount(ctx.db, shape).execute(values),
    ]);
    return {
      items: rows.map((row) => presentProject(ctx, row)),
      total: counted?.total ?? 0,
      limit,
      offset,
    };
  },
});
