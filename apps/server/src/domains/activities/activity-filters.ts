import type { activityFilters } from '@officina/contracts/activities-inputs';
import { activities, contacts } from '@officina/db/schema/contacts';
import { and, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { output } from 'zod';
import { endOfDay, startOfDay } from '../../kernel/clock.ts';

export type ActivityFilters = output<typeof activityFilters>;

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export type FilterShape = Record<keyof ActivityFilters, boolean>;

const isDay = (text: string): boolean => text.length === 10;

/** A filter as a shape and the values of its placeholders; days are the tenant's, and both ends count. */
export function filterValues({ contactId, userId, type, from, to }: ActivityFilters, timeZone: string) {
  const shape: FilterShape = {
    contactId: contactId !== undefined,
    userId: userId !== undefined,
    type: type !== undefined,
    from: from !== undefined,
    to: to !== undefined,
  };
  const start = from && (isDay(from) ? startOfDay(from, timeZone) : new Date(from));
  const end = to && (isDay(to) ? endOfDay(to, timeZone) : new Date(Date.parse(to) + 1));
  const values = {
    ...{ contactId, userId, type },
    ...(start && { from: start.toISOString() }),
    ...(end && { until: end.toISOString() }),
  };
  return { shape, values };
}

/** Activities of the tenant that match; a contact that is gone has none. Needs `contacts` joined. */
export function filterCondition(shape: FilterShape): SQL | undefined {
  return and(
    eq(activities.tenantId, sql.placeholder('tenantId')),
    shape.contactId
      ? and(eq(activities.contactId, sql.placeholder('contactId')), isNull(contacts.deletedAt))
      : undefined,
    shape.userId ? eq(activities.userId, sql.placeholder('userId')) : undefined,
    shape.type ? eq(activities.type, sql.placeholder('type')) : undefined,
    shape.from ? gte(activities.createdAt, sql.placeholder('from')) : undefined,
    shape.to ? lt(activities.createdAt, sql.placeholder('until')) : undefined,
  );
}
