import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export interface Running {
  origin: string;
  pid: number;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a program of ours and waits for the line that says where it listens. */
function launch(file: string, env: Record<string, string>, ready: RegExp): Promise<Running> {
  // As `pnpm start` does: loading modules would otherwise leave a heap three times as large as what is used.
  const child = spawn(process.execPath, ['--max-semi-space-size=12', file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const onData = (chunk: Buffer) => {
      output += chunk;
      const match = ready.exec(output);
      if (!match) return;
      resolve({
        origin: `http://127.0.0.1:${match[1]}`,
        pid: child.pid ?? 0,
        process: child,
        stop: () =>
          new Promise<void>((done) => {
            if (child.exitCode !== null || child.signalCode !== null) return done();
            child.once('exit', () => done());
            child.kill('SIGTERM');
          }),
      });
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${output}`)));
  });
}

/** The product as in production, on a port of its own. */
export const startServer = (
  databaseUrl: string,
  port: number,
  env: Record<string, string> = {},
): Promise<Running> =>
  launch(
    here('../src/main.ts'),
    {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      DEMO: '0',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'error',
      WORKER: '0',
      WEB_BUILD: '0',
      ...env,
    },
    /ready at http:\/\/localhost:(\d+)/,
  );

export const startTwin = (databaseUrl: string, tenantId: string): Promise<Running> =>
  launch(here('./twin.ts'), { DATABASE_URL: databaseUrl, TENANT: tenantId, PORT: '0' }, /listening (\d+)/);
