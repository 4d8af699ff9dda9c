import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startEmbedded } from '@officina/db/embedded';
import { loadConfig } from './config.ts';
import { ensureWebBuilt } from './web-build.ts';

const root = resolve(import.meta.dirname, '../../..');
const web = join(root, 'apps/web');
const WEB_PORT = 5173;

/**
 * `pnpm dev`: the server, started anew at each change, and the web app with hot reload in front of it. The
 * database is started here, so that it stays up between the server's restarts.
 */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const database = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, log: console.log });
  const children: ChildProcess[] = [];
  // Ctrl-C reaches the children too; we stay until they have ended, and stop the database last.
  const stop = (): void => children.forEach((child) => void child.kill('SIGTERM'));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await ensureWebBuilt(console.log);
    children.push(
      node(root, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
        DATABASE_URL: config.databaseUrl ?? database?.url,
        PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${WEB_PORT}`,
        WEB_BUILD: '0',
      }),
      node(web, ['node_modules/vite/bin/vite.js', '--port', String(WEB_PORT), '--strictPort'], {
        OFFICINA_SERVER: `http://localhost:${config.port}`,
      }),
    );
    const endings = children.map(ended);
    await Promise.race(endings);
    stop();
    await Promise.all(endings);
  } finally {
    await database?.stop();
  }
}

function node(cwd: string, args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, ...environment } });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    child.once('error', () => settle());
    child.once('exit', () => settle());
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
