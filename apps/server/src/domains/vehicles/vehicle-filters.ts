import { escapeLike, foldText } from '@officina/contracts/text';
import { plateKey } from '@officina/contracts/vehicle-identity';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, isNull, like, or, type SQL, sql } from 'drizzle-orm';

export interface VehicleFilters {
  search?: string;
  ownerId?: string;
}

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface FilterShape {
  words: number;
  /** The whole search may also be a plate or VIN in a spelling of its own. */
  key: boolean;
  owner: boolean;
}

/** A filter as a shape and the values of its placeholders. */
export function filterValues({ search = '', ownerId }: VehicleFilters): {
  shape: FilterShape;
  values: Record<string, unknown>;
} {
  const words = foldText(search).split(/\s+/).filter(Boolean).slice(0, 8);
  const key = plateKey(search);
  const shape = {
    words: words.length,
    key: key.length >= 2 && key !== words[0],
    owner: ownerId !== undefined,
  };
  const values: Record<string, unknown> = { ownerId };
  for (const [i, word] of words.entries()) values[`word${i}`] = `%${escapeLike(word)}%`;
  if (shape.key) values.key = `%${key}%`;
  return { shape, values };
}

const contains = (placeholder: string): SQL =>
  like(vehicles.searchText, sql.placeholder(placeholder) as unknown as string);

/** Live vehicles of the tenant in which every word occurs, or the search as one plate or VIN. */
export function filterCondition(shape: FilterShape): SQL | undefined {
  const words = and(...Array.from({ length: shape.words }, (_, i) => contains(`word${i}`)));
  return and(
    eq(vehicles.tenantId, sql.placeholder('tenantId')),
    isNull(vehicles.deletedAt),
    shape.key ? or(words, contains('key')) : words,
    shape.owner ? eq(vehicles.ownerId, sql.placeholder('ownerId')) : undefined,
  );
}
