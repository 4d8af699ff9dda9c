import { createClient } from '@officina/db/client';
import { testDatabaseUrl } from '@officina/db/test-database';
import { expect, test } from 'vitest';
import { takeProblems, watchStatement } from './testing/statements.ts';

test('db', async () => {
  const c = createClient(await testDatabaseUrl(), { onQuery: watchStatement });
  expect(await c.sql`select count(*)::int as n from users`).toEqual([{ n: 0 }]);
  await c.sql`select * from contacts where id is null`;
  expect(takeProblems()).toHaveLength(1);
  expect((await c.sql`select count(*)::int as n from graphile_worker.jobs`)[0]?.n).toBe(0);
  await c.close();
});
test.skip('skipped', () => {});
