import { application } from '@officina/contracts/training-inputs';
import { applications } from '@officina/db/schema/training';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { sendPasswordLink } from '../../identity/send-password-link.ts';
import { queueMessage } from '../../messaging/queue-message.ts';
import { notifyMany } from '../../notifications/notify-many.ts';
import { enrollmentOf } from '../enrollments/load-enrollment.ts';
import { findProgram, type ProgramRow, programZone } from '../load-program.ts';
import { applicationWelcome, signInMail } from '../training-mails.ts';
import { ensureApplicant } from './ensure-applicant.ts';
import { ensureLearner } from './ensure-learner.ts';

const duplicate = () => new AppError('DUPLICATE_APPLICATION');

/** Refuses who was not born yet, and who is too young on the programme's present day. */
function checkAge(ctx: Ctx, program: ProgramRow, dateOfBirth: string): void {
  const today = Temporal.PlainDate.from(dayOf(ctx.now, programZone(ctx, program)));
  const born = Temporal.PlainDate.from(dateOfBirth);
  const fault = (message: string) => invalid({ field: 'dateOfBirth', message });
  if (Temporal.PlainDate.compare(born, today) >= 0) throw fault('Must be in the past');
  // Who was born on 29 February has their birthday on 28 February in other years.
  if (Temporal.PlainDate.compare(born.add({ years: program.minAge }), today) > 0)
    throw fault(`Applicants must be at least ${program.minAge} years old`);
}

export interface Applied {
  id: string;
  programSlug: string;
}

/**
 * An application for a programme. A new address gets an account without a password and a mail with the link that sets
 * one; an address that has an account is told to sign in, and nothing of it changes. DUPLICATE_APPLICATION while the
 * address has one under way or its owner is enrolled. Nobody is signed in by it.
 */
export const apply = write({
  name: 'training.apply',
  permission: 'public',
  input: application,
  conflicts: { applications_live_unique: duplicate },
  async run(ctx, { programSlug, ...facts }): Promise<Applied> {
    const program = await findProgram(ctx, programSlug);
    if (!program) throw invalid({ field: 'programSlug', message: 'Unknown program' });
    checkAge(ctx, program, facts.dateOfBirth);
    const { email, firstName, lastName, phone } = facts;
    const name = `${firstName} ${lastName}`;
    const user = await ensureApplicant(ctx, { email, name });
    if (await enrollmentOf(ctx, user.id, program.slug)) throw duplicate();
    const learner = await ensureLearner(ctx, { ...facts, userId: user.id });
    const id = newId();
    const at = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx.insert(applications).values({
      ...facts,
      tenantId: ctx.tenant.id,
      id,
      userId: user.id,
      programId: program.id,
      phoneDigits: phone.replace(/\D/g, ''),
      signedAt: at,
      ip: ctx.ip,
      createdAt: at,
      updatedAt: at,
    });
    const { contactId } = learner;
    ctx.record({
      verb: 'application.submitted',
      subject: { type: 'application', id },
      contactId,
      after: { program: program.slug, name, email, signature: facts.signature },
    });
    if (user.isNew)
      await sendPasswordLink(ctx, user, { contactId, welcome: applicationWelcome(ctx.tenant, program.name) });
    else {
      const link = `${ctx.services.config.publicUrl}/programs/${program.slug}/checkout`;
      await queueMessage(ctx, {
        channel: 'email',
        to: email,
        contactId,
        ...signInMail(ctx.tenant, { name: user.name, program: program.name, link }),
        as: { tenantId: ctx.tenant.id },
      });
    }
    await notifyMany(ctx, 'staff', {
      kind: 'training.application',
      params: { name, program: program.name },
      link: '/training/applications',
    });
    return { id, programSlug: program.slug };
  },
});
