import type { PasskeyView } from '@officina/contracts/accounts';
import { passkeys } from '@officina/db/schema/passkeys';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';

/** The caller's own passkeys, the newest first. */
export const listPasskeys = read({
  name: 'passkeys.list',
  permission: 'passkeys.own',
  input: z.object({}),
  async run(ctx): Promise<{ items: PasskeyView[] }> {
    const rows = await ctx.db
      .select({
        id: passkeys.id,
        name: passkeys.name,
        deviceType: passkeys.deviceType,
        backedUp: passkeys.backedUp,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, requireUser(ctx.actor).id))
      .orderBy(desc(passkeys.createdAt), desc(passkeys.id));
    return {
      items: rows.map(({ createdAt, lastUsedAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  },
});
