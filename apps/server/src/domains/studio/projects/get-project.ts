import { byId } from '@officina/contracts/contacts-inputs';
import type { ProjectListItem } from '@officina/contracts/studio';
import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, eq, sql } from 'drizzle-orm';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { prepared } from '../../../kernel/statement.ts';
import { whoever } from '../../permissions/may-on.ts';
import { withinProject } from './load-project.ts';
import { invoicedMinor, ofProject, presentProjectItem, projectColumns } from './project-row.ts';

const statement = prepared((db) =>
  db
    .select({ ...projectColumns, invoiced: invoicedMinor })
    .from(projects)
    .leftJoin(contacts, ofProject)
    .where(and(eq(projects.tenantId, sql.placeholder('tenantId')), eq(projects.id, sql.placeholder('id'))))
    .prepare('project'),
);

/** One project, archived or not, with its budget against what was invoiced. */
export const getProject = read({
  name: 'projects.get',
  permission: 'studio.projects.read',
  openedBy: whoever('project', 'can_view'),
  input: byId,
  async run(ctx, { id }): Promise<ProjectListItem> {
    const [row] = isUuid(id)
      ? await statement(ctx.db).execute({ tenantId: ctx.tenant.id, id, currency: ctx.tenant.currency })
      : [];
    if (!row || !(await withinProject(ctx, row, 'can_view'))) throw notFound('Project');
    const [editable, removable] = await Promise.all([
      withinProject(ctx, row, 'can_edit'),
      withinProject(ctx, row, 'can_delete'),
    ]);
    return presentProjectItem(ctx, { ...row, editable, removable });
  },
});
