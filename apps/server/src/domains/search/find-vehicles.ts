import type { VehicleHit } from '@officina/contracts/search';
import { escapeLike } from '@officina/contracts/text';
import { plateKey } from '@officina/contracts/vehicle-identity';
import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';
import { allLike, bounded, isIndexable, likeValues, memoized, wordsOf } from './matching.ts';

const COLUMNS = sql.raw(
  'id, owner_id, license_plate, vin, make, model, search_text, created_at, tenant_id, deleted_at',
);

const statementFor = memoized((words: number, key: boolean, indexable: boolean) => {
  const text = sql.raw('search_text');
  const asWords = allLike(text, words);
  const matches = key ? sql`((${asWords}) or ${text} like ${sql.placeholder('key')})` : asWords;
  return rawStatement<VehicleHit>(sql`
    select v.id, v.license_plate as "licensePlate", v.vin, v.make, v.model,
      json_build_object('id', c.id, 'name', c.display_name) as owner
    from ${bounded(sql.raw('vehicles'), COLUMNS, matches, indexable)} v
      join contacts c on c.tenant_id = v.tenant_id and c.id = v.owner_id
    order by v.search_text like ${sql.placeholder('start')} desc, v.created_at desc, v.id
    limit ${sql.placeholder('limit')}`);
});

/** Live vehicles by plate or VIN in any spelling, make or model; plates that begin so come first. */
export async function findVehicles(
  db: Db,
  tenantId: string,
  q: string,
  limit: number,
): Promise<VehicleHit[]> {
  const words = wordsOf(q);
  if (!words.length) return [];
  const key = plateKey(q);
  const byKey = key.length >= 2;
  // Both sides of the alternative must be long enough, or the short one would be looked for everywhere.
  const indexable = isIndexable(words) && (!byKey || isIndexable([key]));
  const statement = statementFor(words.length, byKey, indexable);
  return statement(db, {
    ...likeValues(words),
    tenantId,
    limit,
    key: `%${key}%`,
    start: `${escapeLike(words[0] ?? '')}%`,
  });
}
