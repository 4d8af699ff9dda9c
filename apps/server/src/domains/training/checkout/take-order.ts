import { orders } from '@officina/db/schema/payments';
import { applications, enrollmentOrders, enrollments } from '@officina/db/schema/training';
import { and, desc, eq, gt, max } from 'drizzle-orm';
import type { UserActor } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { ensureLearner, type LearnerRow } from '../applications/ensure-learner.ts';
import { moveApplications } from '../applications/move-applications.ts';
import { enrollmentOf } from '../enrollments/load-enrollment.ts';
import { type ProgramRow, programZone } from '../load-program.ts';
import { firstBilling } from './billing-date.ts';
import { priceOf, type Terms } from './price-of.ts';

export type OrderRow = typeof orders.$inferSelect;
export type PlaceRow = typeof enrollmentOrders.$inferSelect;

export interface TakenOrder {
  order: OrderRow;
  place: PlaceRow;
  learner: LearnerRow;
  /** Hosted pages of orders that this one replaces. */
  replaced: string[];
}

/** How long the provider keeps a hosted page open. */
export const OPEN_HOURS = 24;

/** Staff may have verified fewer hours than are declared. */
async function boundedBy(ctx: WriteCtx, userId: string, terms: Terms): Promise<Terms> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ hours: max(enrollments.transferredHoursVerified) })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(enrollments.userId, userId),
        gt(enrollments.transferredHoursVerified, 0),
      ),
    );
  const transferredHours = Math.min(terms.transferredHours, row?.hours ?? terms.transferredHours);
  return { ...terms, transferredHours };
}

async function pendingOrders(ctx: WriteCtx, userId: string, programId: string) {
  const tx = await ctx.tx();
  return tx
    .select({ order: orders, place: enrollmentOrders })
    .from(orders)
    .innerJoin(
      enrollmentOrders,
      and(eq(enrollmentOrders.tenantId, orders.tenantId), eq(enrollmentOrders.orderId, orders.id)),
    )
    .where(
      and(
        eq(orders.tenantId, ctx.tenant.id),
        eq(enrollmentOrders.tenantId, ctx.tenant.id),
        eq(orders.userId, userId),
        eq(orders.status, 'pending'),
        eq(enrollmentOrders.programId, programId),
      ),
    )
    .orderBy(desc(orders.createdAt), desc(orders.id));
}

/** The caller's application under way, which a new order moves on. */
async function openApplication(ctx: WriteCtx, userId: string, programId: string): Promise<string | null> {
  const tx = await ctx.tx();
  const rows = await tx
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.tenantId, ctx.tenant.id),
        eq(applications.userId, userId),
        eq(applications.programId, programId),
      ),
    )
    .orderBy(desc(applications.createdAt));
  return rows.find(({ status }) => status === 'submitted' || status === 'payment_pending')?.id ?? null;
}

async function addOrder(
  ctx: WriteCtx,
  {
    user,
    program,
    terms,
    learner,
  }: { user: UserActor; program: ProgramRow; terms: Terms; learner: LearnerRow },
): Promise<Pick<TakenOrder, 'order' | 'place'>> {
  const { weeks, weeklyMinor, lastMinor } = priceOf(program, terms);
  const { anchor, text } = firstBilling(ctx.now, programZone(ctx, program), program);
  const applicationId = await openApplication(ctx, user.id, program.id);
  const tenantId = ctx.tenant.id;
  const at = toDate(ctx.now);
  const tx = await ctx.tx();
  const [order] = await tx
    .insert(orders)
    .values({
      tenantId,
      id: newId(),
      purchaseType: 'enrollment',
      contactId: learner.contactId,
      userId: user.id,
      amountMinor: program.setupFeeMinor,
      currency: program.currency,
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  if (!order) throw new Error('no order was made');
  const [place] = await tx
    .insert(enrollmentOrders)
    .values({
      tenantId,
      orderId: order.id,
      programId: program.id,
      applicationId,
      ...terms,
      weeksTotal: weeks,
      weeklyMinor,
      lastMinor,
      anchorAt: anchor,
      firstBillingText: text,
    })
    .returning();
  if (!place) throw new Error('no order was made');
  if (applicationId) await moveApplications(ctx, [applicationId], ['submitted'], 'payment_pending');
  ctx.record({
    verb: 'order.created',
    subject: { type: 'order', id: order.id },
    contactId: learner.contactId,
    after: {
      program: program.slug,
      amountMinor: order.amountMinor,
      currency: order.currency,
      ...terms,
      weeks,
      weeklyMinor,
    },
  });
  return { order, place };
}

/**
 * The caller's order for a place: the one that is open with the same terms, else a new one, which ends those with others.
 * Requests of one person wait here for each other. ENROLLMENT_EXISTS for who has a place already.
 */
export async function takeOrder(
  ctx: WriteCtx,
  user: UserActor,
  program: ProgramRow,
  asked: Terms,
): Promise<TakenOrder> {
  const [firstName = '', ...others] = user.name.split(' ');
  const learner = await ensureLearner(ctx, {
    userId: user.id,
    firstName,
    lastName: others.join(' '),
    email: user.email,
  });
  const enrolled = await enrollmentOf(ctx, user.id, program.slug);
  if (enrolled)
    throw new AppError('ENROLLMENT_EXISTS', undefined, {
      enrollment_id: enrolled.id,
      status: enrolled.enrollmentState,
      redirect: '/apprentice',
    });
  const terms = await boundedBy(ctx, user.id, asked);
  const opened = toDate(ctx.now.subtract({ hours: OPEN_HOURS }));
  const pending = await pendingOrders(ctx, user.id, program.id);
  const same = pending.find(
    ({ order, place }) =>
      order.createdAt > opened &&
      place.hoursPerWeek === terms.hoursPerWeek &&
      place.transferredHours === terms.transferredHours,
  );
  const ended = pending.filter((each) => each !== same).map(({ order }) => order);
  await endOrders(ctx, ended);
  const replaced = ended.flatMap(({ stripeSessionId }) => stripeSessionId ?? []);
  if (same) return { ...same, learner, replaced };
  return { ...(await addOrder(ctx, { user, program, terms, learner })), learner, replaced };
}

/** Marks replaced orders; their application goes on with the new one. */
async function endOrders(ctx: WriteCtx, ended: readonly OrderRow[]): Promise<void> {
  const tx = await ctx.tx();
  for (const { id } of ended) {
    await tx
      .update(orders)
      .set({ status: 'expired', url: null, updatedAt: toDate(ctx.now) })
      .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, id)));
    ctx.record({
      verb: 'order.expired',
      subject: { type: 'order', id },
      before: { status: 'pending' },
      after: { status: 'expired', why: 'replaced' },
    });
  }
}
