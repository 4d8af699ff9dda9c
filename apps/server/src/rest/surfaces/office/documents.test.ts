import { addDays } from '@officina/contracts/calendar';
import { createBinder, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { JPEG, PDF, pngOf, zipEnd } from '../../../testing/files.ts';
import { answerOf, createWorld, type World } from '../../../testing/harness.ts';
import { type OfficeApi, officeApi } from '../../../testing/office-api.ts';

interface Parts {
  client_id?: string | number;
  document_type?: string;
  file?: { content: Buffer; name?: string; type?: string };
}

async function office() {
  const world = await createWorld('owner', { timeZone: 'Asia/Jerusalem', currency: 'ILS' });
  const client = await createOfficeClient(world.server.services.client.db, world.tenant.id);
  return { world, client, api: await officeApi(world) };
}

/** Sends a form as a program would; the fields before the file unless told otherwise. */
async function upload(
  { server }: World,
  { token }: Pick<OfficeApi, 'token'>,
  parts: Parts,
  fileFirst = false,
) {
  const form = new FormData();
  const put = () => {
    if (!parts.file) return;
    const { content, name = 'scan.pdf', type = 'application/pdf' } = parts.file;
    form.append('file', new Blob([new Uint8Array(content)], { type }), name);
  };
  if (fileFirst) put();
  if (parts.client_id !== undefined) form.append('client_id', String(parts.client_id));
  if (parts.document_type !== undefined) form.append('document_type', parts.document_type);
  if (!fileFirst) put();
  const response = await server.app.request('http://localhost:3000/api/v1/documents/upload', {
    method: 'POST',
    headers: { host: 'localhost:3000', ...(token && { authorization: `Bearer ${token}` }) },
    body: form,
  });
  return answerOf(response);
}

describe('POST /documents/upload', () => {
  it('answers the document, whoever of the two roles sends it and in whatever order', async () => {
    const { world, client, api } = await office();
    const secretary = await officeApi(world, 'member');
    for (const [who, content, fileFirst] of [
      [api, PDF, false],
      [secretary, pngOf(), true],
    ] as const) {
      const parts = {
        client_id: client.ref,
        document_type: 'id_copy',
        file: { content, name: '../x.exe', type: 'text/html' },
      };
      const { status, body } = await upload(world, who, parts, fileFirst);
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(Number),
        client_id: client.ref,
        document_type: 'id_copy',
        storage_key: expect.not.stringContaining('x.exe'),
        is_present: true,
        uploaded_by: who.userId,
        uploaded_at: '2026-01-15T10:00:00',
      });
    }
  });

  it('tells the type by how the content begins: a damaged picture is still a picture', async () => {
    const { world, client, api } = await office();
    const good = { client_id: client.ref, document_type: 'id_copy' };
    for (const content of [
      pngOf().subarray(0, -4),
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      JPEG.subarray(0, 30),
      Buffer.from('ffd8ffe0', 'hex'),
      Buffer.from('%PDF-1.4\n'),
    ])
      expect((await upload(world, api, { ...good, file: { content } })).status).toBe(201);
    for (const text of ['ffd8', '89504e47', '255044', '00ffd8ffe0']) {
      const { body } = await upload(world, api, { ...good, file: { content: Buffer.from(text, 'hex') } });
      expect(body.detail).toBe('Unsupported file type');
    }
  });

  it('refuses in the order of the contract, each with its words', async () => {
    const { world, client, api } = await office();
    const good = { client_id: client.ref, document_type: 'id_copy', file: { content: PDF } };
    const says = async (parts: Parts, detail: string, fileFirst = false) => {
      const { status, body } = await upload(world, api, parts, fileFirst);
      expect([status, body.detail, body.error.type]).toEqual([400, detail, 'http_error']);
    };
    const large = { content: Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]) };
    await says(
      { ...good, client_id: 999_999_999, document_type: 'passport', file: large },
      'Invalid document type: passport',
      true,
    );
    await says({ ...good, client_id: 999_999_999, file: large }, 'Client 999999999 not found', true);
    await says({ ...good, file: { content: Buffer.alloc(0) } }, 'File is empty');
    await says({ ...good, file: large }, 'File is too large');
    await says({ ...good, file: { content: Buffer.alloc(30 * 1024 * 1024) } }, 'File is too large');
    await says(
      { ...good, file: { content: Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), name: 'id.pdf' } },
      'Unsupported file type',
    );
    await says({ ...good, file: { content: Buffer.concat([JPEG, zipEnd()]) } }, 'Unsupported file type');
    const exact = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024 - PDF.length)]);
    expect((await upload(world, api, { ...good, file: { content: exact } })).status).toBe(201);
  });

  it('names missing and ill-typed parts', async () => {
    const { world, client, api } = await office();
    const { status, body } = await upload(world, api, {});
    expect(status).toBe(400);
    expect(body.detail).toEqual([
      { type: 'missing', loc: ['body', 'client_id'], msg: 'Required' },
      { type: 'missing', loc: ['body', 'document_type'], msg: 'Required' },
      { type: 'missing', loc: ['body', 'file'], msg: 'Required' },
    ]);
    const file = { content: PDF };
    const typed = await upload(world, api, { client_id: 'seven', document_type: 'id_copy', file });
    expect(typed.body.detail).toMatchObject([{ loc: ['body', 'client_id'] }]);
    const noForm = await api.call('POST', '/documents/upload', { client_id: client.ref });
    expect([noForm.status, noForm.body.error.type]).toEqual([400, 'validation_error']);
  });

  it('is for members of this office alone', async () => {
    const [{ world, client }, elsewhere] = await Promise.all([office(), office()]);
    const parts = { client_id: client.ref, document_type: 'id_copy', file: { content: PDF } };
    expect((await upload(world, { token: '' }, parts)).status).toBe(401);
    expect((await upload(elsewhere.world, elsewhere.api, parts)).body.detail).toBe(
      `Client ${client.ref} not found`,
    );
  });
});

