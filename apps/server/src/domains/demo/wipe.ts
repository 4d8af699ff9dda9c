import { schema } from '@officina/db/schema';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Services } from '../../kernel/services.ts';

/** Empties every table: for a demo that starts over, never for real data. */
export async function wipe(services: Services): Promise<void> {
  if (!services.config.demo || services.config.production) throw new Error('Only a demo can be wiped');
  const tables = Object.values(schema as Record<string, unknown>).filter((value): value is PgTable =>
    is(value, PgTable),
  );
  const names = tables.map((table) => sql.identifier(getTableName(table)));
  await services.client.db.execute(sql`truncate ${sql.join(names, sql`, `)} cascade`);
}
