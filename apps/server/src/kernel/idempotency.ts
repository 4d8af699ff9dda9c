import { createHash } from 'node:crypto';
import { idempotencyKeys } from '@officina/db/schema/idempotency';
import { and, eq, lt } from 'drizzle-orm';
import { userIdOf } from './actor.ts';
import { toDate } from './clock.ts';
import type { Ctx, WriteCtx } from './context.ts';
import { AppError, invalid } from './errors.ts';
import { inTransaction, type Operation } from './operation.ts';

/** How long an answer is given again. */
export const KEPT_HOURS = 24;
const LONGEST_KEY = 255;

export interface KeyedRequest {
  route: string;
  /** The header as it came. */
  key: string;
  /** All that is asked, in one order of keys: another content under the same key is refused. */
  input: unknown;
}

/** What was answered, as the door sends it: a repeat gets the same bytes. */
export interface KeptAnswer {
  status: number;
  text: string;
}

/** Who may use a key again: the program, the person, or the address behind it. */
function askerOf({ actor, ip }: Ctx): string {
  if (actor.kind === 'apiKey') return `key:${actor.id}`;
  const user = userIdOf(actor);
  return user ? `user:${user}` : `ip:${ip ?? 'local'}`;
}

/** Throws VALIDATION_ERROR for a key that is too long. */
export function checkIdempotencyKey(key: string): void {
  if (key.length > LONGEST_KEY)
    throw invalid({ field: 'Idempotency-Key', message: `Must be at most ${LONGEST_KEY} characters` });
}

/** The answer that the key has, or null once the key is this request's; the same key waits for this transaction. */
export async function claimKey(
  ctx: WriteCtx,
  { route, key, input }: KeyedRequest,
): Promise<KeptAnswer | null> {
  const tx = await ctx.tx();
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const id = { tenantId: ctx.tenant.id, actor: askerOf(ctx), route, key };
  const now = toDate(ctx.now);
  const stale = toDate(ctx.now.subtract({ hours: KEPT_HOURS }));
  const [mine] = await tx
    .insert(idempotencyKeys)
    .values({ ...id, bodyHash, createdAt: now })
    .onConflictDoUpdate({
      target: [idempotencyKeys.tenantId, idempotencyKeys.actor, idempotencyKeys.route, idempotencyKeys.key],
      set: { bodyHash, createdAt: now, status: null, answer: null },
      setWhere: lt(idempotencyKeys.createdAt, stale),
    })
    .returning({ key: idempotencyKeys.key });
  if (mine) return null;
  const [kept] = await tx.select().from(idempotencyKeys).where(rowOf(id));
  if (!kept || kept.bodyHash !== bodyHash) throw new AppError('IDEMPOTENCY_MISMATCH');
  return { status: kept.status ?? 200, text: kept.answer ?? '' };
}

const rowOf = (id: { tenantId: string; actor: string; route: string; key: string }) =>
  and(
    eq(idempotencyKeys.tenantId, id.tenantId),
    eq(idempotencyKeys.actor, id.actor),
    eq(idempotencyKeys.route, id.route),
    eq(idempotencyKeys.key, id.key),
  );

/** Keeps what is answered to a key that `claimKey` has given to this transaction. */
export async function keepAnswer(
  ctx: WriteCtx,
  { route, key }: Pick<KeyedRequest, 'route' | 'key'>,
  { status, text: answer }: KeptAnswer,
): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(idempotencyKeys)
    .set({ status, answer })
    .where(rowOf({ tenantId: ctx.tenant.id, actor: askerOf(ctx), route, key }));
}

/**
 * Runs a write once per key: in one transaction with the answer that it leaves for repeats. One that fails leaves
 * nothing, so that it may be tried again. Not for operations that call outside services.
 */
export async function once<R>(
  ctx: Ctx,
  request: KeyedRequest,
  operation: Operation,
  answerOf: (view: R) => KeptAnswer,
): Promise<KeptAnswer> {
  const { input } = request;
  return inTransaction(ctx, { conflicts: operation.conflicts, input }, async (unit) => {
    const kept = await claimKey(unit, request);
    if (kept) return kept;
    const answer = answerOf((await operation(unit, input as never)) as R);
    await keepAnswer(unit, request, answer);
    return answer;
  });
}
