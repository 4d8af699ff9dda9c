import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../config.ts';
import type { Ctx } from '../../kernel/context.ts';
import { PDF, received } from '../../testing/files.ts';
import { anotherServer, createWorld } from '../../testing/harness.ts';
import { linkPermanentDocument } from '../permanent-documents/link-permanent-document.ts';
import { uploadDocument } from '../permanent-documents/upload-document.ts';

const BUCKET = 'officina-composed';

describe('an installation with an object store', () => {
  it('keeps its files there, and takes none in while its virus scanner is away', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'officina-s3-'));
    const store = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: folder,
      configureBuckets: [{ name: BUCKET }],
    });
    const { port } = await store.run();
    const env = {
      STORAGE: 's3',
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    };
    const world = await createWorld();
    const { ref: clientRef } = await createOfficeClient(world.server.services.client.db, world.tenant.id);
    const upload = async (ctx: Ctx) =>
      uploadDocument(ctx, { clientRef, documentType: 'id_copy', file: await received(ctx, PDF) });
    const at = async (more: Record<string, string> = {}) => {
      const server = await anotherServer({ ...env, ...more });
      return { server, ctx: { ...world.ctx, services: server.services, db: server.services.client.db } };
    };

    const { server, ctx } = await at();
    const document = await upload(ctx);
    expect(await world.server.services.storage.read(document.storageKey)).toBeNull();
    const { url } = await linkPermanentDocument(ctx, { ref: document.ref });
    const answer = await server.app.request(`http://localhost:3000${url}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);

    const unguarded = await at({ CLAMAV_HOST: '127.0.0.1:1' });
    await expect(upload(unguarded.ctx)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('is told when it is described by half', () => {
    const names = (env: Record<string, string>) => {
      try {
        loadConfig({ STORAGE: 's3', ...env });
      } catch (error) {
        return error instanceof ConfigError && /[A-Z0-9_]{4,}/.exec(error.message)?.[0];
      }
    };
    expect(names({})).toBe('S3_BUCKET');
    expect(names({ S3_BUCKET: BUCKET, S3_ACCESS_KEY_ID: 'x' })).toBe('S3_ACCESS_KEY_ID');
    expect(names({ S3_BUCKET: BUCKET, S3_ENDPOINT: 'ftp://x' })).toBe('S3_ENDPOINT');
    expect(names({ S3_BUCKET: BUCKET, CLAMAV_HOST: 'a:b:c' })).toBe('CLAMAV_HOST');
    expect(names({ STORAGE: 'floppy' })).toBe('STORAGE');
    expect(names({ S3_BUCKET: BUCKET })).toBeUndefined();
  });
});
