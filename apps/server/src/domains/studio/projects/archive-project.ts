import { byId } from '@officina/contracts/contacts-inputs';
import type { ProjectView } from '@officina/contracts/studio';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { whoever } from '../../permissions/may-on.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { lockProject } from './load-project.ts';
import { presentProject, printProject } from './project-row.ts';

async function setArchived(ctx: WriteCtx, id: string, archived: boolean): Promise<ProjectView> {
  const before = await lockProject(ctx, id, 'can_delete');
  if ((before.archivedAt !== null) === archived) return presentProject(ctx, before);
  const updatedAt = laterThan(before.updatedAt, ctx.now);
  const set = { archivedAt: archived ? updatedAt : null, version: before.version + 1, updatedAt };
  const tx = await ctx.tx();
  await tx
    .update(projects)
    .set(set)
    .where(and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, id)));
  ctx.record({
    verb: archived ? 'project.archived' : 'project.restored',
    subject: { type: 'project', id },
    contactId: before.clientId,
  });
  const view = presentProject(ctx, { ...before, ...set });
  await queueEvent(ctx, archived ? 'project.archived' : 'project.updated', {
    createdBy: before.createdBy,
    data: printProject(view),
  });
  return view;
}

/** Out of the lists, and read-only until it is restored: what is done here to delete a project. */
export const archiveProject = write({
  name: 'projects.archive',
  permission: 'studio.projects.write',
  openedBy: whoever('project', 'can_delete'),
  input: byId,
  run: (ctx, { id }) => setArchived(ctx, id, true),
});

export const restoreProject = write({
  name: 'projects.restore',
  permission: 'studio.projects.write',
  openedBy: whoever('project', 'can_delete'),
  input: byId,
  run: (ctx, { id }) => setArchived(ctx, id, false),
});
