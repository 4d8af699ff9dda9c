import { mutation, query, router } from '../../kernel/trpc.ts';
import { grantPermissions, revokePermissions } from './change-permissions.ts';
import { checkPermission, checkPermissions } from './check-permission.ts';
import { explainPermissions } from './explain-permissions.ts';
import { grantPermission } from './grant-permission.ts';
import { listCandidates } from './list-candidates.ts';
import { revokePermission } from './revoke-permission.ts';

export const permissionsRouter = router({
  check: query(checkPermission),
  checkMany: query(checkPermissions),
  candidates: query(listCandidates),
  explain: query(explainPermissions),
  grant: mutation(grantPermission),
  grantMany: mutation(grantPermissions),
  revoke: mutation(revokePermission),
  revokeMany: mutation(revokePermissions),
});
