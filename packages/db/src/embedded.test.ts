import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, runningEmbeddedUrl, startEmbedded } from './embedded.ts';

const holder = fileURLToPath(new URL('./testing/hold-server.ts', import.meta.url));
const log = (): void => {};
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'officina-embedded-'));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
  await (await startEmbedded({ dataDir, log })).stop();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Starts the server in another process and answers what that process says first. */
async function hold(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((settle) =>
    child.stdout?.once('data', (chunk: Buffer) => settle(String(chunk).trim())),
  );
  return { child, said };
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle();
    child.once('exit', () => settle());
    child.kill('SIGKILL');
  });
}

async function query(server: EmbeddedServer, text: string): Promise<unknown> {
  const sql = postgres(server.url, { max: 1 });
  try {
    const [row] = await sql.unsafe(text).values();
    return row?.[0];
  } finally {
    await sql.end();
  }
}

test('serves a database that orders and cuts words as people do, on the remembered port', async () => {
  const first = await startEmbedded({ dataDir, log });
  expect(first.reused).toBe(false);
  expect(
    await query(first, `select string_agg(n, ' ' order by n) from unnest(array['Zoé', 'Éric', 'alain']) n`),
  ).toBe('alain Éric Zoé');
  await query(first, 'create extension if not exists pg_trgm');
  expect(await query(first, `select similarity('Été', 'été')`)).toBe(1);
  expect(await query(first, 'show fsync')).toBe('on');
  await first.stop();
  const second = await startEmbedded({ dataDir, log });
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(await runningEmbeddedUrl(dataDir)).toBeNull();
});

test('the password is the owner’s alone to read', async () => {
  const file = await stat(join(dataDir, 'postgres/officina.json'));
  expect(file.mode & 0o777).toBe(0o600);
});

test('a server that outlived its killed parent is taken over, and stopped at the end', async () => {
  const { child, said } = await hold();
  expect(said).toBe('started');
  await kill(child);
  const url = await runningEmbeddedUrl(dataDir);
  const server = await startEmbedded({ dataDir, log });
  expect(server).toMatchObject({ reused: true, url });
  await server.stop();
  expect(await runningEmbeddedUrl(dataDir)).toBeNull();
});

test('a folder whose owner lives is refused, and the owner’s server left alone', async () => {
  const server = await startEmbedded({ dataDir, log });
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(
    /already running on the data folder .*DATA_DIR/,
  );
  expect(await query(server, 'select 1')).toBe(1);
  await server.stop();
});

test('of several starts at once on a new folder one serves', async () => {
  const fresh = join(folder, 'fresh');
  const starts = await Promise.allSettled([1, 2, 3].map(() => startEmbedded({ dataDir: fresh, log })));
  const won = starts.filter((start) => start.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]?.value.stop();
});

test('a server killed without a chance to tidy up starts again', async () => {
  const { child } = await hold();
  const [pid] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await kill(child);
  const server = await startEmbedded({ dataDir, log });
  expect(await query(server, 'select 1')).toBe(1);
  await server.stop();
});

test('a process number that another program has by now is no server', async () => {
  const stale = [process.pid, dataDir, 1, 5432, '', '127.0.0.1', '1 1', 'ready', ''].join('\n');
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), stale);
  const server = await startEmbedded({ dataDir, log });
  expect(server.reused).toBe(false);
  await server.stop();
});

describe('says what is in the way', () => {
  test('a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((settle) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        settle(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    await expect(startEmbedded({ dataDir, port, log })).rejects.toThrow(`Port ${port} on 127.0.0.1 is used`);
    other.close();
  });

  test('data of another PostgreSQL', async () => {
    const old = join(folder, 'old');
    await mkdir(join(old, 'postgres'), { recursive: true });
    await writeFile(join(old, 'postgres/PG_VERSION'), '15\n');
    await expect(startEmbedded({ dataDir: old, log })).rejects.toThrow(
      /was written by PostgreSQL 15; .* PostgreSQL 18/,
    );
  });

  test('a folder of something else', async () => {
    const foreign = join(folder, 'foreign');
    await mkdir(join(foreign, 'postgres'), { recursive: true });
    await writeFile(join(foreign, 'postgres/notes.txt'), '');
    await expect(startEmbedded({ dataDir: foreign, log })).rejects.toThrow(
      'holds files but no PostgreSQL data',
    );
  });
});
