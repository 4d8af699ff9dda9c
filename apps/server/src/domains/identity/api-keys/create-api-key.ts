import type { ApiKeyView } from '@officina/contracts/api-keys';
import { apiKeyCreate } from '@officina/contracts/api-keys-inputs';
import { apiKeys } from '@officina/db/schema/api-keys';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { invalid } from '../../../kernel/errors.ts';
import { hashSecret, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { presentKey } from './api-key-row.ts';
import { newKey, shownPart } from './key-token.ts';

/** A key of the asker's own. `key` is told here and never again. */
export const createApiKey = write({
  name: 'apiKeys.create',
  permission: 'keys.manage',
  stepUp: true,
  input: apiKeyCreate,
  async run(ctx, { name, scopes, rateLimit, expiresAt }): Promise<ApiKeyView & { key: string }> {
    const owner = requireUser(ctx.actor);
    const createdAt = toDate(ctx.now);
    if (expiresAt && new Date(expiresAt) <= createdAt)
      throw invalid({ field: 'expiresAt', message: 'Must be in the future' });
    const key = newKey();
    const row = {
      id: newId(),
      name,
      prefix: shownPart(key),
      scopes,
      rateLimit,
      expiresAt: expiresAt ? new Date(expiresAt) : null,
      createdAt,
    };
    const tx = await ctx.tx();
    await tx
      .insert(apiKeys)
      .values({ ...row, tenantId: ctx.tenant.id, userId: owner.id, keyHash: hashSecret(key) });
    ctx.record({
      verb: 'api_key.created',
      subject: { type: 'api_key', id: row.id },
      after: { name, prefix: row.prefix, scopes, rateLimit, expiresAt: expiresAt ?? null },
    });
    const unused = { revokedAt: null, lastUsedAt: null, owner: { id: owner.id, name: owner.name } };
    return { ...presentKey({ ...row, ...unused }), key };
  },
});
