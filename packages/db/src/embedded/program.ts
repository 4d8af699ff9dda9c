import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DatabaseStartError } from './start-error.ts';
import { canReach, type SystemUser } from './system-user.ts';

export interface ProgramResult {
  code: number;
  output: string;
}

/** Runs a PostgreSQL program as the right account and answers its exit code and what it said. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<ProgramResult>;

const SETPRIV = '/usr/bin/setpriv';

/**
 * Makes the runner for one account. A checkout below a closed home (root's, typically) is out of that
 * account's reach: then the program keeps root's right to pass folders, and nothing else of root.
 */
export async function programRunner(user: SystemUser, paths: readonly string[]): Promise<RunProgram> {
  const reaches =
    user === null || (await Promise.all(paths.map((path) => canReach(user, path)))).every(Boolean);
  if (user === null || reaches) return (file, args) => run(file, args, user ?? {});
  if (!existsSync(SETPRIV)) {
    throw new DatabaseStartError(
      `PostgreSQL runs as an ordinary user, which may not read ${paths.join(' or ')}. ` +
        'Move Officina out of the closed folder, start it as an ordinary user, or set DATABASE_URL.',
    );
  }
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const passFolders = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return (file, args) => run(SETPRIV, [...identity, ...passFolders, '--', file, ...args], {});
}

function run(
  file: string,
  args: readonly string[],
  account: { uid?: number; gid?: number },
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    // A session of its own: Ctrl-C in the terminal reaches us, and we decide when the server stops.
    const child = spawn(file, args, {
      ...account,
      cwd: process.platform === 'win32' ? undefined : '/',
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The environment without what would steer PostgreSQL elsewhere (PGDATA, PGPORT, a missing locale). */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
