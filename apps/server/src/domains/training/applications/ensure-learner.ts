import type { LearnerAddress } from '@officina/contracts/training';
import { contacts } from '@officina/db/schema/contacts';
import { learners } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { searchTextOf } from '../../contacts/contact-row.ts';

export type LearnerRow = typeof learners.$inferSelect;

export interface NewLearner {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  dateOfBirth?: string;
  address?: LearnerAddress;
}

/** A member's learner row, locked. */
export async function lockLearner(ctx: WriteCtx, userId: string): Promise<LearnerRow | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(learners)
    .where(and(eq(learners.tenantId, ctx.tenant.id), eq(learners.userId, userId)))
    .for('update');
  return row ?? null;
}

/**
 * The learner row of a member, locked, so that what one person asks for at the same time waits for each other. Made with
 * its contact where there is none; one that exists stays as it is.
 */
export async function ensureLearner(ctx: WriteCtx, person: NewLearner): Promise<LearnerRow> {
  const known = await lockLearner(ctx, person.userId);
  if (known) return known;
  const tenantId = ctx.tenant.id;
  const { userId, dateOfBirth, address, phone, email } = person;
  const { firstName, lastName } = person;
  const tx = await ctx.tx();
  const id = newId();
  const displayName = `${firstName} ${lastName}`.trim();
  const names = { firstName, lastName, displayName, email, phone: null, company: null };
  const at = toDate(ctx.now);
  await tx.insert(contacts).values({
    ...names,
    tenantId,
    id,
    source: 'academy',
    street: address?.street,
    city: address?.city,
    postalCode: address?.zip,
    searchText: searchTextOf({ ...names, phone: phone ?? null }),
    createdAt: at,
    updatedAt: at,
  });
  const [made] = await tx
    .insert(learners)
    .values({ tenantId, contactId: id, userId, dateOfBirth, address, phone, createdAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    // Another request of the same person was faster, and its contact is theirs.
    await tx.delete(contacts).where(and(eq(contacts.tenantId, tenantId), eq(contacts.id, id)));
    const row = await lockLearner(ctx, userId);
    if (!row) throw new Error('a learner is neither new nor known');
    return row;
  }
  ctx.record({
    verb: 'contact.created',
    subject: { type: 'contact', id },
    contactId: id,
    after: { source: 'academy', displayName, email },
  });
  return made;
}
