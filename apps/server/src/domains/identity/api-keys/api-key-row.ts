import type { ApiKeyView } from '@officina/contracts/api-keys';
import { apiKeys } from '@officina/db/schema/api-keys';
import { users } from '@officina/db/schema/identity';
import { eq, type SQL } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** Nothing of it that would open anything. */
export const keyColumns = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  rateLimit: apiKeys.rateLimit,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
  lastUsedAt: apiKeys.lastUsedAt,
  createdAt: apiKeys.createdAt,
  owner: { id: apiKeys.userId, name: users.name },
};

type KeyRow = Omit<ApiKeyView, 'expiresAt' | 'revokedAt' | 'lastUsedAt' | 'createdAt' | 'abilities'> & {
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
};

export const presentKey = (row: KeyRow): ApiKeyView => ({
  ...row,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  abilities: { revoke: row.revokedAt === null },
});

/** Owners and admins see to the keys of all, everybody else to their own. */
export function reachableKeys({ actor }: Ctx): SQL | undefined {
  const { id, role } = requireUser(actor);
  return role === 'owner' || role === 'admin' ? undefined : eq(apiKeys.userId, id);
}
