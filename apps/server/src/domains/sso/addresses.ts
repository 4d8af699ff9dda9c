import { z } from 'zod';
import { read } from '../../kernel/operation.ts';
import { ownAddresses } from './own-addresses.ts';

/** What a provider must be told of us before it is set up here. */
export const readAddresses = read({
  name: 'sso.addresses',
  permission: 'sso.manage',
  input: z.object({}),
  run: async (ctx) => ownAddresses(ctx),
});
