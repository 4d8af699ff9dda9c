import { mutation, query, router } from '../../../kernel/trpc.ts';
import { createScope } from './create-scope.ts';
import { approveScope, rejectScope } from './decide-scope.ts';
import { reviseScope } from './revise-scope.ts';
import { getScope, listScopes } from './scope-reads.ts';
import { updateScope } from './update-scope.ts';

export const scopesRouter = router({
  list: query(listScopes),
  get: query(getScope),
  create: mutation(createScope),
  update: mutation(updateScope),
  approve: mutation(approveScope),
  reject: mutation(rejectScope),
  revise: mutation(reviseScope),
});
