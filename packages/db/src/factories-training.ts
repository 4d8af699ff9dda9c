import type { Db } from './client.ts';
import { createContact, createMember, unique } from './factories.ts';
import type { users } from './schema/identity.ts';
import { applications, apprentices, enrollments, learners } from './schema/training.ts';
import { partners, programs, shops, sites } from './schema/training-places.ts';

type Row<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

function made<T>([row]: T[]): T {
  if (!row) throw new Error('nothing was made');
  return row;
}

/** The barber apprenticeship: Indianapolis time, the figures of the specification. */
export const createProgram = async (db: Db, tenantId: string, facts: Row<typeof programs> = {}) =>
  made(
    await db
      .insert(programs)
      .values({
        tenantId,
        slug: 'barber-apprenticeship',
        name: 'Barber apprenticeship',
        timeZone: 'America/Indiana/Indianapolis',
        ...facts,
      })
      .returning(),
  );

/** An active partner's approved shop with one site, its default, around 39.7684, −86.1581. */
export async function createShop(
  db: Db,
  tenantId: string,
  {
    partner = {},
    site = {},
    ...facts
  }: Row<typeof shops> & { partner?: Row<typeof partners>; site?: Row<typeof sites> } = {},
) {
  const name = facts.name ?? unique('Shop');
  const owner = made(
    await db
      .insert(partners)
      .values({ tenantId, name: `${name} Group`, status: 'active', ...partner })
      .returning(),
  );
  const shop = made(
    await db
      .insert(shops)
      .values({ tenantId, partnerId: owner.id, name, isApproved: true, ...facts })
      .returning(),
  );
  const place = made(
    await db
      .insert(sites)
      .values({
        tenantId,
        shopId: shop.id,
        name,
        latitude: 39.7684,
        longitude: -86.1581,
        isDefault: true,
        ...site,
      })
      .returning(),
  );
  return { ...shop, partner: owner, site: place };
}

/** A member who learns, with contact and learner row. */
export async function createLearner(
  db: Db,
  tenantId: string,
  { person = {}, ...facts }: Row<typeof learners> & { person?: Row<typeof users> } = {},
) {
  const user = await createMember(db, tenantId, 'learner', { name: 'Dana Reed', ...person });
  const contact = await createContact(db, tenantId, {
    source: 'academy',
    displayName: user.name,
    email: user.email,
  });
  const learner = made(
    await db
      .insert(learners)
      .values({
        tenantId,
        contactId: contact.id,
        userId: user.id,
        dateOfBirth: '2000-05-01',
        phone: '317 555 0100',
        ...facts,
      })
      .returning(),
  );
  return { ...learner, user };
}

/** A submitted application. */
export const createApplication = async (
  db: Db,
  tenantId: string,
  facts: Row<typeof applications> & { userId: string; programId: string; email: string },
) =>
  made(
    await db
      .insert(applications)
      .values({
        tenantId,
        firstName: 'Dana',
        lastName: 'Reed',
        phone: '317 555 0100',
        phoneDigits: '3175550100',
        dateOfBirth: '2000-05-01',
        address: { street: '1 Main St', city: 'Indianapolis', state: 'IN', zip: '46204' },
        educationLevel: 'High school',
        employmentStatus: 'Employed',
        hasTransportation: true,
        felonyDisclosure: false,
        signature: 'Dana Reed',
        signedAt: new Date('2026-01-02T15:00:00Z'),
        ...facts,
      })
      .returning(),
  );

type Enrolled = Row<typeof enrollments> & { userId: string; programId: string };

/**
 * An enrolment with its apprentice record, 40 hours a week; `progressState` and the other facts say in which state.
 * `apprentice: null` leaves the record out.
 */
export async function createEnrollment(
  db: Db,
  tenantId: string,
  { apprentice = {}, ...facts }: Enrolled & { apprentice?: Row<typeof apprentices> | null },
) {
  const at = facts.enrolledAt ?? new Date('2026-01-02T15:00:00Z');
  const enrollment = made(
    await db
      .insert(enrollments)
      .values({
        tenantId,
        enrolledAt: at,
        stateChangedAt: at,
        hoursPerWeek: 40,
        weeksTotal: 50,
        weeklyMinor: 6474,
        lastMinor: 6474,
        ...facts,
      })
      .returning(),
  );
  const [record] = apprentice
    ? await db
        .insert(apprentices)
        .values({
          tenantId,
          userId: enrollment.userId,
          enrollmentId: enrollment.id,
          programId: enrollment.programId,
          startDate: enrollment.programStartDate,
          totalHoursRequired: 2000,
          ...apprentice,
        })
        .returning()
    : [];
  return { ...enrollment, apprentice: record ?? null };
}
