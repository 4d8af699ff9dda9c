import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStorage } from './files.ts';
import type { StoragePort } from './port.ts';
import { s3Storage } from './s3.ts';

const BUCKET = 'officina-test';
let folder: string;
let emulator: S3rver;
let endpoint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'officina-storage-'));
  emulator = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await emulator.run();
  endpoint = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

const s3At = (url: string, secretAccessKey = 'S3RVER') =>
  s3Storage({
    bucket: BUCKET,
    region: 'eu-west-3',
    endpoint: url,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey },
  });

const DRIVERS: Record<string, () => StoragePort> = {
  files: () => fileStorage(join(folder, 'files')),
  s3: () => s3At(endpoint),
};

const contentOf = async (storage: StoragePort, key: string) => {
  const stream = await storage.read(key);
  return stream && buffer(stream);
};

describe.each(Object.keys(DRIVERS))('the storage driver %s', (name) => {
  const storage = () => (DRIVERS[name] as () => StoragePort)();

  it('gives back what it was given, in one piece or as it comes', async () => {
    const bytes = randomBytes(300_000);
    const facts = { contentType: 'application/pdf', size: bytes.length };
    await storage().put('tenant/whole', bytes, facts);
    const pieces = [bytes.subarray(0, 1000), bytes.subarray(1000, 200_000), bytes.subarray(200_000)];
    await storage().put('tenant/pieces', Readable.from(pieces), facts);
    expect((await contentOf(storage(), 'tenant/whole'))?.equals(bytes)).toBe(true);
    expect((await contentOf(storage(), 'tenant/pieces'))?.equals(bytes)).toBe(true);
  });

  it('keeps what is larger than a stream holds at once', async () => {
    const piece = randomBytes(1024 * 1024);
    const size = 12 * piece.length;
    async function* pieces() {
      for (let i = 0; i < 12; i++) yield piece;
    }
    await storage().put('tenant/large', Readable.from(pieces()), { contentType: 'image/png', size });
    expect((await contentOf(storage(), 'tenant/large'))?.length).toBe(size);
  });

  it('answers null for what is not there, and deletes twice without complaint', async () => {
    expect(await storage().read('tenant/nothing')).toBeNull();
    await storage().put('tenant/short', Buffer.from('x'), { contentType: 'text/plain', size: 1 });
    await storage().delete('tenant/short');
    await storage().delete('tenant/short');
    expect(await storage().read('tenant/short')).toBeNull();
  });
});

describe('the drivers alone', () => {
  it('files leave nothing of a content that breaks off; object stores know by its length', async () => {
    async function* broken() {
      yield randomBytes(100_000);
      throw new Error('the line is dead');
    }
    const facts = { contentType: 'image/png', size: 200_000 };
    await expect(
      fileStorage(join(folder, 'files')).put('tenant/broken', Readable.from(broken()), facts),
    ).rejects.toThrow();
    expect(await fileStorage(join(folder, 'files')).read('tenant/broken')).toBeNull();
  });

  it('files stay inside their folder', async () => {
    const facts = { contentType: 'text/plain', size: 1 };
    await expect(
      fileStorage(join(folder, 'closed')).put('../out', Buffer.from('x'), facts),
    ).rejects.toThrow();
    expect(await readdir(folder)).not.toContain('out');
  });

  it('a store that refuses us is an error and not an absent file', async () => {
    await expect(s3At(endpoint, 'wrong').read('tenant/whole')).rejects.toThrow();
    const failing: Server = createServer((_, answer) => answer.writeHead(403).end()).listen(0, '127.0.0.1');
    await new Promise((listening) => failing.once('listening', listening));
    const { port } = failing.address() as AddressInfo;
    await expect(s3At(`http://127.0.0.1:${port}`).read('tenant/whole')).rejects.toThrow();
    failing.close();
  });
});
