import { mutation, query, router } from '../../../kernel/trpc.ts';
import { archiveProject, restoreProject } from './archive-project.ts';
import { createProject } from './create-project.ts';
import { getProject } from './get-project.ts';
import { listProjects } from './list-projects.ts';
import { updateProject } from './update-project.ts';

export const projectsRouter = router({
  list: query(listProjects),
  get: query(getProject),
  create: mutation(createProject),
  update: mutation(updateProject),
  archive: mutation(archiveProject),
  restore: mutation(restoreProject),
});
