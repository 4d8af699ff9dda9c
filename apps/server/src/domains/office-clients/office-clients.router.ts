import { mutation, query, router } from '../../kernel/trpc.ts';
import { createOfficeClient } from './create-office-client.ts';
import { getOfficeClient } from './get-office-client.ts';
import { listOfficeClients } from './list-office-clients.ts';
import { readOfficeTimeline } from './read-timeline.ts';
import { updateOfficeClient } from './update-office-client.ts';

export const officeClientsRouter = router({
  list: query(listOfficeClients),
  get: query(getOfficeClient),
  timeline: query(readOfficeTimeline),
  create: mutation(createOfficeClient),
  update: mutation(updateOfficeClient),
});