describe('GET /documents/client/{client_id}', () => {
  it('lists newest first, and knows no strangers', async () => {
    const { world, client, api } = await office();
    expect((await api.call('GET', `/documents/client/${client.ref}`)).body).toEqual({ items: [] });
    const ids: number[] = [];
    for (const document_type of ['id_copy', 'power_of_attorney']) {
      const { body } = await upload(world, api, {
        client_id: client.ref,
        document_type,
        file: { content: PDF },
      });
      ids.unshift(body.id);
    }
    const { body } = await api.call('GET', `/documents/client/${client.ref}`);
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual(ids);
    const other = await office();
    for (const path of [`/documents/client/${client.ref}`, `/documents/client/${client.ref}/signals`]) {
      expect(await other.api.call('GET', path)).toMatchObject({
        status: 404,
        body: { detail: 'Client not found' },
      });
    }
    expect((await api.call('GET', '/documents/client/x')).status).toBe(400);
  });
});

describe('GET /documents/client/{client_id}/signals', () => {
  it('says what is missing and which binders press, in the order of the alerts', async () => {
    const { world, client, api } = await office();
    const { db } = world.server.services.client;
    const today = '2026-01-15';
    const binder = (binderNumber: string, age: number) =>
      createBinder(db, world.tenant.id, {
        contactId: client.contactId,
        receivedBy: world.user.id,
        receivedAt: addDays(today, -age),
        binderNumber,
      });
    await binder('fresh', 74);
    const [near, due, late, later] = [
      await binder('near', 75),
      await binder('due', 90),
      await binder('late', 91),
      await binder('later', 120),
    ];
    await upload(world, api, {
      client_id: client.ref,
      document_type: 'power_of_attorney',
      file: { content: PDF },
    });
    const { status, body } = await api.call('GET', `/documents/client/${client.ref}/signals`);
    expect(status).toBe(200);
    expect(body).toEqual({
      client_id: client.ref,
      missing_documents: ['id_copy', 'engagement_agreement'],
      binders_nearing_sla: [
        { binder_id: due.ref, binder_number: 'due', days_remaining: 0 },
        { binder_id: near.ref, binder_number: 'near', days_remaining: 15 },
      ],
      binders_overdue: [
        { binder_id: later.ref, binder_number: 'later', days_overdue: 30 },
        { binder_id: late.ref, binder_number: 'late', days_overdue: 1 },
      ],
    });
  });
});

describe('the same upload from the web app', () => {
  const send = async (world: World, token: string, form: FormData) =>
    answerOf(
      await world.server.app.request('http://localhost:3000/trpc/permanentDocuments.upload', {
        method: 'POST',
        headers: { host: 'localhost:3000', ...(token && { authorization: `Bearer ${token}` }) },
        body: form,
      }),
    );
  const formOf = (clientRef: string, content: Buffer) => {
    const form = new FormData();
    form.append('clientRef', clientRef);
    form.append('documentType', 'id_copy');
    form.append('file', new Blob([new Uint8Array(content)]), 'id.pdf');
    return form;
  };

  it('is a form to the procedure, read as it arrives', async () => {
    const { world, client, api } = await office();
    const { status, body } = await send(world, api.token, formOf(String(client.ref), PDF));
    expect(status).toBe(200);
    expect(body.result.data).toMatchObject({
      clientRef: client.ref,
      filename: 'id.pdf',
      documentType: 'id_copy',
    });
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
    expect((await send(world, api.token, formOf(String(client.ref), large))).body.error).toMatchObject({
      message: 'File is too large',
      data: { appCode: 'FILE_TOO_LARGE' },
    });
    const unknown = await send(world, api.token, formOf('seven', PDF));
    expect(unknown.body.error.data).toMatchObject({ appCode: 'VALIDATION_ERROR', httpStatus: 400 });
    expect((await send(world, '', formOf('1', PDF))).status).toBe(401);
  });

  it('leaves other procedures without a body', async () => {
    const { world, api } = await office();
    const response = await world.server.app.request('http://localhost:3000/trpc/officeClients.create', {
      method: 'POST',
      headers: { host: 'localhost:3000', authorization: `Bearer ${api.token}` },
      body: formOf('1', PDF),
    });
    expect(response.status).toBe(400);
  });
});
