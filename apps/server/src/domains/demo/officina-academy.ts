import { tenants } from '@officina/db/schema/tenancy';
import { apprentices, enrollments } from '@officina/db/schema/training';
import { licenses } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { apply } from '../training/applications/apply.ts';
import { decideApplication } from '../training/applications/decide-application.ts';
import { uploadEnrollmentDocument } from '../training/documents/upload-enrollment-document.ts';
import { changeEnrollment } from '../training/enrollments/change-enrollment.ts';
import { completeOrientation } from '../training/enrollments/complete-orientation.ts';
import { enrollmentOf } from '../training/enrollments/load-enrollment.ts';
import { submitDocuments } from '../training/enrollments/submit-documents.ts';
import { submitTrainingInquiry } from '../training/inquiries/submit-training-inquiry.ts';
import { buyPlace, demoCustomer, type Payer, tell, tellWeek } from './academy-money.ts';
import { DEMO_LEARNERS, type DemoLearner, FURTHER_LEARNERS, IMPORTED } from './academy-people.ts';
import { layPlaces, type Places, ZONE } from './academy-places.ts';
import { tellAcademyHours } from './demo-academy-hours.ts';
import { addDemoPeople } from './demo-people.ts';
import { type Chapter, type OfficinaFirm, person } from './officina-firm.ts';
import { withSampleFiles } from './sample-files.ts';
import type { Teller } from './story.ts';

const visitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'visitor' } });
const PAST_DUE_DAYS = 10;

const applicationOf = ({ email, name }: { email: string; name: string }) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    programSlug: 'barber-apprenticeship',
    ...{ firstName, lastName, email },
    phone: '(317) 555-0142',
    dateOfBirth: '2001-04-17',
    address: { street: '210 Meridian St', city: 'Indianapolis', state: 'IN', zip: '46204' },
    educationLevel: 'High school diploma',
    employmentStatus: 'Part time',
    hasTransportation: true,
    felonyDisclosure: false,
    signature: name,
  };
};

/** The learner's enrolment, where there must be one. */
async function placeOf(ctx: Ctx, userId: string) {
  const found = await enrollmentOf(ctx, userId);
  if (!found) throw new Error('a learner of the demo has no place');
  return found;
}

/** Days since the latest Monday before today, in programme time. */
function sinceMonday({ services }: OfficinaFirm): number {
  const { dayOfWeek } = services.clock.now().toZonedDateTimeISO(ZONE);
  return ((dayOfWeek + 5) % 7) + 1;
}

/** From the application to the first day, by the learner's own hand; what follows tells `afterwards`. */
function tellLearner(firm: OfficinaFirm, learner: DemoLearner, places: Places): void {
  const { story, tenant } = firm;
  const { reached, hoursPerWeek, shop } = learner;
  const who = person(firm, learner.email);
  const start = sinceMonday(firm) + 7 * learner.weeks;
  const early = reached === 'applied' || reached === 'enrolled' || reached === 'oriented';
  const applied = early ? { applied: 1, enrolled: 3, oriented: 5 }[reached] : start + 9;
  const on = (days: number, time: string, play: (ctx: Ctx) => Promise<unknown>) =>
    story.onDay(days, time, ZONE, who, play);
  on(applied, '11:20', (ctx) => apply(visitor(ctx), applicationOf(learner)));
  if (reached === 'applied') return;
  const paid: Partial<Payer> = {};
  on(applied - 1, '09:10', async (ctx) => {
    Object.assign(paid, await buyPlace(ctx, hoursPerWeek));
  });
  if (reached === 'enrolled') return;
  on(applied - 3, '18:05', (ctx) => completeOrientation(ctx, {}));
  if (reached === 'oriented') return;
  on(start + 5, '12:40', async (ctx) => {
    const { id } = await placeOf(ctx, who.id);
    await withSampleFiles(async ({ id_copy: file }) => {
      await uploadEnrollmentDocument(ctx, { file, documentType: 'government_id', enrollmentId: id });
    });
  });
  on(start + 4, '17:30', (ctx) => submitDocuments(ctx, {}));
  on(start + 4, '17:45', async (ctx) => {
    if (!shop) return;
    await ctx.services.client.db
      .update(apprentices)
      .set({ shopId: places.shops[shop] })
      .where(and(eq(apprentices.tenantId, tenant.id), eq(apprentices.userId, who.id)));
  });
  const weeks = Math.ceil(2000 / hoursPerWeek);
  for (let week = 1, days = start + 3; days > 0 && week <= weeks; week++, days -= 7)
    tellFriday(firm, learner, who, { days, last: week === weeks });
  afterwards(firm, learner, who, paid);
}

function tellFriday(
  { story }: OfficinaFirm,
  { reached }: DemoLearner,
  who: Teller,
  { days, last }: { days: number; last: boolean },
): void {
  const fails = reached === 'past_due' && days >= PAST_DUE_DAYS - 3 && days < PAST_DUE_DAYS + 4;
  story.onDay(fails ? PAST_DUE_DAYS : days, fails ? '00:01' : '10:00', ZONE, who, async (ctx) => {
    const { id, weeklyMinor, lastMinor } = await placeOf(ctx, who.id);
    await tellWeek(ctx, fails ? 'payment_failed' : 'paid', last ? lastMinor : weeklyMinor, id);
  });
}

