import { enrollmentReminders } from '@officina/db/schema/training-records';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { type ReminderKind, reminderMail } from '../learning-mails.ts';
import { inAcademies } from './academies.ts';
import { isMorning } from './morning.ts';
import { type Waiting, waitingLearners } from './waiting.ts';

interface Step {
  day: number;
  kind: ReminderKind;
}

const STEPS: Record<Waiting, readonly Step[]> = {
  orientation: [
    { day: 2, kind: 'orientation' },
    { day: 5, kind: 'orientation' },
  ],
  documents: [
    { day: 2, kind: 'documents' },
    { day: 4, kind: 'documents' },
  ],
  payment: [
    { day: 3, kind: 'payment' },
    { day: 6, kind: 'payment' },
    { day: 8, kind: 'locked' },
  ],
};

/** A step that was missed for longer than this is left out: it would come as a surprise. */
const LATEST_DAYS = 2;

/** The step that is due after so many whole days; of several the last. */
const dueStep = (waiting: Waiting, days: number): Step | undefined =>
  STEPS[waiting].findLast(({ day }) => day <= days && days <= day + LATEST_DAYS);

const LINKS: Record<ReminderKind, string> = {
  orientation: '/apprentice',
  documents: '/apprentice',
  payment: '/apprentice/settings/billing',
  locked: '/apprentice/settings/billing',
};

const remind = write({
  name: 'training.remindLearner',
  permission: 'system',
  input: z.object({
    enrollmentId: z.uuid(),
    step: z.string(),
    kind: z.enum(['orientation', 'documents', 'payment', 'locked']),
    name: z.string(),
    email: z.string(),
    contactId: z.uuid().nullable(),
    days: z.int(),
  }),
  async run(ctx, { enrollmentId, step, kind, name, email, contactId, days }): Promise<void> {
    const tx = await ctx.tx();
    const first = await tx
      .insert(enrollmentReminders)
      .values({ tenantId: ctx.tenant.id, enrollmentId, step, sentAt: toDate(ctx.now) })
      .onConflictDoNothing()
      .returning({ step: enrollmentReminders.step });
    if (!first.length) return;
    const link = `${ctx.services.config.publicUrl}${LINKS[kind]}`;
    const mail = reminderMail(ctx.tenant, kind, { name, days, link });
    await queueMessage(ctx, { channel: 'email', to: email, ...mail, contactId: contactId ?? undefined });
    ctx.record({
      verb: 'enrollment.reminded',
      subject: { type: 'enrollment', id: enrollmentId },
      contactId,
      after: { step },
    });
  },
});

/** The task of every hour that acts at eight in the morning of programme time: one mail per learner and step, ever. */
export const remindLearners = (ctx: Ctx): Promise<void> =>
  inAcademies(ctx, 'training.reminders', async (inside) => {
    for (const {
      enrollmentId,
      waiting,
      since,
      days,
      timeZone,
      name,
      email,
      contactId,
    } of await waitingLearners(inside)) {
      const due = isMorning(inside.now, timeZone) && dueStep(waiting, days);
      if (!due) continue;
      // A payment may fail again later: what recurs carries the day on which it began.
      const began = waiting === 'payment' ? `_${since.toISOString().slice(0, 10)}` : '';
      const step = `${waiting}_day_${due.day}${began}`;
      await remind(inside, { enrollmentId, step, kind: due.kind, name, email, contactId, days });
    }
  });
