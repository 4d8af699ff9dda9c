import { escapeLike, searchTerms } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { and, eq, isNull, like, type SQL, sql } from 'drizzle-orm';

export interface ContactFilters {
  search?: string;
  tags?: string[];
  isVip?: boolean;
}

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface FilterShape {
  words: number;
  phone: boolean;
  tags: boolean;
  vip: boolean;
}

/** A filter as a shape and the values of its placeholders. */
export function filterValues(filters: ContactFilters): {
  shape: FilterShape;
  values: Record<string, unknown>;
} {
  const terms = filters.search?.trim() ? searchTerms(filters.search) : { words: [] };
  const values: Record<string, unknown> = {};
  const shape = {
    words: 0,
    phone: false,
    tags: Boolean(filters.tags?.length),
    vip: filters.isVip !== undefined,
  };
  if ('phone' in terms) {
    shape.phone = true;
    values.phone = `%${terms.phone}%`;
  } else {
    const words = terms.words.slice(0, 8);
    shape.words = words.length;
    for (const [i, word] of words.entries()) values[`word${i}`] = `%${escapeLike(word)}%`;
  }
  if (shape.tags) values.tags = filters.tags;
  if (shape.vip) values.isVip = filters.isVip;
  return { shape, values };
}

/** Live contacts of the tenant that match; every word must occur somewhere in the search text. */
export function filterCondition(shape: FilterShape): SQL | undefined {
  const wordConditions = Array.from({ length: shape.words }, (_, i) =>
    like(contacts.searchText, sql.placeholder(`word${i}`) as unknown as string),
  );
  return and(
    eq(contacts.tenantId, sql.placeholder('tenantId')),
    isNull(contacts.deletedAt),
    ...wordConditions,
    shape.phone
      ? and(
          like(contacts.searchText, sql.placeholder('phone') as unknown as string),
          sql`regexp_replace(${contacts.phone}, '[^0-9+]', '', 'g') like ${sql.placeholder('phone')}`,
        )
      : undefined,
    shape.tags ? sql`${contacts.tags} @> ${sql.placeholder('tags')}` : undefined,
    shape.vip ? eq(contacts.isVip, sql.placeholder('isVip')) : undefined,
  );
}

export const hasSearch = (shape: FilterShape): boolean => shape.phone || shape.words > 0;