/** What has become of those whose road was not straight, and of who has reached its end. */
function afterwards(firm: OfficinaFirm, { reached }: DemoLearner, who: Teller, paid: Partial<Payer>): void {
  const { story, operator, tenant } = firm;
  if (reached === 'refunded')
    story.at(4, 15, operator, async (ctx) => {
      const { stripeCustomerId } = await placeOf(ctx, who.id);
      await tell(ctx, 'charge.refunded', {
        id: `ch_demo${who.id.replaceAll('-', '')}`,
        object: 'charge',
        customer: stripeCustomerId,
        payment_intent: paid.intent,
        currency: 'usd',
        amount_refunded: 50_000,
      });
    });
  if (reached === 'suspended')
    story.at(6, 11, operator, async (ctx) => {
      const { id } = await placeOf(ctx, who.id);
      const reason = 'No shows for two weeks, no answer to calls';
      await inTransaction(ctx, { conflicts: {}, input: null }, (unit) =>
        changeEnrollment(unit, id, { kind: 'suspended' }, { reason }),
      );
    });
  if (reached === 'completed')
    story.at(0.5, 8, operator, async (ctx) => {
      const { id } = await placeOf(ctx, who.id);
      const own = and(eq(apprentices.tenantId, tenant.id), eq(apprentices.enrollmentId, id));
      await inTransaction(ctx, { conflicts: {}, input: null }, async (unit) => {
        const tx = await unit.tx();
        await tx.update(apprentices).set({ totalHours: 2000, status: 'completed' }).where(own);
        await tx
          .update(enrollments)
          .set({ courseworkComplete: true })
          .where(and(eq(enrollments.tenantId, tenant.id), eq(enrollments.id, id)));
        const besides = { completedAt: toDate(unit.now) };
        await changeEnrollment(unit, id, { kind: 'work_started' });
        await changeEnrollment(unit, id, { kind: 'completed' }, { besides, reason: 'Hours and coursework' });
      });
    });
}

/** Somebody who was learning before the firm came here. */
async function importLearner(firm: OfficinaFirm, places: Places): Promise<void> {
  const { services, tenant } = firm;
  const who = person(firm, IMPORTED.email);
  const days = sinceMonday(firm) + 7 * 10;
  const start = services.clock.now().toZonedDateTimeISO(ZONE).toPlainDate().subtract({ days });
  const enrolledAt = new Date(start.subtract({ days: 9 }).toZonedDateTime(ZONE).epochMilliseconds);
  await services.client.db.insert(enrollments).values({
    tenantId: tenant.id,
    userId: who.id,
    programId: places.programId,
    source: 'import',
    progressState: 'active_enrolled',
    ...{ enrolledAt, stateChangedAt: enrolledAt, createdAt: enrolledAt },
    orientationCompletedAt: enrolledAt,
    documentsSubmittedAt: enrolledAt,
    programStartDate: start.toString(),
    ...{ hoursPerWeek: 40, weeksTotal: 50, weeklyMinor: 6474, lastMinor: 6474 },
  });
}

// biome-ignore format: a table is read by its rows
const INQUIRIES: readonly [days: number, name: string, email: string, message: string][] = [
  [1, 'Nia Grant', 'nia.grant@example.test', 'Can I keep my day job during the first months?'],
  [3, 'Victor Lam', 'victor.lam@example.test', 'I have 300 hours from another state. Do they count?'],
  [12, 'Elena Popa', 'elena.popa@example.test', ''],
];

/** Questions, and applications that led nowhere. */
function tellVisitors({ story, operator }: OfficinaFirm): void {
  for (const [days, name, email, message] of INQUIRIES)
    story.at(days, 15, operator, (ctx) =>
      submitTrainingInquiry(visitor(ctx), { name, email, message, program: 'Barber apprenticeship' }),
    );
  for (const [days, name, status] of [
    [20, 'Pat Monroe', 'withdrawn'],
    [33, 'Kim Abara', 'rejected'],
  ] as const) {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.test`;
    let id = '';
    story.at(days, 13, operator, async (ctx) => {
      ({ id } = await apply(visitor(ctx), applicationOf({ email, name })));
    });
    const reason = status === 'withdrawn' ? 'Moves to another city' : 'Cannot be reached';
    story.at(days - 6, 10, operator, (ctx) => decideApplication(ctx, { id, status, reason }));
  }
}

/** Accounts with the provider of who pays the academy: the programme holder's licence, and the firm's own. */
function tellAccounts(firm: OfficinaFirm): void {
  const { story, tenant } = firm;
  const holder = person(firm, 'holder@demo.test');
  story.at(200, 9, holder, async (ctx) => {
    const { db } = ctx.services.client;
    await db.insert(licenses).values({
      tenantId: tenant.id,
      ownerUserId: holder.id,
      name: 'Barber apprenticeship licence',
      tier: 'standard',
      status: 'active',
      stripeCustomerId: await demoCustomer(ctx, holder),
      createdAt: toDate(ctx.now),
    });
    const stripeCustomerId = await demoCustomer(ctx, { email: 'hello@demo.test', name: tenant.name });
    await db.update(tenants).set({ stripeCustomerId }).where(eq(tenants.id, tenant.id));
  });
}

/** The training provider: its programme and shops, and learners in every state. */
export const tellAcademy: Chapter = async (firm) => {
  const { services, tenant, people } = firm;
  const founded = new Date(services.clock.now().epochMilliseconds - 299 * 86_400_000);
  for (const each of await addDemoPeople(services, { ...tenant, createdAt: founded }, FURTHER_LEARNERS))
    people[each.email] = each;
  const places = await layPlaces(firm, founded);
  for (const learner of DEMO_LEARNERS) tellLearner(firm, learner, places);
  await importLearner(firm, places);
  tellAcademyHours(firm, places);
  tellVisitors(firm);
  tellAccounts(firm);
};
