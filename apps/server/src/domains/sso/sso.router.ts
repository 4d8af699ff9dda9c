import { mutation, query, router } from '../../kernel/trpc.ts';
import { verifyDomain } from './claim-domains.ts';
import { createProvider, listProviders, removeProvider, updateProvider } from './providers.ts';

export const ssoRouter = router({
  list: query(listProviders),
  create: mutation(createProvider),
  update: mutation(updateProvider),
  remove: mutation(removeProvider),
  verifyDomain: mutation(verifyDomain),
});
