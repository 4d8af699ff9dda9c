import { byId } from '@officina/contracts/contacts-inputs';
import { apiKeys } from '@officina/db/schema/api-keys';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { reachableKeys } from './api-key-row.ts';

/** For good; holds from the next request on. Revoking a revoked key changes nothing. */
export const revokeApiKey = write({
  name: 'apiKeys.revoke',
  permission: 'keys.manage',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; revokedAt: string }> {
    const tx = await ctx.tx();
    const own = and(eq(apiKeys.tenantId, ctx.tenant.id), eq(apiKeys.id, id));
    const [key] = isUuid(id)
      ? await tx
          .select({ name: apiKeys.name, revokedAt: apiKeys.revokedAt })
          .from(apiKeys)
          .where(and(own, reachableKeys(ctx)))
          .for('update')
      : [];
    if (!key) throw notFound('API key');
    const revokedAt = key.revokedAt ?? toDate(ctx.now);
    if (!key.revokedAt) {
      await tx.update(apiKeys).set({ revokedAt }).where(own);
      ctx.record({ verb: 'api_key.revoked', subject: { type: 'api_key', id }, before: { name: key.name } });
    }
    return { id, revokedAt: revokedAt.toISOString() };
  },
});
