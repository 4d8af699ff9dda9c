import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { trainingAlerts } from '@officina/db/schema/training-records';
import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { openAlert } from '../alerts/open-alert.ts';
import { stuckMail } from '../learning-mails.ts';
import { usualZone } from '../shops/shop-zone.ts';
import { inAcademies } from './academies.ts';
import { isMorning } from './morning.ts';
import { type Waiting, type WaitingLearner, waitingLearners } from './waiting.ts';

/** Days after which somebody is stuck, and after which that is grave. */
const LIMITS: Record<Waiting, { stuck: number; grave: number }> = {
  orientation: { stuck: 7, grave: 14 },
  documents: { stuck: 5, grave: 10 },
  payment: { stuck: 14, grave: 14 },
};

const kindOf = (waiting: Waiting): string => `stuck_${waiting}`;
const KINDS = (Object.keys(LIMITS) as Waiting[]).map(kindOf);

/** Alerts of whoever has got on meanwhile are done with. */
async function resolveOthers(ctx: WriteCtx, stuck: readonly WaitingLearner[]) {
  const tx = await ctx.tx();
  for (const kind of KINDS) {
    const still = stuck
      .filter(({ waiting }) => kindOf(waiting) === kind)
      .map(({ enrollmentId }) => enrollmentId);
    const done = await tx
      .update(trainingAlerts)
      .set({ resolvedAt: toDate(ctx.now) })
      .where(
        and(
          eq(trainingAlerts.tenantId, ctx.tenant.id),
          eq(trainingAlerts.kind, kind),
          isNull(trainingAlerts.resolvedAt),
          still.length ? notInArray(trainingAlerts.subject, still) : undefined,
        ),
      )
      .returning({ id: trainingAlerts.id });
    for (const { id } of done)
      ctx.record({ verb: 'alert.resolved', subject: { type: 'training_alert', id }, after: { kind } });
  }
}

async function raise(ctx: WriteCtx, kind: string, subject: string): Promise<void> {
  const tx = await ctx.tx();
  const raised = await tx
    .update(trainingAlerts)
    .set({ severity: 'high' })
    .where(
      and(
        eq(trainingAlerts.tenantId, ctx.tenant.id),
        eq(trainingAlerts.kind, kind),
        eq(trainingAlerts.subject, subject),
        isNull(trainingAlerts.resolvedAt),
        ne(trainingAlerts.severity, 'high'),
      ),
    )
    .returning({ id: trainingAlerts.id });
  for (const { id } of raised)
    ctx.record({
      verb: 'alert.raised',
      subject: { type: 'training_alert', id },
      before: { severity: 'warning' },
      after: { severity: 'high', kind, enrollmentId: subject },
    });
}

/** Opens what is new, and makes graver what has become so. Answers how many are new. */
async function openAll(ctx: WriteCtx, stuck: readonly WaitingLearner[]): Promise<number> {
  let opened = 0;
  for (const { waiting, elapsed, days, enrollmentId, name } of stuck) {
    const severity = elapsed > LIMITS[waiting].grave ? 'high' : 'warning';
    const alert = { kind: kindOf(waiting), severity, subject: enrollmentId, enrollmentId } as const;
    if (await openAlert(ctx, { ...alert, message: `${name} has waited for ${days} days: ${waiting}` }))
      opened++;
    else if (severity === 'high') await raise(ctx, alert.kind, enrollmentId);
  }
  return opened;
}

async function mailStaff(ctx: WriteCtx, stuck: readonly WaitingLearner[]) {
  const staff = await ctx.db
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        isNull(members.removedAt),
        inArray(members.role, ['owner', 'admin', 'manager']),
      ),
    );
  const mail = stuckMail(ctx.tenant, stuck, `${ctx.services.config.publicUrl}/training`);
  for (const { email } of staff) await queueMessage(ctx, { channel: 'email', to: email, ...mail });
}

const watch = write({
  name: 'training.watchStuck',
  permission: 'system',
  input: z.object({}),
  async run(ctx): Promise<void> {
    const waiting = await waitingLearners(ctx);
    const stuck = waiting.filter((one) => one.elapsed > LIMITS[one.waiting].stuck);
    await resolveOthers(ctx, stuck);
    // Of two runs at once one opens each alert, and that one writes to staff.
    if (await openAll(ctx, stuck)) await mailStaff(ctx, stuck);
  },
});

/** The task of every hour that acts at eight in the morning of programme time: tells staff who does not get on. */
export const watchStuck = (ctx: Ctx): Promise<void> =>
  inAcademies(ctx, 'training.stuck', async (inside) => {
    if (isMorning(inside.now, await usualZone(inside))) await watch(inside, {});
  });
