import { mutation, query, router } from '../../kernel/trpc.ts';
import { readAddresses } from './addresses.ts';
import { verifyDomain } from './claim-domains.ts';
import { findProvider } from './find-provider.ts';
import { createProvider, listProviders, removeProvider, updateProvider } from './providers.ts';
import { readMetadata } from './read-metadata.ts';

export const ssoRouter = router({
  addresses: query(readAddresses),
  find: query(findProvider),
  readMetadata: mutation(readMetadata),
  list: query(listProviders),
  create: mutation(createProvider),
  update: mutation(updateProvider),
  remove: mutation(removeProvider),
  verifyDomain: mutation(verifyDomain),
});
