import { users } from '@officina/db/schema/identity';
import { enrollments, learners } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import type { LearnerRow } from '../applications/ensure-learner.ts';
import { moveApplications } from '../applications/move-applications.ts';
import type { OrderRow, PlaceRow } from '../checkout/take-order.ts';
import { addApprentice } from '../enrollments/add-apprentice.ts';
import { welcomeMail } from '../training-mails.ts';

export interface PaidPlace {
  order: OrderRow & { userId: string };
  place: PlaceRow;
  learner: LearnerRow;
  /** The customer who paid, as the provider knows them. */
  customerId: string | null;
}

async function keepCustomer(ctx: WriteCtx, { learner, customerId }: PaidPlace): Promise<void> {
  if (learner.stripeCustomerId || !customerId) return;
  const tx = await ctx.tx();
  await tx
    .update(learners)
    .set({ stripeCustomerId: customerId })
    .where(
      and(
        eq(learners.tenantId, ctx.tenant.id),
        eq(learners.contactId, learner.contactId),
        isNull(learners.stripeCustomerId),
      ),
    );
}

/** The learner's place in the programme that was paid for, or null for who has one already. */
export async function enroll(ctx: WriteCtx, paid: PaidPlace): Promise<{ id: string } | null> {
  const { order, place, learner, customerId } = paid;
  const tenantId = ctx.tenant.id;
  const now = toDate(ctx.now);
  const tx = await ctx.tx();
  const [program] = await tx
    .select()
    .from(programs)
    .where(and(eq(programs.tenantId, tenantId), eq(programs.id, place.programId)));
  const [user] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, order.userId));
  if (!program || !user) throw new Error('an order names what is gone');
  const { hoursPerWeek, weeksTotal, weeklyMinor, lastMinor, applicationId } = place;
  const [made] = await tx
    .insert(enrollments)
    .values({
      tenantId,
      id: newId(),
      userId: order.userId,
      programId: program.id,
      applicationId,
      orderId: order.id,
      stripeCustomerId: learner.stripeCustomerId ?? customerId,
      stateChangedAt: now,
      enrolledAt: now,
      ...{ hoursPerWeek, weeksTotal, weeklyMinor, lastMinor },
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) return null;
  await keepCustomer(ctx, paid);
  await addApprentice(ctx, made, program);
  const subject = { type: 'enrollment', id: made.id };
  const { contactId } = learner;
  ctx.record({
    verb: 'enrollment.created',
    subject,
    contactId,
    after: { program: program.slug, orderId: order.id, hoursPerWeek, weeksTotal, weeklyMinor, lastMinor },
  });
  ctx.record({
    verb: 'enrollment.state_changed',
    subject,
    contactId,
    before: { enrollment_state: 'payment_pending' },
    after: { enrollment_state: made.enrollmentState, change: 'paid' },
  });
  if (applicationId) await moveApplications(ctx, [applicationId], ['submitted', 'payment_pending'], 'paid');
  ctx.enqueue('training.schedule-plan', { enrollmentId: made.id }, { key: `plan:${made.id}` });
  const link = `${ctx.services.config.publicUrl}/programs/${program.slug}/orientation`;
  await queueMessage(ctx, {
    channel: 'email',
    to: user.email,
    contactId,
    ...welcomeMail(ctx.tenant, { name: user.name, program: program.name, link }),
    as: { tenantId },
  });
  return made;
}
