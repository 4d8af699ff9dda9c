import { migrate } from '@officina/db/migrate';
import { runMigrations } from 'graphile-worker';
import { compose } from '../compose.ts';
import { loadConfig } from '../config.ts';
import { resetDemoWorlds } from '../domains/demo/fill-demo.ts';
import { openDatabase } from './open-database.ts';

/**
 * `pnpm demo:reset`: makes the demo's tenants as on the first day; other tenants stay. A server that runs meanwhile goes
 * on with it.
 */
const config = loadConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
if (!config.demo) {
  console.error('Only a demo can be reset: this environment says NODE_ENV=production or DEMO=0.');
  process.exit(1);
}
const database = await openDatabase(config);
try {
  await migrate(database.url);
  await runMigrations({ connectionString: database.url });
  const { services, close } = await compose({
    config,
    databaseUrl: database.url,
    version: 'reset',
    webRoot: null,
  });
  await resetDemoWorlds(services);
  await close();
  console.log('The demo is as on the first day.');
} finally {
  await database.close();
}
