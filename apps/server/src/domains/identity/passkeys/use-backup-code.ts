import { useBackupCode as input } from '@officina/contracts/account-inputs';
import { users } from '@officina/db/schema/identity';
import { backupCodes } from '@officina/db/schema/passkeys';
import { and, eq, isNull } from 'drizzle-orm';
import { tooManyAttempts } from '../../../kernel/attempts.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { enter, type SignedIn } from '../enter.ts';
import { membershipsOf } from '../memberships.ts';
import { backupCodeHash } from './backup-code.ts';

const FAILURES = 5;
const WINDOW_SECONDS = 15 * 60;
/** Stands for an address without an account, which must cost as much. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

async function claim(ctx: WriteCtx, userId: string, code: string): Promise<boolean> {
  const tx = await ctx.tx();
  const used = await tx
    .update(backupCodes)
    .set({ usedAt: toDate(ctx.now) })
    .where(
      and(
        eq(backupCodes.userId, userId),
        eq(backupCodes.codeHash, backupCodeHash(ctx.services, userId, code)),
        isNull(backupCodes.usedAt),
      ),
    )
    .returning({ userId: backupCodes.userId });
  return used.length > 0;
}

/**
 * Signs in with one of the codes that were kept for this, once however many use it at the same time. After five wrong
 * ones within a quarter of an hour no code of the account is taken, whatever `RATE_LIMIT` says.
 */
export const useBackupCode = write({
  name: 'passkeys.useBackupCode',
  permission: 'public',
  input,
  async run(ctx, { email, backupCode }): Promise<SignedIn> {
    const { strictAttempts } = ctx.services;
    const bucket = `backup-code:${email}`;
    const before = await strictAttempts.peek(bucket, FAILURES, WINDOW_SECONDS, ctx.now);
    if (!before.allowed) throw tooManyAttempts(before);
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const [membership] = user ? await membershipsOf(ctx.db, user.id, ctx.hostSubdomain) : [];
    const claimed = await claim(ctx, user?.id ?? NOBODY, backupCode);
    if (!user || !membership || !claimed) {
      const after = await strictAttempts.hit(bucket, FAILURES, WINDOW_SECONDS, ctx.now);
      throw after.allowed ? new AppError('INVALID_BACKUP_CODE') : tooManyAttempts(after);
    }
    ctx.record({
      verb: 'backup_code.used',
      subject: { type: 'user', id: user.id },
      as: { tenantId: membership.tenant.id, userId: user.id },
    });
    return enter(ctx, user, membership, 'backup_code');
  },
});
