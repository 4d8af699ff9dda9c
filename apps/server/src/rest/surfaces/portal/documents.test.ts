import { CLIENT_DOCUMENT_BYTES } from '@officina/contracts/engagement-documents';
import { createEngagementDocument } from '@officina/db/factories-portal';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PortalWorld, portalWorld, verbsOf } from '../../../domains/engagements/testing/portal-world.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { PDF } from '../../../testing/files.ts';
import { httpClient } from '../../../testing/harness.ts';

const PATH = '/api/portal/documents';
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

let portal: PortalWorld;
beforeAll(async () => {
  portal = await portalWorld();
});
const as = (who: Ctx | 'visitor' | 'accountant') => httpClient(portal.world, who);

interface Sent {
  category?: string | null;
  content?: Buffer | null;
  name?: string;
  type?: string;
  engagementId?: string | null;
}

async function send(who: Ctx | 'visitor' | 'accountant', sent: Sent = {}) {
  const { category = 'client_input', content = PDF, name = 'plan.pdf', type = 'application/pdf' } = sent;
  const { engagementId = portal.engagement.id } = sent;
  const form = new FormData();
  if (content) form.append('file', new Blob([new Uint8Array(content)], { type }), name);
  if (engagementId) form.append('engagementId', engagementId);
  if (category) form.append('category', category);
  const { status, body } = await (await as(who)).call('POST', PATH, form);
  return [status, body];
}

describe('POST /portal/documents', () => {
  it('stores a file and answers its id', async () => {
    const [status, body] = await send(portal.client);
    expect([status, body]).toEqual([201, { ok: true, id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('refuses with the statuses and texts of the contract', async () => {
    const { client, other, operator } = portal;
    const pdf = (size: number) => Buffer.concat([PDF, Buffer.alloc(size - PDF.length)]);
    expect(await send('visitor')).toEqual([401, { error: 'Unauthorized' }]);
    expect(await send('accountant')).toEqual([403, { error: 'Forbidden' }]);
    const json = await (await as(client)).call('POST', PATH, { category: 'evidence' });
    expect([json.status, json.body]).toEqual([400, { error: 'Invalid payload' }]);
    expect(await send(client, { category: null })).toEqual([400, { error: 'Invalid category' }]);
    expect(await send(client, { content: null })).toEqual([400, { error: 'File is required' }]);
    expect(await send(client, { content: Buffer.alloc(0) })).toEqual([400, { error: 'File is required' }]);
    expect(await send(operator, { engagementId: null })).toEqual([400, { error: 'Invalid payload' }]);
    expect(await send(client, { category: 'contract' })).toEqual([403, { error: 'Forbidden category' }]);
    expect(await send(client, { content: pdf(CLIENT_DOCUMENT_BYTES + 1) })).toEqual([
      413,
      { error: 'File too large' },
    ]);
    expect((await send(client, { content: pdf(CLIENT_DOCUMENT_BYTES) }))[0]).toBe(201);
    const exe = { category: 'evidence', content: Buffer.from('MZ\x90'), name: 'a.exe', type: '' };
    expect(await send(client, exe)).toEqual([415, { error: 'Unsupported file type' }]);
    expect(await send(other)).toEqual([404, { error: 'Not found' }]);
    expect(await send(client, { engagementId: UNKNOWN })).toEqual([404, { error: 'Not found' }]);
  });
});

describe('GET /portal/documents/:id/download', () => {
  it('sends the bytes as an attachment under a name that every browser reads', async () => {
    const { client, world } = portal;
    const [, { id }] = (await send(client, { name: 'Übersicht (1).pdf' })) as [number, { id: string }];
    const { status, headers, bytes } = await (await as(client)).call('GET', `${PATH}/${id}/download`);
    expect(status).toBe(200);
    expect(bytes.equals(PDF)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="_bersicht__1_.pdf"; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await verbsOf(world)).toContain('document.downloaded');
    await (await as(portal.admin)).call('POST', `${PATH}/${id}/archive`, { reason: 'Out of date' });
    expect((await (await as(client)).call('GET', `${PATH}/${id}/download`)).status).toBe(200);
  });

  it('finds nothing for others, for wrong roles and without bytes', async () => {
    const { db, world, client, other, acme } = portal;
    const { documentId } = await createEngagementDocument(db, world.tenant.id, { orgId: acme.contactId });
    const [, { id }] = (await send(client)) as [number, { id: string }];
    const get = async (who: Ctx | 'visitor' | 'accountant', which: string) => {
      const { status, body } = await (await as(who)).call('GET', `${PATH}/${which}/download`);
      return [status, body];
    };
    expect(await get('visitor', id)).toEqual([401, { error: 'Unauthorized' }]);
    for (const [who, which] of [
      [other, id],
      ['accountant', id],
      [client, UNKNOWN],
      [client, 'x'],
      [client, documentId],
    ] as const)
      expect(await get(who, which)).toEqual([404, { error: 'Not found' }]);
  });
});

describe('POST /portal/documents/:id/archive', () => {
  it('is for admins, with a reason', async () => {
    const { client, admin, operator } = portal;
    const [, { id }] = (await send(client)) as [number, { id: string }];
    const ask = async (who: Ctx | 'visitor', body: unknown = { reason: 'Out of date' }, which = id) => {
      const answer = await (await as(who)).call('POST', `${PATH}/${which}/archive`, body);
      return [answer.status, answer.body];
    };
    expect(await ask('visitor')).toEqual([401, { error: 'Unauthorized' }]);
    for (const who of [client, operator]) expect(await ask(who)).toEqual([403, { error: 'Forbidden' }]);
    for (const body of ['{', [], {}, { reason: 'four' }, { reason: 5 }])
      expect(await ask(admin, body)).toEqual([400, { error: 'Invalid payload' }]);
    for (const which of [UNKNOWN, 'x'])
      expect(await ask(admin, undefined, which)).toEqual([404, { error: 'Not found' }]);
    for (let twice = 0; twice < 2; twice++) expect(await ask(admin)).toEqual([200, { ok: true }]);
  });
});
