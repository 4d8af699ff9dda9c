import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { mayOn } from '../../permissions/may-on.ts';
import { reaches } from '../reach.ts';
import { ofProject, type ProjectRow, projectColumns } from './project-row.ts';

const one = (ctx: Ctx, id: string) => and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, id));

/** By their role, or because the project itself was opened to them. */
export const withinProject = async (
  ctx: Ctx,
  row: Pick<ProjectRow, 'id' | 'createdBy' | 'clientId'>,
  relation: 'can_view' | 'can_edit',
) =>
  reaches(ctx, { createdBy: row.createdBy, contactId: row.clientId }) ||
  (await mayOn(ctx, 'project', row.id, relation));

/** A project that the asker reaches, or null: for an id that stands in a body. */
export async function findProject(ctx: Ctx, id: string): Promise<ProjectRow | null> {
  const [row] = isUuid(id)
    ? await ctx.db.select(projectColumns).from(projects).leftJoin(contacts, ofProject).where(one(ctx, id))
    : [];
  return row && (await withinProject(ctx, row, 'can_view')) ? row : null;
}

/** A project that the asker reaches, locked until the operation's transaction ends. Throws NOT_FOUND. */
export async function lockProject(ctx: WriteCtx, id: string): Promise<ProjectRow> {
  if (!isUuid(id)) throw notFound('Project');
  const tx = await ctx.tx();
  const [row] = await tx
    .select(projectColumns)
    .from(projects)
    .leftJoin(contacts, ofProject)
    .where(one(ctx, id))
    .for('update', { of: projects });
  if (!row || !(await withinProject(ctx, row, 'can_edit'))) throw notFound('Project');
  return row;
}
