import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { reachesRecord } from '../reach.ts';
import { ofProject, type ProjectRow, projectColumns } from './project-row.ts';

const one = (ctx: Ctx, id: string) => and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, id));

type Doing = 'can_view' | 'can_edit' | 'can_delete';

/** By their role, or because the project itself was opened to them. */
export const withinProject = (
  ctx: Ctx,
  { id, createdBy, clientId: contactId }: Pick<ProjectRow, 'id' | 'createdBy' | 'clientId'>,
  relation: Doing,
) =>
  reachesRecord(
    ctx,
    { id, createdBy, contactId },
    {
      word: relation === 'can_view' ? 'studio.projects.read' : 'studio.projects.write',
      opened: ['project', relation],
    },
  );

/** A project that the asker reaches, or null: for an id that stands in a body. */
export async function findProject(ctx: Ctx, id: string): Promise<ProjectRow | null> {
  const [row] = isUuid(id)
    ? await ctx.db.select(projectColumns).from(projects).leftJoin(contacts, ofProject).where(one(ctx, id))
    : [];
  return row && (await withinProject(ctx, row, 'can_view')) ? row : null;
}

/** A project with which the asker may do this, locked until the operation's transaction ends. Throws NOT_FOUND. */
export async function lockProject(
  ctx: WriteCtx,
  id: string,
  relation: Exclude<Doing, 'can_view'>,
): Promise<ProjectRow> {
  if (!isUuid(id)) throw notFound('Project');
  const tx = await ctx.tx();
  const [row] = await tx
    .select(projectColumns)
    .from(projects)
    .leftJoin(contacts, ofProject)
    .where(one(ctx, id))
    .for('update', { of: projects });
  if (!row || !(await withinProject(ctx, row, relation))) throw notFound('Project');
  return row;
}
