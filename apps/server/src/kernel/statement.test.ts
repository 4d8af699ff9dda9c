import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorld } from '../testing/harness.ts';
import { rawStatement, textArray } from './statement.ts';

const echo = rawStatement<{ texts: string[] }>(sql`select ${sql.placeholder('texts')}::text[] as texts`);

it('texts arrive as they were, whatever they hold', async () => {
  const { db } = (await createWorld()).server.services.client;
  const storable = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'));
  const special = fc.constantFrom('', 'null', ',', '{}', '"', '\\', '\\"', ' a ', '\n');
  const texts = fc.array(fc.oneof(special, storable), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      const [row] = await echo(db, { texts: textArray(given) });
      expect(row?.texts).toEqual(given);
    }),
  );
});
