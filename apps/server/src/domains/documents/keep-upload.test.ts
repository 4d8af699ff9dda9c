import { createHash } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PLAN_LIMITS } from '@officina/contracts/plans';
import { describe, expect, it } from 'vitest';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { EICAR, JPEG, PDF, pngOf, received, zipEnd } from '../../testing/files.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { addDocument } from './add-document.ts';
import { keepUpload, type UploadPolicy } from './keep-upload.ts';
import { loadDocument } from './load-document.ts';
import { usedBytes } from './quota.ts';
import { sweepFiles } from './sweep-files.ts';

const POLICY: UploadPolicy = {
  types: ['application/pdf', 'image/png', 'image/jpeg'],
  claimsMustAgree: false,
};
const STRICT: UploadPolicy = { ...POLICY, claimsMustAgree: true };

const work = <R>(ctx: Ctx, run: (ctx: WriteCtx) => Promise<R>) =>
  inTransaction(ctx, { conflicts: {}, input: undefined }, run);

type Received = Parameters<typeof received>[2];

const upload = async (ctx: Ctx, content: Buffer, what: Received = {}, policy = POLICY) => {
  const file = await received(ctx, content, what);
  return work(ctx, async (unit) =>
    addDocument(unit, await keepUpload(unit, file, policy), { category: 'upload' }, { limited: true }),
  );
};

const rows = ({ server, tenant }: World) =>
  server.services.client
    .sql`select id, storage_key as key, filename, content_type as type, sha256, scanned_at as scanned,
    size_bytes::int as size from documents where tenant_id = ${tenant.id} order by created_at, id`;
const unclaimed = ({ server, tenant }: World) =>
  server.services.client.sql`select storage_key as key from unclaimed_files where tenant_id = ${tenant.id}`;

/** The same context with another service in it. */
const having = (ctx: Ctx, services: Partial<Ctx['services']>): Ctx =>
  Object.defineProperty(Object.create(ctx), 'services', { value: { ...ctx.services, ...services } });

describe('an upload', () => {
  it('is stored with its true type, checksum and clean name under a key that tells nothing', async () => {
    const world = await createWorld();
    const content = pngOf(300, 200);
    const { id } = await upload(world.ctx, content, {
      filename: '../../My\u202egnp.exe',
      claimedType: 'text/html',
    });
    const [row] = await rows(world);
    expect(row).toMatchObject({
      id,
      filename: 'Mygnp.exe',
      type: 'image/png',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      scanned: null,
    });
    expect(row?.key).toMatch(new RegExp(`^${world.tenant.id}/[0-9a-f-]{36}$`));
    expect(row?.key).not.toContain(id);
    expect((await loadDocument(world.ctx, id))?.bytes.equals(content)).toBe(true);
    expect(await unclaimed(world)).toEqual([]);
    expect(await usedBytes(world.ctx)).toBe(content.length);
  });

  it('is refused by content, whatever it claims, and leaves nothing', async () => {
    const world = await createWorld();
    const refused = async (content: Buffer, code: string, what?: Received, policy?: UploadPolicy) =>
      expect(upload(world.ctx, content, what, policy)).rejects.toMatchObject({ code });
    await refused(Buffer.alloc(0), 'FILE_REQUIRED');
    await refused(PDF, 'FILE_TOO_LARGE', { tooLarge: true });
    await refused(Buffer.from('MZ\x90\0'), 'INVALID_FILE_FORMAT', {
      filename: 'id.pdf',
      claimedType: 'application/pdf',
    });
    await refused(Buffer.concat([PDF, zipEnd()]), 'INVALID_FILE_FORMAT');
    await refused(pngOf().subarray(0, -1), 'UNREADABLE_FILE');
    await refused(Buffer.concat([PDF, Buffer.from(EICAR)]), 'FILE_REFUSED');
    expect(await rows(world)).toEqual([]);
    expect(await unclaimed(world)).toEqual([]);
    expect(await usedBytes(world.ctx)).toBe(0);
  });

  it('must be what it claims where claims count', async () => {
    const world = await createWorld();
    const strict = (content: Buffer, filename: string, claimedType = '') =>
      upload(world.ctx, content, { filename, claimedType }, STRICT);
    await strict(PDF, 'id.PDF', 'application/pdf');
    await strict(JPEG, 'photo.jpeg', 'application/octet-stream');
    await strict(JPEG, 'photo.jpg');
    const lies: [Buffer, string, string?][] = [
      [PDF, 'id.png'],
      [PDF, 'id'],
      [PDF, 'id.pdf', 'image/png'],
      [JPEG, 'id.pdf'],
    ];
    for (const lie of lies) {
      await expect(strict(...lie)).rejects.toMatchObject({ code: 'INVALID_FILE_FORMAT' });
    }
    expect(await rows(world)).toHaveLength(3);
  });

  it('says when a scanner saw it, and is not taken in while the scanner is away', async () => {
    const world = await createWorld();
    const clean = having(world.ctx, { virusScan: { scan: async () => ({ verdict: 'clean' }) } });
    await upload(clean, PDF);
    expect(await rows(world)).toMatchObject([{ scanned: '2026-01-15 10:00:00+00' }]);
    const away = having(world.ctx, { virusScan: { scan: () => Promise.reject(new Error('ECONNREFUSED')) } });
    await expect(upload(away, PDF)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await rows(world)).toHaveLength(1);
  });

  it('whose row fails takes its file with it', async () => {
    const world = await createWorld();
    const file = await received(world.ctx, PDF);
    const keys: string[] = [];
    const failing = work(world.ctx, async (unit) => {
      const kept = await keepUpload(unit, file, POLICY);
      keys.push(kept.storageKey);
      await addDocument(unit, kept, { category: 'permanent' }, { limited: true });
    });
    await expect(failing).rejects.toThrow();
    expect(await world.server.services.storage.read(keys[0] ?? '')).toBeNull();
    expect(await unclaimed(world)).toEqual([]);
    expect(await usedBytes(world.ctx)).toBe(0);
  });

  it('that the storage refuses leaves no row', async () => {
    const world = await createWorld();
    const { storage } = world.ctx.services;
    const full = having(world.ctx, {
      storage: { ...storage, put: () => Promise.reject(new Error('disk full')) },
    });
    await expect(upload(full, PDF)).rejects.toThrow('disk full');
    expect(await rows(world)).toEqual([]);
    expect(await unclaimed(world)).toEqual([]);
  });

  it('cannot be stored within an open transaction', async () => {
    const { ctx } = await createWorld();
    const file = await received(ctx, PDF);
    const late = work(ctx, async (unit) => {
      await unit.tx();
      await keepUpload(unit, file, POLICY);
    });
    await expect(late).rejects.toThrow('before the transaction opens');
  });
});

