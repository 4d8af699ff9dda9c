import type { ProjectView } from '@officina/contracts/studio';
import { projectCreate } from '@officina/contracts/studio-inputs';
import { projects } from '@officina/db/schema/studio';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { ownRecord } from '../../permissions/grant-permission.ts';
import { queueEvent } from '../../webhooks/queue-event.ts';
import { namedClient } from '../clients/load-client.ts';
import { minorOf } from '../money.ts';
import { presentProject, printProject } from './project-row.ts';

/** Throws VALIDATION_ERROR on `clientId` for somebody who is no client of the asker's. */
export const createProject = write({
  name: 'projects.create',
  permission: 'studio.projects.write',
  input: projectCreate,
  async run(ctx, { clientId, budget, ...input }): Promise<ProjectView> {
    const now = toDate(ctx.now);
    const createdBy = userIdOf(ctx.actor);
    const budgetMinor = budget == null ? null : minorOf(budget, ctx.tenant.currency, 'budget');
    const client = clientId ? await namedClient(ctx, clientId) : null;
    const facts = {
      name: input.name,
      description: input.description ?? null,
      status: input.status ?? ('planning' as const),
      budgetMinor,
      deadline: input.deadline ?? null,
      priority: input.priority ?? ('medium' as const),
      tags: input.tags ?? [],
    };
    const stamps = { createdBy, createdAt: now, updatedAt: now };
    const id = newId();
    const tx = await ctx.tx();
    await tx.insert(projects).values({
      ...facts,
      ...stamps,
      tenantId: ctx.tenant.id,
      id,
      contactId: client?.id ?? null,
      completedAt: facts.status === 'completed' ? now : null,
    });
    await ownRecord(ctx, 'project', id);
    ctx.record({
      verb: 'project.created',
      subject: { type: 'project', id },
      contactId: client?.id,
      after: { ...facts, clientId: client?.id ?? null },
    });
    const parties = { clientId: client?.id ?? null, clientName: client?.name ?? null };
    const view = presentProject(ctx, { ...facts, ...stamps, ...parties, id, archivedAt: null, version: 1 });
    await queueEvent(ctx, 'project.created', { createdBy, data: printProject(view) });
    return view;
  },
});
