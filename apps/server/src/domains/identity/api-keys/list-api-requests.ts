import type { ApiRequestView } from '@officina/contracts/api-keys';
import { apiRequestList as input } from '@officina/contracts/api-keys-inputs';
import type { Page } from '@officina/contracts/paging';
import { escapeLike } from '@officina/contracts/text';
import { apiKeys } from '@officina/db/schema/api-keys';
import { apiRequests } from '@officina/db/schema/api-requests';
import { and, desc, eq, gte, ilike, lt, sql } from 'drizzle-orm';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { reachableKeys } from './api-key-row.ts';

const CLASS = 100;

/** Calls made with the keys that the asker may revoke, newest first; `status` is the first digit of the answer's. */
export const listApiRequests = read({
  name: 'apiKeys.requests',
  permission: 'keys.manage',
  input,
  async run(ctx, { keyId, method, status, search, limit, cursor }): Promise<Page<ApiRequestView>> {
    const after = decodeCursor(cursor, isMoment);
    if (keyId !== undefined && !isUuid(keyId)) return { items: [], nextCursor: null };
    const wanted = search?.trim();
    const lowest = Number(status) * CLASS;
    const rows = await ctx.db
      .select({
        id: apiRequests.id,
        at: apiRequests.at,
        method: apiRequests.method,
        path: apiRequests.path,
        status: apiRequests.status,
        durationMs: apiRequests.durationMs,
        requestId: apiRequests.requestId,
        key: { id: apiKeys.id, name: apiKeys.name, prefix: apiKeys.prefix },
      })
      .from(apiRequests)
      .innerJoin(apiKeys, and(eq(apiKeys.tenantId, apiRequests.tenantId), eq(apiKeys.id, apiRequests.keyId)))
      .where(
        and(
          eq(apiRequests.tenantId, ctx.tenant.id),
          reachableKeys(ctx),
          keyId ? eq(apiRequests.keyId, keyId) : undefined,
          method ? eq(apiRequests.method, method) : undefined,
          status ? and(gte(apiRequests.status, lowest), lt(apiRequests.status, lowest + CLASS)) : undefined,
          wanted ? ilike(apiRequests.path, `%${escapeLike(wanted)}%`) : undefined,
          after
            ? sql`(${apiRequests.at}, ${apiRequests.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(apiRequests.at), desc(apiRequests.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.at.toISOString(), id: row.id }),
      (row) => ({ ...row, at: row.at.toISOString() }),
    );
  },
});