describe('the plan', () => {
  const limit = PLAN_LIMITS.free.storageBytes ?? 0;
  const use = ({ server, tenant }: World, bytes: number) =>
    server.services.client
      .sql`insert into storage_usage (tenant_id, used_bytes) values (${tenant.id}, ${bytes})
      on conflict (tenant_id) do update set used_bytes = ${bytes}`;

  it('limits what all files take together, however many come at once', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    await use(world, limit - 3 * PDF.length - 1);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => upload(world.ctx, PDF)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'FREE', resource: 'storage', limit, used: limit - 1 },
    });
    expect(await usedBytes(world.ctx)).toBe(limit - 1);
    expect(await rows(world)).toHaveLength(3);
    expect(await unclaimed(world)).toEqual([]);
  });

  it('fits exactly, and never stops the firm from making its own papers', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    await use(world, limit - PDF.length);
    await upload(world.ctx, PDF);
    await expect(upload(world.ctx, PDF)).rejects.toMatchObject({ code: 'PLAN_LIMIT_REACHED' });
    const file = await received(world.ctx, PDF);
    const unlimited = having(world.ctx, {});
    Object.defineProperty(unlimited, 'tenant', { value: { ...world.tenant, plan: 'enterprise' } });
    await work(unlimited, async (unit) =>
      addDocument(
        unit,
        await keepUpload(unit, file, POLICY),
        { category: 'invoice_pdf' },
        { limited: false },
      ),
    );
    expect(await usedBytes(world.ctx)).toBe(limit + PDF.length);
  });
});

describe('the sweep', () => {
  it('removes what no document has claimed within the hour, and nothing else', async () => {
    const world = await createWorld();
    const { storage, client, incomingFolder } = world.server.services;
    const { id } = await upload(world.ctx, PDF);
    const note = async (minutesAgo: number) => {
      const key = `${world.tenant.id}/${newId()}`;
      await storage.put(key, Readable.from([PDF]), { contentType: 'application/pdf', size: PDF.length });
      const since = new Date(world.server.clock.now().epochMilliseconds - minutesAgo * 60_000).toISOString();
      await client.sql`insert into unclaimed_files (tenant_id, storage_key, since) values (${world.tenant.id}, ${key}, ${since})`;
      return key;
    };
    const [stale, fresh] = [await note(61), await note(59)];
    const leftover = join(incomingFolder, newId());
    await writeFile(leftover, 'x');
    await utimes(leftover, 0, 0);
    const sweep = await world.server.contextFor('sweep-files', null);
    if (!sweep) throw new Error('no context');
    await sweepFiles(sweep);
    await sweepFiles(sweep);
    expect(await storage.read(stale)).toBeNull();
    const kept = await storage.read(fresh);
    expect(kept).not.toBeNull();
    kept?.destroy();
    expect(await unclaimed(world)).toMatchObject([{ key: fresh }]);
    expect((await loadDocument(world.ctx, id))?.bytes.equals(PDF)).toBe(true);
    await expect(writeFile(leftover, 'y', { flag: 'r+' })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
