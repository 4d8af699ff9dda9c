import type { ProofWays } from '@officina/contracts/identity';
import { users } from '@officina/db/schema/identity';
import { passkeys } from '@officina/db/schema/passkeys';
import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { read } from '../../../kernel/operation.ts';
import { ownProvider } from '../own-provider.ts';

/** How the caller can prove again that it is them. Everybody else signs in anew. */
export const waysToProve = read({
  name: 'identity.waysToProve',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<ProofWays> {
    const { id, email } = requireUser(ctx.actor);
    const [account] = await ctx.db
      .select({ passwordHash: users.passwordHash, passkeys: count(passkeys.id) })
      .from(users)
      .leftJoin(passkeys, eq(passkeys.userId, users.id))
      .where(eq(users.id, id))
      .groupBy(users.id);
    const provider = await ownProvider(ctx.db, ctx.tenant.id, email);
    return {
      password: Boolean(account?.passwordHash),
      passkey: (account?.passkeys ?? 0) > 0,
      provider: provider && { id: provider.id, kind: provider.kind, name: provider.name },
    };
  },
});
