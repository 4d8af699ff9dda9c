import { createClient } from '@officina/db/client';
import { DatabaseStartError } from '@officina/db/embedded/start-error';
import { ConfigError, loadConfig } from '../config.ts';
import { auditJournals } from '../domains/journal/audit-journals.ts';
import { openDatabase } from './open-database.ts';

/**
 * `pnpm audit:verify [subdomain …]`: recomputes the hash chains of all journals, or of those named. Exit code 1 when one
 * does not hold, 2 without an answer.
 */
async function main(): Promise<number> {
  const database = await openDatabase(loadConfig(process.env));
  const client = createClient(database.url, { max: 1, name: 'audit-verify' });
  try {
    return (await auditJournals(client.db, process.argv.slice(2), (line) => console.log(line))) ? 0 : 1;
  } finally {
    await client.close();
    await database.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof DatabaseStartError;
  const { cause } = error as Error;
  const reason = cause instanceof Error ? cause : (error as Error);
  console.error(known ? reason.message : `The journals cannot be read: ${reason.message}`);
  process.exitCode = 2;
}
