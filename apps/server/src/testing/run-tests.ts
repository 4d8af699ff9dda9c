import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestCluster, type TestCluster } from '@officina/db/testing/test-cluster';
import { ensureWebBuilt } from '../web-build.ts';
import { COUNTS_FILE, type Counts } from './count-reporter.ts';
import { jobTables } from './job-tables.ts';
import { TEST_FILES } from './test-files.ts';

const root = resolve(import.meta.dirname, '../../../..');
const reporter = fileURLToPath(new URL('./count-reporter.ts', import.meta.url));
const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** `pnpm test`: prepares what the tests need, runs them, and ends with one line that says how many passed. */
async function main(args: readonly string[]): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'officina-run-'));
  let cluster: TestCluster | undefined;
  let tests: ChildProcess | undefined;
  let interrupted = false;
  // Ctrl-C reaches the tests by itself; here it only must not end us before the database is stopped.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true;
      if (signal !== 'SIGINT') tests?.kill(signal);
    });
  }
  let code = 1;
  let counts = NOTHING;
  try {
    let environment: Record<string, string> = {};
    const browsers = runs(args, 'e2e');
    const [built, started] = await Promise.allSettled([
      browsers && ensureWebBuilt(console.log),
      (browsers || runs(args, 'server')) && jobTables().then(startTestCluster),
    ]);
    if (started.status === 'rejected') throw started.reason;
    if (started.value) {
      cluster = started.value;
      environment = cluster.environment;
    }
    if (built.status === 'rejected') throw built.reason;
    if (!interrupted) {
      const countsFile = join(scratch, 'counts.json');
      environment[TEST_FILES] = join(scratch, 'files');
      tests = startVitest(args, { ...environment, [COUNTS_FILE]: countsFile });
      code = await ended(tests);
      counts = await readCounts(countsFile);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { ...counts, failed: counts.failed + 1 };
  } finally {
    await cluster?.stop();
    await rm(scratch, { recursive: true, force: true });
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  if (interrupted) return 130;
  return code !== 0 || counts.failed > 0 || counts.passed === 0 ? code || 1 : 0;
}

/** Whether a project is part of this run: all are unless `--project` names some. */
function runs(args: readonly string[], project: string): boolean {
  const named = args.flatMap((arg, index) => {
    if (arg === '--project') return [args[index + 1] ?? ''];
    return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [];
  });
  return named.length === 0 || named.includes(project);
}

function startVitest(args: readonly string[], environment: Record<string, string>): ChildProcess {
  const require = createRequire(join(root, 'package.json'));
  const program = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const options = ['run', '--reporter=default', `--reporter=${reporter}`, ...args];
  return spawn(process.execPath, [program, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

async function readCounts(file: string): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? NOTHING : (JSON.parse(text) as Counts);
}

// Not `process.exit` at once: the last line must have left a pipe before.
process.exitCode = await main(process.argv.slice(2));
