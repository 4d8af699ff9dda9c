import { tooManyAttempts } from '../../kernel/attempts.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Failed attempts per minute for one address and account together. */
export const FAILURES_PER_MINUTE = 5;
const WINDOW_SECONDS = 60;

/** The part of a user that a password is held against; undefined costs as much as any. */
type Account = { passwordHash: string | null } | undefined;

/**
 * Whether the password is the account's. Beyond five failures a minute from one address, RATE_LIMIT_EXCEEDED, for
 * right and wrong passwords alike. Call it before `ctx.tx()`: hashing is slow and holds no transaction open.
 */
export async function checkPassword(
  ctx: Ctx,
  { email, account, password }: { email: string; account: Account; password: string },
): Promise<boolean> {
  const { attempts, passwords } = ctx.services;
  const bucket = `sign-in:${ctx.ip ?? 'local'}:${email}`;
  const failures = () => attempts.peek(bucket, FAILURES_PER_MINUTE, WINDOW_SECONDS, ctx.now);
  const before = await failures();
  if (!before.allowed) throw tooManyAttempts(before);
  const matches = await passwords.verify(account?.passwordHash ?? null, password);
  // Asked again afterwards: of guesses sent at the same time, too, only five are answered.
  const after = matches
    ? await failures()
    : await attempts.hit(bucket, FAILURES_PER_MINUTE, WINDOW_SECONDS, ctx.now);
  if (!after.allowed) throw tooManyAttempts(after);
  return matches;
}
