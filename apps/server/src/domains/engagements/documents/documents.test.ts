import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { CLIENT_DOCUMENT_BYTES, UPLOAD_PART_BYTES } from '@officina/contracts/engagement-documents';
import { createEngagement, createEngagementDocument, createInquiry } from '@officina/db/factories-portal';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { EICAR, JPEG, PDF, pngOf, received, zipEnd } from '../../../testing/files.ts';
import { createWorld } from '../../../testing/harness.ts';
import { usedBytes } from '../../documents/quota.ts';
import { sweepFiles } from '../../documents/sweep-files.ts';
import { bellOf, type PortalWorld, portalWorld, verbsOf } from '../testing/portal-world.ts';
import { archiveDocument } from './archive-document.ts';
import { listDocuments } from './list-documents.ts';
import { abortUpload } from './resumable/abort-upload.ts';
import { beginUpload } from './resumable/begin-upload.ts';
import { finishUpload } from './resumable/finish-upload.ts';
import { openUploads } from './resumable/open-uploads.ts';
import { putPart } from './resumable/put-part.ts';
import { sweepUploads } from './resumable/sweep-uploads.ts';
import { uploadStatus } from './resumable/upload-status.ts';
import { uploadEngagementDocument } from './upload-document.ts';

const saying = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: Error) => error.message,
  );

const DOCX = Buffer.from(
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') }),
);

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});

type What = NonNullable<Parameters<typeof received>[2]> & { content?: Buffer };
const upload = async (ctx: Ctx, fields: object, { content = PDF, ...file }: What = {}) =>
  uploadEngagementDocument(ctx, {
    category: 'client_input',
    ...fields,
    file: await received(ctx, content, file),
  });
const toEngagement = (ctx: Ctx, file?: What, fields: object = {}) =>
  upload(ctx, { engagementId: portal.engagement.id, ...fields }, file);

