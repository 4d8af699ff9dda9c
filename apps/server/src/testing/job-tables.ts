import { readFile } from 'node:fs/promises';
import type { ExtraTables } from '@officina/db/testing/test-cluster';
import { runMigrations } from 'graphile-worker';

const manifest = new URL('../../package.json', import.meta.url);

/** The tables of the job queue, which bring their own migrations. */
export async function jobTables(): Promise<ExtraTables> {
  const { dependencies } = JSON.parse(await readFile(manifest, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return {
    key: `graphile-worker ${dependencies['graphile-worker']}`,
    create: (url) => runMigrations({ connectionString: url }),
  };
}
