import { escapeLike } from '@officina/contracts/text';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { studioClients } from '@officina/db/schema/studio';
import { and, count, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { preparedByShape } from '../../../kernel/statement.ts';
import { type Reach, reachCondition } from '../reach.ts';
import { isLive, ofClient } from './client-row.ts';

/** Which conditions a list of clients needs: one prepared statement is kept per shape. */
export interface ClientShape {
  reach: Reach['kind'];
  search: boolean;
  status: boolean;
  tag: boolean;
}

const place = sql.placeholder;

export const clientCondition = (shape: ClientShape): SQL | undefined =>
  and(
    eq(contacts.tenantId, place('tenantId')),
    isLive,
    reachCondition(shape.reach, {
      createdBy: studioClients.createdBy,
      contactId: contacts.id,
      id: contacts.id,
    }),
    shape.search
      ? or(
          ...[contacts.displayName, contacts.email, contacts.company].map((column) =>
            ilike(column, place('search')),
          ),
        )
      : undefined,
    shape.status ? eq(studioClients.status, place('status')) : undefined,
    shape.tag ? sql`${contacts.tags} @> array[${place('tag')}]` : undefined,
  );

interface Filters {
  search?: string;
  status?: string;
  tag?: string;
}

/** The shape of what is asked, and the values of its placeholders. */
export function clientFilters(reach: Reach, { search, status, tag }: Filters) {
  const wanted = search?.trim() ?? '';
  const shape: ClientShape = {
    reach: reach.kind,
    search: wanted !== '',
    status: status !== undefined && status !== '',
    tag: tag !== undefined && tag !== '',
  };
  return { shape, values: { search: `%${escapeLike(wanted)}%`, status, tag } };
}

/** How many match; `most` stops counting. */
export const clientCount = preparedByShape(
  JSON.stringify,
  (db: Executor, { most, ...shape }: ClientShape & { most?: number }) => {
    const matching = db
      .select({ one: sql`1` })
      .from(contacts)
      .innerJoin(studioClients, ofClient)
      .where(clientCondition(shape));
    const counted = (most === undefined ? matching : matching.limit(most)).as('matching');
    return db.select({ total: count() }).from(counted).prepare('studio_client_count');
  },
);
