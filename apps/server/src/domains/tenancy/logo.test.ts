import { describe, expect, it } from 'vitest';
import { JPEG, pngOf } from '../../testing/files.ts';
import { createWorld, httpClient } from '../../testing/harness.ts';
import { deleteLogo } from './delete-logo.ts';
import { loadLogo } from './logo.ts';
import { uploadLogo } from './upload-logo.ts';

const PNG = pngOf();

const upload = (bytes: Buffer, filename = 'logo.png') => ({ filename, base64: bytes.toString('base64') });

describe('the logo', () => {
  it('is stored and served to members as it was given, until it is replaced or deleted', async () => {
    const world = await createWorld();
    const saved = await uploadLogo(world.ctx, upload(PNG, 'Mon logo é.png'));
    expect(saved.logoUrl).toMatch(/^\/api\/tenancy\/logo\?v=[0-9a-f-]{36}$/);
    expect(saved.version).toBe(2);
    const member = await httpClient(world, 'member');
    const answer = await member.call('GET', saved.logoUrl ?? '');
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(PNG)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Mon_logo__.png"; filename*=UTF-8''Mon%20logo%20%C3%A9.png`,
    );
    const dataUrl = `data:image/jpeg;base64,${JPEG.toString('base64')}`;
    const replaced = await uploadLogo(world.ctx, { filename: 'x.svg', base64: dataUrl });
    expect(replaced.logoUrl).not.toBe(saved.logoUrl);
    expect((await loadLogo(world.ctx))?.contentType).toBe('image/jpeg');
    expect((await deleteLogo(world.ctx, {})).logoUrl).toBeNull();
    expect(await loadLogo(world.ctx)).toBeNull();
    expect((await member.call('GET', '/api/tenancy/logo')).status).toBe(404);
    const { sql } = world.server.services.client;
    const journal = await sql`select before, after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'settings.updated' order by xid, id`;
    expect(journal).toHaveLength(3);
    expect(journal[2]).toMatchObject({ after: { logoDocumentId: null } });
  });

  it('is told by its content, not by its name', async () => {
    const world = await createWorld();
    const refused = async (bytes: Buffer | string, code: string) => {
      const base64 = typeof bytes === 'string' ? bytes : bytes.toString('base64');
      await expect(uploadLogo(world.ctx, { filename: 'logo.png', base64 }), code).rejects.toMatchObject({
        code,
      });
    };
    await refused('', 'FILE_REQUIRED');
    await refused('data:image/png;base64,', 'FILE_REQUIRED');
    await refused('not base64!', 'VALIDATION_ERROR');
    await refused(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'INVALID_FILE_FORMAT',
    );
    await refused(Buffer.from('%PDF-1.7'), 'INVALID_FILE_FORMAT');
    await refused(Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'INVALID_FILE_FORMAT');
    await refused(PNG.subarray(0, 20), 'UNREADABLE_FILE');
    await refused(JPEG.subarray(0, 18), 'UNREADABLE_FILE');
    await refused(pngOf(0, 10), 'UNREADABLE_FILE');
    await refused(pngOf(4001, 4), 'UNREADABLE_FILE');
    await refused(Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]), 'FILE_TOO_LARGE');
    expect(await loadLogo(world.ctx)).toBeNull();
  });

  it('is changed by owners, and of the own tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await uploadLogo(other.ctx, upload(PNG));
    await expect(uploadLogo(await world.as('manager'), upload(PNG))).rejects.toMatchObject({
      details: { permission: 'settings.edit' },
    });
    await expect(deleteLogo(await world.as('manager'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await (await httpClient(world)).call('GET', '/api/tenancy/logo')).status).toBe(404);
  });
});
