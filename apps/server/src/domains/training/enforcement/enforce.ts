import { OVERRIDABLE_ACTIONS, type OverridableAction } from '@officina/contracts/training';
import {
  daysPast,
  denialsOf,
  type EnforcedAction,
  type GateFacts,
  verdictOf,
} from '@officina/contracts/training-enforcement';
import { type Denial, reasonText } from '@officina/contracts/training-reasons';
import { enrollmentOverrides } from '@officina/db/schema/training-records';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { programZone } from '../load-program.ts';
import { recordDenial } from './record-denial.ts';
import type { Guard } from './regulated.ts';
import type { Standing } from './standing.ts';

export interface Asked {
  action: EnforcedAction;
  standing: Standing;
  /** The shop to be judged; null where none is known, absent where none is asked about. */
  shop?: GateFacts['shop'];
  /** When it is done; the present, but for what was recorded without network. */
  at?: Temporal.Instant;
  /** What the record of a refusal says of the place. */
  place?: { partnerId?: string | null; shopId?: string | null; siteId?: string | null };
}

export interface AppliedOverride {
  id: string;
  expiresAt: Date;
}

export interface Judgement {
  denial: Denial | null;
  /** The override without which it would have been denied. */
  override: AppliedOverride | null;
}

/** The facts that the gates look at, in programme time. */
export function gateFacts(
  ctx: Ctx,
  { standing: { state, enrolled }, shop, at = ctx.now }: Pick<Asked, 'standing' | 'shop' | 'at'>,
): GateFacts {
  const { enrollment, program, apprentice } = enrolled ?? {};
  const { pastDueSince } = enrollment ?? {};
  return {
    state,
    apprenticeSuspended: apprentice?.status === 'suspended',
    hasTimeclock: program?.timeclock ?? true,
    programStartDate: enrollment?.programStartDate ?? null,
    today: program ? dayOf(at, programZone(ctx, program)) : ctx.today,
    holdReason: enrollment?.holdReason ?? null,
    daysPastDue: pastDueSince ? daysPast(pastDueSince.getTime(), at.epochMilliseconds) : null,
    ...(shop !== undefined && { shop }),
  };
}

const isOverridable = (action: EnforcedAction): action is OverridableAction & EnforcedAction =>
  (OVERRIDABLE_ACTIONS as readonly string[]).includes(action);

/** Of several overrides the one that lasts longest. */
async function liveOverride(
  ctx: Ctx,
  userId: string,
  action: EnforcedAction,
  at: Temporal.Instant,
): Promise<AppliedOverride | null> {
  if (!isOverridable(action)) return null;
  const [override] = await ctx.db
    .select({ id: enrollmentOverrides.id, expiresAt: enrollmentOverrides.expiresAt })
    .from(enrollmentOverrides)
    .where(
      and(
        eq(enrollmentOverrides.tenantId, ctx.tenant.id),
        eq(enrollmentOverrides.userId, userId),
        eq(enrollmentOverrides.action, action),
        isNull(enrollmentOverrides.revokedAt),
        gt(enrollmentOverrides.expiresAt, toDate(at)),
      ),
    )
    .orderBy(desc(enrollmentOverrides.expiresAt))
    .limit(1);
  return override ?? null;
}

/** The engine's verdict: every gate is looked at, then an override, then the first denial that remains counts. */
export async function judge(ctx: Ctx, asked: Asked): Promise<Judgement> {
  const denials = denialsOf(asked.action, gateFacts(ctx, asked));
  if (!denials.length) return { denial: null, override: null };
  const { standing, action, at = ctx.now } = asked;
  const override = await liveOverride(ctx, standing.userId, action, at);
  const { denial, overridden } = verdictOf(denials, override !== null);
  return { denial, override: overridden ? override : null };
}

/** Refuses an action for a reason of the engine's, and sees to it that the refusal is recorded. */
export function deny(guard: Guard, asked: Asked, denial: Denial): never {
  const { code, detail } = denial;
  const { state } = asked.standing;
  const error = new AppError(code, reasonText(denial), { state, ...(detail && { detail }) });
  return guard.refuse(error, (ctx) => recordDenial(ctx, guard.path, asked, code));
}

/**
 * Lets a regulated action pass, or refuses it. Called with the standing locked in the transaction of the write. Answers the
 * override that was needed and journals its use.
 */
export async function enforce(ctx: WriteCtx, guard: Guard, asked: Asked): Promise<AppliedOverride | null> {
  const { denial, override } = await judge(ctx, asked);
  if (denial) return deny(guard, asked, denial);
  const { action, standing } = asked;
  if (override)
    ctx.record({
      verb: 'override.applied',
      subject: { type: 'enrollment_override', id: override.id },
      contactId: standing.contactId,
      after: { action, enrollmentId: standing.enrolled?.enrollment.id, expiresAt: override.expiresAt },
    });
  return override;
}
