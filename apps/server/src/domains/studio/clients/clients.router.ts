import { mutation, query, router } from '../../../kernel/trpc.ts';
import { readClientTimeline } from './client-timeline.ts';
import { createStudioClient } from './create-client.ts';
import { getStudioClient } from './get-client.ts';
import { listStudioClients } from './list-clients.ts';
import { removeStudioClient } from './remove-client.ts';
import { restoreStudioClient } from './restore-client.ts';
import { updateStudioClient } from './update-client.ts';

export const clientsRouter = router({
  list: query(listStudioClients),
  get: query(getStudioClient),
  timeline: query(readClientTimeline),
  create: mutation(createStudioClient),
  update: mutation(updateStudioClient),
  remove: mutation(removeStudioClient),
  restore: mutation(restoreStudioClient),
});
