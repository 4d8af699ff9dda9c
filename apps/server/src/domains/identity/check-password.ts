import { tooManyAttempts } from '../../kernel/attempts.ts';
import type { Ctx } from '../../kernel/context.ts';

/** How many failed attempts one address may make on one account in a time. */
export interface FailureLimit {
  failures: number;
  seconds: number;
}

/** Of people at the sign-in page. */
export const FAILURES_PER_MINUTE = 5;
const PEOPLE: FailureLimit = { failures: FAILURES_PER_MINUTE, seconds: 60 };
/** Of programs that ask for an access token. */
export const PROGRAMS: FailureLimit = { failures: 10, seconds: 15 * 60 };

/** The part of a user that a password is held against; undefined costs as much as any. */
type Account = { passwordHash: string | null } | undefined;

/**
 * Whether the password is the account's. Beyond the limit's failures from one address, RATE_LIMIT_EXCEEDED, for
 * right and wrong passwords alike. Call it before `ctx.tx()`: hashing is slow and holds no transaction open.
 */
export async function checkPassword(
  ctx: Ctx,
  { email, account, password }: { email: string; account: Account; password: string },
  { failures: allowed, seconds }: FailureLimit = PEOPLE,
): Promise<boolean> {
  const { attempts, passwords } = ctx.services;
  const bucket = `sign-in:${seconds}:${ctx.ip ?? 'local'}:${email}`;
  const failures = () => attempts.peek(bucket, allowed, seconds, ctx.now);
  const before = await failures();
  if (!before.allowed) throw tooManyAttempts(before);
  const matches = await passwords.verify(account?.passwordHash ?? null, password);
  // Asked again afterwards: of guesses sent at the same time, too, only as many are answered.
  const after = matches ? await failures() : await attempts.hit(bucket, allowed, seconds, ctx.now);
  if (!after.allowed) throw tooManyAttempts(after);
  return matches;
}
