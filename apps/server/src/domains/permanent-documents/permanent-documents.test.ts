import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { JPEG, PDF, pngOf, received } from '../../testing/files.ts';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { linkDocument } from '../documents/link-document.ts';
import { openLink } from '../documents/open-link.ts';
import { grantPermission } from '../permissions/grant-permission.ts';
import { clientDocuments } from './client-documents.ts';
import { linkPermanentDocument } from './link-permanent-document.ts';
import { uploadDocument } from './upload-document.ts';

const clientOf = ({ server, tenant }: World) => createOfficeClient(server.services.client.db, tenant.id);

const upload = async (
  ctx: Ctx,
  clientRef: number,
  documentType = 'id_copy',
  content: Buffer = PDF,
  filename = 'scan.pdf',
) => uploadDocument(ctx, { clientRef, documentType, file: await received(ctx, content, { filename }) });

describe('the permanent documents of a client', () => {
  it('are a checklist of three with the newest file of each', async () => {
    const world = await createWorld('member');
    const { ref } = await clientOf(world);
    const empty = await clientDocuments(world.ctx, { clientRef: ref });
    expect(empty).toEqual({
      clientRef: ref,
      checklist: PERMANENT_DOCUMENTS.map((documentType) => ({ documentType, latest: null })),
      missing: ['id_copy', 'power_of_attorney', 'engagement_agreement'],
      documents: [],
      abilities: { upload: true },
    });
    const first = await upload(world.ctx, ref, 'power_of_attorney', PDF, '../Vollmacht\u202e.pdf');
    expect(first).toEqual({
      ref: expect.any(Number),
      clientRef: ref,
      documentType: 'power_of_attorney',
      filename: 'Vollmacht.pdf',
      contentType: 'application/pdf',
      sizeBytes: PDF.length,
      storageKey: expect.stringMatching(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/),
      scanned: false,
      uploadedBy: { ref: expect.any(Number), name: world.user.name },
      uploadedAt: '2026-01-15T10:00:00.000Z',
    });
    const second = await upload(world.ctx, ref, 'power_of_attorney', JPEG);
    const id = await upload(world.ctx, ref, 'id_copy', pngOf());
    const file = await clientDocuments(world.ctx, { clientRef: ref });
    expect(file.missing).toEqual(['engagement_agreement']);
    expect(file.checklist.map(({ latest }) => latest?.ref)).toEqual([id.ref, second.ref, undefined]);
    expect(file.documents.map((document) => document.ref)).toEqual([id.ref, second.ref, first.ref]);
  });

  it('are journaled on the client with what was put there', async () => {
    const world = await createWorld();
    const { ref, contactId } = await clientOf(world);
    await upload(world.ctx, ref);
    const [entry] = await world.server.services.client.sql`select verb, contact_id, after from journal_entries
      where tenant_id = ${world.tenant.id}`;
    expect(entry).toMatchObject({
      verb: 'document.uploaded',
      contact_id: contactId,
      after: {
        documentType: 'id_copy',
        filename: 'scan.pdf',
        contentType: 'application/pdf',
        sizeBytes: PDF.length,
      },
    });
  });

  it('are refused in the order of the contract', async () => {
    const world = await createWorld();
    const { ref } = await clientOf(world);
    const nothing = Buffer.alloc(0);
    const refused = (what: Promise<unknown>, message: string) =>
      expect(what).rejects.toMatchObject({ message });
    await refused(upload(world.ctx, 999_999_999, 'passport', nothing), 'Invalid document type: passport');
    await refused(upload(world.ctx, 999_999_999, 'id_copy', nothing), 'Client 999999999 not found');
    await refused(upload(world.ctx, ref, 'id_copy', nothing), 'File is empty');
    const large = await received(world.ctx, Buffer.from('no picture'), { tooLarge: true });
    await refused(
      uploadDocument(world.ctx, { clientRef: ref, documentType: 'id_copy', file: large }),
      'File is too large',
    );
    await refused(upload(world.ctx, ref, 'id_copy', Buffer.from('no picture')), 'Unsupported file type');
    await refused(
      uploadDocument(world.ctx, { clientRef: ref, documentType: 'id_copy' } as never),
      'Validation error',
    );
    await refused(
      uploadDocument(world.ctx, {
        clientRef: ref,
        documentType: 'id_copy',
        file: { path: '/etc/passwd' },
      } as never),
      'Validation error',
    );
    expect((await clientDocuments(world.ctx, { clientRef: ref })).documents).toEqual([]);
  });

  it('are for the office alone, and for the own one', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    const { ref } = await clientOf(world);
    const { ref: documentRef } = await upload(world.ctx, ref);
    const accountant = await world.as('accountant');
    await expect(clientDocuments(accountant, { clientRef: ref })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(upload(accountant, ref)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(linkPermanentDocument(accountant, { ref: documentRef })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(clientDocuments(other.ctx, { clientRef: ref })).rejects.toMatchObject({
      message: 'Client not found',
    });
    await expect(upload(other.ctx, ref)).rejects.toMatchObject({ message: `Client ${ref} not found` });
    await expect(linkPermanentDocument(other.ctx, { ref: documentRef })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a document opened by its link', () => {
  it('is an attachment of its true type that a browser cannot be made to run', async () => {
    const world = await createWorld();
    const { ref } = await clientOf(world);
    const document = await upload(world.ctx, ref, 'id_copy', PDF, 'ת.ז.exe');
    const link = await linkPermanentDocument(await world.as('member'), { ref: document.ref });
    expect(link.expiresAt).toBe('2026-01-15T10:05:00.000Z');
    const visitor = await httpClient(world, 'visitor');
    const answer = await visitor.call('GET', link.url);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\w.]+\.pdf"; filename\*=UTF-8''.+\.exe\.pdf$/,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    const head = await visitor.call('HEAD', link.url);
    expect(head.status).toBe(200);
    expect(head.bytes).toHaveLength(0);
  });

  it('is not there for links that are late, changed or of another document', async () => {
    const world = await createWorld();
    const { ref } = await clientOf(world);
    const [one, two] = [await upload(world.ctx, ref), await upload(world.ctx, ref, 'id_copy', JPEG)];
    const [first, second] = [
      await linkPermanentDocument(world.ctx, { ref: one.ref }),
      await linkPermanentDocument(world.ctx, { ref: two.ref }),
    ];
    const visitor = await httpClient(world, 'visitor');
    const mixed = `${first.url.split('.')[0]}.${second.url.split('.')[1]}`;
    for (const url of [mixed, `${first.url}x`, '/api/files?link=x', '/api/files?link=']) {
      expect((await visitor.call('GET', url)).status, url).toBe(404);
    }
    expect((await visitor.call('GET', '/api/files')).status).toBe(400);
    world.server.clock.advance({ minutes: 5 });
    expect(await visitor.call('GET', first.url)).toMatchObject({
      status: 404,
      body: { code: 'INVALID_TOKEN' },
    });
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });

  it('is not there when its file is gone', async () => {
    const world = await createWorld();
    const { ref } = await clientOf(world);
    const document = await upload(world.ctx, ref);
    await world.server.services.storage.delete(document.storageKey);
    const { url } = await linkPermanentDocument(world.ctx, { ref: document.ref });
    const link = url.split('=')[1] ?? '';
    await expect(openLink(world.ctx, { link })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a link to any document', () => {
  it('is given by the rule of its category, and to whom the document was opened; without a rule to nobody', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const { ref } = await clientOf(world);
    await upload(world.ctx, ref);
    const [row] = await sql<{ id: string }[]>`select id from documents where tenant_id = ${world.tenant.id}`;
    const id = row?.id ?? '';
    expect((await linkDocument(world.ctx, { id })).url).toContain('/api/files?link=');
    const accountant = await world.as('accountant');
    await expect(linkDocument(accountant, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const subjectId = userIdOf(accountant.actor) ?? '';
    const given = { namespace: 'document', objectId: id, relation: 'viewer', subjectId };
    await grantPermission(world.ctx, given);
    expect((await linkDocument(accountant, { id })).url).toContain('/api/files?link=');
    await expect(linkDocument((await createWorld()).ctx, { id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(linkDocument(world.ctx, { id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await sql`update documents set category = 'other', document_type = null where tenant_id = ${world.tenant.id}`;
    await expect(linkDocument(world.ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