describe('a document', () => {
  it('of a client is told to staff, one of staff to the organisation, with a mail', async () => {
    const fresh = await portalWorld();
    const { world, operator, client, other, acme, engagement } = fresh;
    const engagementId = engagement.id;
    const { id } = await upload(
      client,
      { engagementId, category: 'evidence' },
      { filename: 'a\u202e/b.pdf' },
    );
    expect(await bellOf(world, operator)).toEqual(['document_uploaded']);
    const report = { engagementId, category: 'report' };
    await upload(operator, report, { content: Buffer.from('<html>'), filename: 'page.html' });
    expect(await bellOf(world, client)).toEqual(['document_uploaded']);
    const mails = await world.server.services.client.sql`select "to", subject from outbox_messages
      where tenant_id = ${world.tenant.id}`;
    expect(mails).toHaveLength(1);
    expect(await verbsOf(world)).toEqual(['document.uploaded', 'document.uploaded']);
    const { items } = await listDocuments(client, {});
    expect(items[0]).toMatchObject({ category: 'report', mimeType: 'application/octet-stream' });
    expect(items[1]).toEqual({
      id,
      orgId: acme.contactId,
      engagementId,
      inquiryId: null,
      category: 'evidence',
      name: 'b.pdf',
      label: null,
      description: null,
      mimeType: 'application/pdf',
      size: PDF.length,
      checksum: createHash('sha256').update(PDF).digest('hex'),
      createdAt: '2026-01-15T10:00:00.000Z',
      uploadedByUserId: expect.any(String),
      archivedAt: null,
      archivedByUserId: null,
      archiveReason: null,
      engagement: { id: engagementId, title: engagement.title },
      organization: { id: acme.contactId, name: acme.name },
      uploadedBy: { id: expect.any(String), name: expect.any(String) },
      abilities: { archive: false, edit: false },
    });
    expect((await listDocuments(other, {})).items).toEqual([]);
    expect((await listDocuments(client, { category: 'report' })).items).toHaveLength(1);
    expect((await listDocuments(client, { engagementId: 'x' })).items).toEqual([]);
  });

  it('of a client is a PDF, a DOCX, a PNG or a JPEG in name, claim and bytes', async () => {
    const { client } = portal;
    const fine: What[] = [
      { content: PDF, filename: 'A.PDF', claimedType: 'application/pdf' },
      { content: pngOf(), filename: 'a.png', claimedType: 'image/png' },
      { content: pngOf().subarray(0, 20), filename: 'a.png', claimedType: '' },
      { content: JPEG, filename: 'a.jpeg', claimedType: 'image/jpg' },
      { content: DOCX, filename: 'a.docx', claimedType: 'application/octet-stream' },
    ];
    for (const file of fine) expect(await saying(toEngagement(client, file)), file.filename).toBe('done');
    const lies: What[] = [
      { content: PDF, filename: 'a.png' },
      { content: PDF, filename: 'a' },
      { content: PDF, filename: 'a.pdf', claimedType: 'text/plain' },
      { content: Buffer.from('MZ\x90\0'), filename: 'a.exe' },
      { content: Buffer.from('MZ\x90\0'), filename: 'a.pdf', claimedType: 'application/pdf' },
      { content: JPEG, filename: 'a.png', claimedType: 'image/png' },
      { content: DOCX, filename: 'a.zip' },
    ];
    for (const file of lies)
      expect(await saying(toEngagement(client, file)), file.filename).toBe('Unsupported file type');
  });

  it('of a client is not two files at once, and no bomb', async () => {
    const { client } = portal;
    const types = strToU8('<Types/>');
    const zip = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files));
    /** A directory that says that its one entry unpacks to a gigabyte. */
    const boasting = Buffer.from(DOCX);
    boasting.writeUInt32LE(1024 ** 3, boasting.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    const bomb = zip({ '[Content_Types].xml': types, 'word/a.xml': new Uint8Array(17 * 1024 * 1024) });
    const docx: Record<string, Buffer> = {
      'no content types': zip({ 'word/document.xml': types }),
      macros: zip({ '[Content_Types].xml': types, 'word/vbaProject.bin': types }),
      'a program in front': Buffer.concat([Buffer.from('MZ'), DOCX]),
      'another archive in front': Buffer.concat([zip({ 'a.class': types }), DOCX]),
      'a PDF inside': zip({ '%PDF-1.4': types, '[Content_Types].xml': types }),
      boasting,
      bomb,
    };
    for (const [what, content] of Object.entries(docx))
      expect(await saying(toEngagement(client, { content, filename: 'a.docx' })), what).toBe(
        'Unsupported file type',
      );
    const disguised: What[] = [
      { content: Buffer.concat([PDF, zipEnd()]), filename: 'a.pdf' },
      { content: Buffer.concat([PDF, DOCX]), filename: 'a.pdf' },
      { content: Buffer.concat([pngOf(), PDF]), filename: 'a.png' },
      { content: Buffer.concat([PDF.subarray(0, 9), Buffer.from('<script>x</script>')]), filename: 'a.pdf' },
    ];
    for (const file of disguised)
      expect(await saying(toEngagement(client, file))).toBe('Unsupported file type');
    expect(deflateRawSync(Buffer.alloc(10)).length).toBeLessThan(10);
    const virus = Buffer.concat([PDF, Buffer.from(EICAR)]);
    expect(await saying(toEngagement(client, { content: virus }))).toBe('This file contains a virus');
  });

  it('is refused in the order of the contract and leaves nothing', async () => {
    const { world, db, client, other, operator, acme, globex, engagement } = portal;
    const used = await usedBytes(world.ctx);
    const tenantId = world.tenant.id;
    const closed = await createEngagement(db, tenantId, { orgId: acme.contactId, stage: 'closed' });
    const inquiry = await createInquiry(db, tenantId, { orgId: globex.contactId });
    const engagementId = engagement.id;
    const nothing = { content: Buffer.alloc(0) };
    const wrong = { content: Buffer.from('MZ'), filename: 'a.exe' };
    const large = { content: PDF, tooLarge: true };
    const say = async (ctx: Ctx, fields: object, file?: What) => saying(upload(ctx, fields, file));
    expect(await say(client, { category: 'x', engagementId }, nothing)).toBe('Invalid category');
    expect(await say(client, { engagementId: '' }, nothing)).toBe('File is required');
    expect(await saying(uploadEngagementDocument(client, { category: 'report' }))).toBe('File is required');
    expect(await say(client, { category: 'contract' }, wrong)).toBe('Validation error');
    expect(await say(client, { category: 'contract', engagementId: 'x' }, large)).toBe('Forbidden category');
    expect(await say(client, { engagementId: 'x' }, large)).toBe('File too large');
    expect(await say(client, { engagementId: 'x' }, wrong)).toBe('Unsupported file type');
    expect(await say(client, { engagementId: 'x' })).toBe('Not found');
    expect(await say(other, { engagementId })).toBe('Not found');
    expect(await say(client, { engagementId, inquiryId: inquiry.id })).toBe('Forbidden');
    expect(await say(operator, { engagementId, inquiryId: inquiry.id })).toBe('Not found');
    expect(await say(operator, { inquiryId: 'x' })).toBe('Not found');
    expect(await say(client, { engagementId: closed.id })).toBe('Engagement closed');
    expect(await usedBytes(world.ctx)).toBe(used);
    const left = await world.server.services.client
      .sql`select from unclaimed_files where tenant_id = ${tenantId}`;
    expect(left).toHaveLength(0);
    expect(await say(operator, { engagementId: closed.id })).toBe('done');
    expect(await say(operator, { inquiryId: inquiry.id }, nothing)).toBe('File is required');
    expect(await say(operator, { inquiryId: inquiry.id, category: 'nda' })).toBe('done');
    expect((await listDocuments(other, { inquiryId: inquiry.id })).items).toMatchObject([
      { category: 'nda' },
    ]);
    for (const role of ['accountant', 'learner'] as const)
      await expect(toEngagement(await world.as(role))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('archiving', () => {
  it('happens once, leaves an edit and tells the organisation', async () => {
    const { world, db, admin, operator, client, acme, engagement } = await portalWorld();
    const facts = { orgId: acme.contactId, engagementId: engagement.id };
    const { documentId: id } = await createEngagementDocument(db, world.tenant.id, facts);
    const ask = (ctx: Ctx, reason = 'Out of date') => archiveDocument(ctx, { id, reason });
    for (const ctx of [operator, client]) await expect(ask(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(admin, 'Old')).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(ask((await createWorld('admin')).ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await Promise.all([ask(admin), ask(admin)]);
    await ask(admin);
    expect(await verbsOf(world)).toEqual(['document.archived']);
    expect(await bellOf(world, client)).toEqual(['document_archived']);
    const { sql } = world.server.services.client;
    const edits = await sql`select kind, status, diff, reason, engagement_id from edit_events
      where tenant_id = ${world.tenant.id}`;
    expect(edits).toEqual([
      {
        kind: 'archive',
        status: 'applied',
        diff: [
          { field: 'archivedAt', from: null, to: '2026-01-15T10:00:00.000Z' },
          { field: 'archiveReason', from: null, to: 'Out of date' },
        ],
        reason: 'Out of date',
        engagement_id: engagement.id,
      },
    ]);
    expect((await listDocuments(admin, { archived: false })).items).toEqual([]);
    expect((await listDocuments(admin, { archived: true })).items).toMatchObject([
      { archiveReason: 'Out of date', abilities: { archive: false } },
    ]);
  });
});

describe('a file in pieces', () => {
  const content = Buffer.concat([PDF, Buffer.alloc(UPLOAD_PART_BYTES * 2 + 100, 'x')]);
  const begin = (ctx: Ctx, facts: object = {}) =>
    beginUpload(ctx, {
      engagementId: portal.engagement.id,
      category: 'evidence',
      filename: 'plan.pdf',
      contentType: 'application/pdf',
      sizeBytes: content.length,
      ...facts,
    });
  const put = async (ctx: Ctx, id: string, offset: number, length = UPLOAD_PART_BYTES) =>
    putPart(ctx, { id, offset, part: await received(ctx, content.subarray(offset, offset + length)) });

  it('goes on where the connection broke and becomes the document that it would have been at once', async () => {
    const { client } = portal;
    const opened = await begin(client);
    expect(opened).toEqual({
      id: expect.any(String),
      sizeBytes: content.length,
      receivedBytes: 0,
      partBytes: UPLOAD_PART_BYTES,
      expiresAt: '2026-01-16T10:00:00.000Z',
    });
    const { id } = opened;
    expect((await put(client, id, 0)).receivedBytes).toBe(UPLOAD_PART_BYTES);
    // The answer was lost: the piece comes again, and one that is not its turn yet.
    expect((await put(client, id, 0)).receivedBytes).toBe(UPLOAD_PART_BYTES);
    expect((await put(client, id, 2 * UPLOAD_PART_BYTES)).receivedBytes).toBe(UPLOAD_PART_BYTES);
    expect(await saying(put(client, id, UPLOAD_PART_BYTES, 10))).toBe('Validation error');
    expect(await saying(finishUpload(client, { id }))).toBe('The file is not complete');
    const both = await Promise.all([1, 2].map(() => saying(put(client, id, UPLOAD_PART_BYTES))));
    expect(both).toContain('done');
    expect((await uploadStatus(client, { id })).receivedBytes).toBe(2 * UPLOAD_PART_BYTES);
    await put(client, id, 2 * UPLOAD_PART_BYTES);
    const finished = await Promise.allSettled([1, 2].map(() => finishUpload(client, { id })));
    expect(finished.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [document] = (await listDocuments(client, { category: 'evidence' })).items;
    expect(document).toMatchObject({
      name: 'plan.pdf',
      size: content.length,
      checksum: createHash('sha256').update(content).digest('hex'),
    });
    await expect(uploadStatus(client, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the caller’s own, bounded, and judged by the same rules', async () => {
    const { world, client, other, operator } = await Promise.resolve(portal);
    const { id } = await begin(client);
    for (const ctx of [other, operator, (await createWorld('admin')).ctx])
      for (const call of [uploadStatus, abortUpload, finishUpload])
        await expect(call(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(put(other, id, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await saying(begin(client, { sizeBytes: CLIENT_DOCUMENT_BYTES + 1 }))).toBe('File too large');
    expect(await saying(begin(client, { category: 'nda' }))).toBe('Forbidden category');
    expect(await saying(begin(client, { filename: 'a.exe' }))).toBe('Unsupported file type');
    expect(await saying(begin(client, { engagementId: 'x' }))).toBe('Not found');
    for (let i = 0; i < 7; i++) await begin(client);
    expect(await saying(begin(client))).toBe('Too many uploads under way');
    expect(await saying(begin(await world.as('accountant')))).toBe('Forbidden');
    await abortUpload(client, { id });
    expect(await saying(begin(client))).toBe('done');
  });

  it('is found again by its owner with the same file, also after the page was left', async () => {
    const { admin, operator, engagement } = portal;
    const facts = { filename: 'found.pdf', lastModified: 1_768_000_000_000 };
    const { id } = await begin(operator, facts);
    const { receivedBytes } = await put(operator, id, 0);
    const place = { engagementId: engagement.id };
    const found = (await openUploads(operator, place)).items.filter(
      ({ filename }) => filename === 'found.pdf',
    );
    expect(found).toEqual([
      expect.objectContaining({ id, receivedBytes, sizeBytes: content.length, category: 'evidence' }),
    ]);
    expect((await openUploads(admin, place)).items).toEqual([]);

    expect(await begin(operator, { ...facts, category: 'client_input' })).toMatchObject({
      id,
      receivedBytes,
    });
    for (const different of [{ lastModified: 1 }, { sizeBytes: 5 }, { filename: 'other.pdf' }]) {
      const fresh = await begin(operator, { ...facts, ...different });
      expect(fresh).toMatchObject({ receivedBytes: 0 });
      await abortUpload(operator, { id: fresh.id });
    }
    const elsewhere = await createEngagement(portal.db, portal.world.tenant.id, { orgId: engagement.orgId });
    expect((await begin(operator, { ...facts, engagementId: elsewhere.id })).id).not.toBe(id);
    await abortUpload(operator, { id });
  });

  it('that nobody resumes is swept with its pieces', async () => {
    const { world, operator } = portal;
    const { sql } = world.server.services.client;
    const { id } = await begin(operator);
    await put(operator, id, 0);
    const [part] = await sql`select storage_key as key from upload_parts
      where tenant_id = ${world.tenant.id} and upload_id = ${id}`;
    const { services } = world.server;
    expect(await services.storage.read(part?.key)).not.toBeNull();
    world.server.clock.advance({ hours: 26 });
    await expect(uploadStatus(operator, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await sweepUploads(world.server.systemContext('sweep-uploads', world.tenant));
    await sweepFiles(world.server.systemContext('sweep-files', world.tenant));
    world.server.clock.set('2026-01-15T10:00:00.000Z');
    expect(await sql`select from upload_sessions where tenant_id = ${world.tenant.id}`).toHaveLength(0);
    expect(await services.storage.read(part?.key)).toBeNull();
  });
});
