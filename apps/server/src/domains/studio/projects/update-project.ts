import type { ProjectView } from '@officina/contracts/studio';
import { projectUpdate } from '@officina/contracts/studio-inputs';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import { changesOf, requireChange } from '../../../kernel/changes.ts';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { whoever } from '../../permissions/may-on.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { namedClient } from '../clients/load-client.ts';
import { minorOf } from '../money.ts';
import { lockProject } from './load-project.ts';
import { presentProject, printProject } from './project-row.ts';

/** Any status may follow any other. An archived project is DOCUMENT_LOCKED until it is restored. */
export const updateProject = write({
  name: 'projects.update',
  permission: 'studio.projects.write',
  openedBy: whoever('project', 'can_edit'),
  input: projectUpdate,
  async run(ctx, { id, version, budget, clientId, ...fields }): Promise<ProjectView> {
    requireChange({ ...fields, budget, clientId });
    const before = await lockProject(ctx, id, 'can_edit');
    if (before.archivedAt) throw new AppError('DOCUMENT_LOCKED', 'This project is archived');
    checkVersion(before, version);
    const moved = clientId !== undefined && clientId !== before.clientId;
    const client = moved && clientId ? await namedClient(ctx, clientId) : null;
    const asked = {
      ...fields,
      ...(budget !== undefined && {
        budgetMinor: budget === null ? null : minorOf(budget, ctx.tenant.currency, 'budget'),
      }),
      ...(moved && { clientId: client?.id ?? null }),
    };
    const changes = changesOf(before, asked);
    if (!changes) return presentProject(ctx, before);
    const updatedAt = laterThan(before.updatedAt, ctx.now);
    const completed = changes.after.status === 'completed';
    const { clientId: contactId, ...set } = changes.after;
    const tx = await ctx.tx();
    await tx
      .update(projects)
      .set({
        ...set,
        ...(contactId !== undefined && { contactId }),
        ...(changes.after.status && { completedAt: completed ? toDate(ctx.now) : null }),
        version: before.version + 1,
        updatedAt,
      })
      .where(and(eq(projects.tenantId, ctx.tenant.id), eq(projects.id, id)));
    const clientName = moved ? (client?.name ?? null) : before.clientName;
    const after = { ...before, ...changes.after, clientName, version: before.version + 1, updatedAt };
    ctx.record({
      verb: completed ? 'project.completed' : 'project.updated',
      subject: { type: 'project', id },
      contactId: after.clientId,
      ...changes,
    });
    const view = presentProject(ctx, after);
    const news = { createdBy: before.createdBy, data: printProject(view) };
    await queueEvent(ctx, 'project.updated', news);
    if (completed) await queueEvent(ctx, 'project.completed', news);
    return view;
  },
});
