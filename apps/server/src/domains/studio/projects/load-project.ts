import { contacts } from '@officina/db/schema/contacts';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { reaches } from '../reach.ts';
import { ofProject, type ProjectRow, projectColumns } from './project-row.ts';

const one = (ctx: Ctx, id: string) => and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, id));

const within = (ctx: Ctx, row: ProjectRow) =>
  reaches(ctx, { createdBy: row.createdBy, contactId: row.clientId });

/** A project that the asker reaches, or null: for an id that stands in a body. */
export async function findProject(ctx: Ctx, id: string): Promise<ProjectRow | null> {
  const [row] = isUuid(id)
    ? await ctx.db.select(projectColumns).from(projects).leftJoin(contacts, ofProject).where(one(ctx, id))
    : [];
  return row && within(ctx, row) ? row : null;
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
  if (!row || !within(ctx, row)) throw notFound('Project');
  return row;
}
