import { readFileSync } from 'node:fs';
import { DatabaseStartError } from '@officina/db/embedded/start-error';
import { ConfigError, loadConfig } from './config.ts';
import { startOfficina } from './start.ts';
import { StartError } from './start-error.ts';

/** The address and what one needs to try it, in one line. */
function greeting(url: string, demo: boolean): string {
  const accounts = demo
    ? '  Sign in as owner@garage-dupont.fr with SecurePassword123! (more accounts on the sign-in page).'
    : '';
  return `Officina is ready at ${url}${accounts}`;
}

try {
  const config = loadConfig(process.env);
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const starting = startOfficina(config, version);

  let stopping = false;
  // From the first moment on: an interrupted start stops the database that it has started.
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const officina = await starting.catch(() => null);
    await officina?.stop();
    process.exit(officina ? 0 : 1);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const { url } = await starting;
  if (!stopping) console.log(greeting(url, config.demo));
} catch (error) {
  const known = [ConfigError, StartError, DatabaseStartError].some((kind) => error instanceof kind);
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}
