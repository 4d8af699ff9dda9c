import { mutation, query, router } from '../../../kernel/trpc.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listApiRequests } from './list-api-requests.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const apiKeysRouter = router({
  create: mutation(createApiKey),
  list: query(listApiKeys),
  requests: query(listApiRequests),
  revoke: mutation(revokeApiKey),
});
