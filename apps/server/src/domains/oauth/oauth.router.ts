import { mutation, query, router } from '../../kernel/trpc.ts';
import { listAccounts, unlinkAccount } from './accounts.ts';
import { beginLink } from './begin-oauth.ts';

export const oauthRouter = router({
  accounts: query(listAccounts),
  beginLink: mutation(beginLink),
  unlink: mutation(unlinkAccount),
});
