import { createClient } from '@officina/db/client';
import { pino } from 'pino';
import { startWorker } from '../jobs/worker.ts';

/** A process of its own whose first job never ends; it says `taken` when it is at it. */
const [databaseUrl = ''] = process.argv.slice(2);
const { sql } = createClient(databaseUrl, { max: 1 });
await startWorker({
  databaseUrl,
  sql,
  log: pino({ level: 'silent' }),
  contextFor(job) {
    if (job !== 'deliver-webhook') return Promise.resolve(null);
    process.stdout.write('taken');
    return new Promise(() => {});
  },
});
