import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrate, migrationsFolder } from './migrate.ts';

let folder: string;
let server: EmbeddedServer;
let sql: Sql;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'officina-migrate-'));
  await chmod(folder, 0o711);
  server = await startEmbedded({ dataDir: join(folder, 'data'), disposable: true, log: () => {} });
  sql = postgres(server.url, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await sql?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('several processes may migrate at once', async () => {
  await Promise.all([1, 2, 3, 4].map(() => migrate(server.url)));
  const [row] = await sql`select count(*)::int as tables from pg_tables where schemaname = 'public'`;
  expect(row?.tables).toBeGreaterThan(10);
});

test('a migration that was changed after it had been applied is reported by its number', async () => {
  const changed = join(folder, 'drizzle');
  await cp(migrationsFolder, changed, { recursive: true });
  const journal = JSON.parse(await readFile(join(changed, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  const file = join(changed, `${journal.entries[0]?.tag}.sql`);
  await writeFile(file, `${await readFile(file, 'utf8')}\n-- later`);
  await expect(migrate(server.url, { folder: changed })).rejects.toThrow(/Migrations 0000 .* were changed/);
});
