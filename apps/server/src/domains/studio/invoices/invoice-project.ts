import type { Ctx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { findProject } from '../projects/load-project.ts';

/** A project that an invoice of this client may be for: theirs, or nobody's. Throws VALIDATION_ERROR on `projectId`. */
export async function checkProject(ctx: Ctx, projectId: string, clientId: string): Promise<void> {
  const project = await findProject(ctx, projectId);
  if (!project) throw invalid({ field: 'projectId', message: 'Not a project' });
  if (project.clientId && project.clientId !== clientId)
    throw invalid({ field: 'projectId', message: 'Not a project of this client' });
}
