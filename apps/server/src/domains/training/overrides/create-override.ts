import { overrideCreate } from '@officina/contracts/checkin-inputs';
import { timestamp } from '@officina/contracts/fields';
import { OVERRIDABLE_ACTIONS, type OverridableAction } from '@officina/contracts/training';
import { enrollments, learners } from '@officina/db/schema/training';
import { enrollmentOverrides } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';

const MOST_DAYS = 30;
const MOST_REASON = 1000;

/** What no member of staff may lift, by whatever name it is asked for. */
const FIXED = [
  'START_DATE_NOT_REACHED',
  'PARTNER_NOT_APPROVED',
  'SHOP_NOT_APPROVED',
  'ORIENTATION_REQUIRED',
  'DOCUMENTS_REQUIRED',
];

type Raw = Record<'userId' | 'action' | 'expiresAt' | 'reason' | 'overrideReasonCode', unknown>;

const REQUIRED = { userId: 'user_id', action: 'action', expiresAt: 'expires_at', reason: 'reason' } as const;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim());

interface Wanted {
  userId: string;
  action: OverridableAction;
  expiresAt: Date;
  reason: string;
}

function expiryOf(value: unknown, now: Temporal.Instant): Date {
  const { data } = timestamp.safeParse(typeof value === 'string' ? value.trim() : value);
  if (!data || Date.parse(data) <= now.epochMilliseconds) throw new AppError('INVALID_EXPIRY');
  const latest = now.add({ hours: MOST_DAYS * 24 });
  if (Date.parse(data) > latest.epochMilliseconds)
    throw new AppError('DURATION_TOO_LONG', undefined, { max_expiry: toDate(latest).toISOString() });
  return new Date(data);
}

/** What the request asks for, checked in the order of the contract. */
function readWanted(raw: Partial<Raw>, now: Temporal.Instant): Wanted {
  const names = Object.keys(REQUIRED) as (keyof typeof REQUIRED)[];
  if (names.some((name) => isBlank(raw[name])))
    throw new AppError('MISSING_FIELDS', undefined, { required: Object.values(REQUIRED) });
  const { userId, reason } = raw;
  if (typeof userId !== 'string' || !isUuid(userId))
    throw invalid({ field: 'user_id', message: 'Invalid id' });
  if (typeof reason !== 'string') throw invalid({ field: 'reason', message: 'Must be a text' });
  if (reason.trim().length > MOST_REASON)
    throw invalid({ field: 'reason', message: `Must be at most ${MOST_REASON} characters` });
  const action = OVERRIDABLE_ACTIONS.find((one) => one === raw.action);
  if (!action) throw new AppError('INVALID_ACTION', undefined, { overridable_actions: OVERRIDABLE_ACTIONS });
  if (FIXED.some((code) => code === raw.overrideReasonCode)) throw new AppError('REASON_NOT_OVERRIDABLE');
  return {
    userId: userId.toLowerCase(),
    action,
    expiresAt: expiryOf(raw.expiresAt, now),
    reason: reason.trim(),
  };
}

async function learnerOf(ctx: Ctx, userId: string): Promise<{ contactId: string | null }> {
  const [enrolled] = await ctx.db
    .select({ contactId: learners.contactId })
    .from(enrollments)
    .leftJoin(learners, and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, enrollments.userId)))
    .where(and(eq(enrollments.tenantId, ctx.tenant.id), eq(enrollments.userId, userId)))
    .limit(1);
  if (!enrolled) throw new AppError('USER_NOT_FOUND');
  return enrolled;
}

/** Staff let a learner do one thing for a while although money is missing: at most thirty days, and no other gate. */
export const createOverride = write({
  name: 'training.createOverride',
  permission: 'training.manage',
  input: overrideCreate,
  async run(ctx, raw): Promise<{ id: string; expiresAt: string }> {
    const { id: createdBy } = requireUser(ctx.actor);
    const { userId, action, expiresAt, reason } = readWanted(raw, ctx.now);
    const { contactId } = await learnerOf(ctx, userId);
    const id = newId();
    const tx = await ctx.tx();
    await tx.insert(enrollmentOverrides).values({
      tenantId: ctx.tenant.id,
      id,
      userId,
      action,
      expiresAt,
      reason,
      createdBy,
      createdAt: toDate(ctx.now),
    });
    ctx.record({
      verb: 'override.created',
      subject: { type: 'enrollment_override', id },
      contactId,
      after: { userId, action, expiresAt },
      reason,
    });
    return { id, expiresAt: expiresAt.toISOString() };
  },
});
