import type { ApiKeyView } from '@officina/contracts/api-keys';
import { apiKeyList } from '@officina/contracts/api-keys-inputs';
import { apiKeys } from '@officina/db/schema/api-keys';
import { users } from '@officina/db/schema/identity';
import { and, desc, eq } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { keyColumns, presentKey, reachableKeys } from './api-key-row.ts';

/** More than anybody looks through; revoked ones go out of sight first. */
const MOST = 200;

/** The keys that the asker may revoke, newest first, with those that were. */
export const listApiKeys = read({
  name: 'apiKeys.list',
  permission: 'keys.manage',
  input: apiKeyList,
  async run(ctx): Promise<{ items: ApiKeyView[] }> {
    const rows = await ctx.db
      .select(keyColumns)
      .from(apiKeys)
      .innerJoin(users, eq(users.id, apiKeys.userId))
      .where(and(eq(apiKeys.tenantId, ctx.tenant.id), reachableKeys(ctx)))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(MOST);
    return { items: rows.map(presentKey) };
  },
});
