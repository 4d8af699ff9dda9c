import { users } from '@officina/db/schema/identity';
import { backupCodes } from '@officina/db/schema/passkeys';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { write } from '../../../kernel/operation.ts';
import { backupCodeHash, newBackupCode } from './backup-code.ts';

const COUNT = 10;

/** Ten new codes to sign in with, each once; they are told here alone, and the earlier ones end. */
export const generateBackupCodes = write({
  name: 'passkeys.generateBackupCodes',
  permission: 'passkeys.own',
  stepUp: true,
  input: z.object({}),
  async run(ctx): Promise<{ backupCodes: string[] }> {
    const { id: userId } = requireUser(ctx.actor);
    const codes = new Set<string>();
    while (codes.size < COUNT) codes.add(newBackupCode());
    const tx = await ctx.tx();
    // Of two sets asked for at once, one stands.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
    await tx.insert(backupCodes).values(
      [...codes].map((code) => ({
        userId,
        codeHash: backupCodeHash(ctx.services, userId, code),
        createdAt: toDate(ctx.now),
      })),
    );
    ctx.record({ verb: 'backup_codes.generated', subject: { type: 'user', id: userId } });
    return { backupCodes: [...codes] };
  },
});
