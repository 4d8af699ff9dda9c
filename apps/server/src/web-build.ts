import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { PAINT_FILE } from '@officina/contracts/paint';
import { StartError } from './start-error.ts';

const root = resolve(import.meta.dirname, '../../..');
const web = join(root, 'apps/web');

/** The folder of the built web app. */
export const webDist = join(web, 'dist');

const STAMP = '.built-from';
const SOURCES = [web, join(root, 'packages/contracts/src'), join(root, 'pnpm-lock.yaml')];
/** What is below apps/web and does not go into the build. */
const BESIDE = /(^|\/)(node_modules|dist[^/]*|e2e|bench)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$/;

/** Builds the web app unless the built one is of exactly these sources. */
export async function ensureWebBuilt(log: (line: string) => void): Promise<void> {
  const wanted = await hashSources();
  const built = await readFile(join(webDist, STAMP), 'utf8').catch(() => '');
  if (built === wanted) return;
  log('Building the web app');
  // Built beside its place and then moved there: a server that runs meanwhile never serves half of it.
  const staging = `dist.next-${process.pid}`;
  const next = join(web, staging);
  const painter = join(web, `${staging}-painter`);
  const old = join(web, `dist.old-${process.pid}`);
  try {
    await Promise.all([runVite(next), runVite(painter, '--ssr', 'src/paint.tsx')]);
    await rename(painter, join(next, dirname(PAINT_FILE)));
    await writeFile(join(next, STAMP), wanted);
    await rename(webDist, old).catch(ignoreMissing);
    await rename(next, webDist);
  } finally {
    await Promise.all([next, painter, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) {
      hash.update(`${relative(root, file).replaceAll('\\', '/')}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<string[]> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [source];
  const kept = entries.filter((entry) => !BESIDE.test(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = kept.map((entry) => {
    const path = join(source, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
  return (await Promise.all(nested)).flat();
}

function runVite(outDir: string, ...args: string[]): Promise<void> {
  const program = join(web, 'node_modules/vite/bin/vite.js');
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [program, 'build', ...args, '--outDir', outDir, '--emptyOutDir'], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk));
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? settle() : fail(new StartError(`The web app could not be built:\n${output.trim()}`)),
    );
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
