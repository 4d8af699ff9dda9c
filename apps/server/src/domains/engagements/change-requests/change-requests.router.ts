import { mutation, query, router } from '../../../kernel/trpc.ts';
import { getChangeRequest, listChangeRequests } from './change-reads.ts';
import { createChangeRequest } from './create-change-request.ts';
import { decideChangeRequest } from './decide-change-request.ts';
import { implementChangeRequest } from './implement-change-request.ts';
import { resubmitChangeRequest } from './resubmit-change-request.ts';
import { updateChangeRequest } from './update-change-request.ts';

export const changeRequestsRouter = router({
  list: query(listChangeRequests),
  get: query(getChangeRequest),
  create: mutation(createChangeRequest),
  update: mutation(updateChangeRequest),
  decide: mutation(decideChangeRequest),
  implement: mutation(implementChangeRequest),
  resubmit: mutation(resubmitChangeRequest),
});
