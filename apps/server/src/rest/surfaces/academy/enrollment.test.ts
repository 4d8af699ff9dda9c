import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMe } from '../../../domains/training/enrollments/read-me.ts';
import { ACTIVE, type Academy, academy, type Learner } from '../../../testing/academy.ts';
import { HEIC, JPEG, PDF, pngOf, WEBP, zipEnd } from '../../../testing/files.ts';
import { httpClient } from '../../../testing/harness.ts';

const PROGRAM = { program: 'barber-apprenticeship' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOWHERE = '00000000-0000-7000-8000-000000000000';

let school: Academy;
beforeAll(async () => {
  school = await academy();
});

interface Parts {
  enrollmentId?: string;
  documentType?: string;
  content?: Buffer | null;
  name?: string;
}

function formOf({ enrollmentId, documentType = 'government_id', content = PDF, name = 'id.pdf' }: Parts) {
  const form = new FormData();
  if (content) form.append('file', new Blob([new Uint8Array(content)], { type: 'text/html' }), name);
  if (documentType) form.append('documentType', documentType);
  if (enrollmentId !== undefined) form.append('enrollmentId', enrollmentId);
  return form;
}

const upload = ({ http, enrollment }: Learner, parts: Parts = {}) =>
  http.call('POST', '/api/enrollment/upload-document', formOf({ enrollmentId: enrollment.id, ...parts }));

const orient = ({ http }: Pick<Learner, 'http'>, body: unknown = PROGRAM) =>
  http.call('POST', '/api/enrollment/complete-orientation', body);
const submit = ({ http }: Pick<Learner, 'http'>, body: unknown = PROGRAM) =>
  http.call('POST', '/api/enrollment/submit-documents', body);

async function rowOf({ enrollment }: Learner) {
  const { sql } = school.world.server.services.client;
  const [row] = await sql`select enrollment_state, orientation_completed_at, documents_submitted_at,
      program_start_date::text, state_changed_at from enrollments
    where tenant_id = ${enrollment.tenantId} and id = ${enrollment.id}`;
  return row;
}

const denialsOf = async ({ enrollment }: Learner) =>
  (await school.journal('enrollment.denied'))
    .filter(({ subject_id }) => subject_id === enrollment.id)
    .map(({ after }) => [after?.action, after?.code, after?.state]);

describe('POST /enrollment/complete-orientation', () => {
  it('answers as documented, once; a repeat is refused and recorded', async () => {
    const learner = await school.learner();
    expect(await orient(learner)).toMatchObject({
      status: 200,
      body: { success: true, program: 'barber-apprenticeship' },
    });
    expect(await rowOf(learner)).toMatchObject({
      enrollment_state: 'orientation_complete',
      orientation_completed_at: '2026-01-15 10:00:00+00',
    });
    const again = await orient(learner, {});
    expect(again.status).toBe(403);
    expect(again.body).toEqual({
      error: 'Please submit your documents first.',
      code: 'DOCUMENTS_REQUIRED',
      state: 'orientation_complete',
    });
    const changes = (await school.journal('enrollment.state_changed')).filter(
      ({ subject_id }) => subject_id === learner.enrollment.id,
    );
    expect(changes).toHaveLength(1);
    expect(await denialsOf(learner)).toEqual([
      ['COMPLETE_ORIENTATION', 'DOCUMENTS_REQUIRED', 'orientation_complete'],
    ]);
  });

  it('happens once, however often it is asked for at the same time', async () => {
    const learner = await school.learner();
    const answers = await Promise.all(Array.from({ length: 6 }, () => orient(learner)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403, 403]);
    expect(await denialsOf(learner)).toHaveLength(5);
  });

  it('refuses every other state with the code of the matrix', async () => {
    const cases = [
      [{ progressState: 'documents_pending' }, 'DOCUMENTS_REQUIRED', 'documents_pending'],
      [ACTIVE, 'ACTION_NOT_ALLOWED', 'active_in_good_standing'],
      [{ holdReason: 'refund', holdAt: new Date() }, 'PAYMENT_HOLD', 'payment_hold'],
      [{ suspendedAt: new Date(), suspensionReason: 'x' }, 'ENROLLMENT_SUSPENDED', 'suspended'],
      [{ progressState: 'completed' }, 'ENROLLMENT_COMPLETED', 'completed'],
    ] as const;
    for (const [facts, code, state] of cases)
      expect((await orient(await school.learner(facts))).body).toEqual({
        error: expect.any(String),
        code,
        state,
      });
    const stranger = await school.member('learner');
    const none = await orient(stranger);
    expect([none.status, none.body.code, none.body.state]).toEqual([403, 'NO_ENROLLMENT', null]);
  });

  it('knows its programmes, wants a session, JSON and an own page', async () => {
    const learner = await school.learner();
    const unknown = await orient(learner, { program: 'welding' });
    expect([unknown.status, unknown.body]).toEqual([
      400,
      { error: 'Unknown program', code: 'UNKNOWN_PROGRAM' },
    ]);
    const wrong = await orient(learner, { program: 5 });
    expect(wrong.body).toMatchObject({ code: 'VALIDATION_ERROR', fields: { program: 'Must be a text' } });
    for (const body of ['{', '[]', '"x"'])
      expect((await orient(learner, body)).body.code).toBe('INVALID_JSON');
    const visitor = await httpClient(school.world, 'visitor');
    const anonymous = await orient({ http: visitor });
    expect([anonymous.status, anonymous.body]).toEqual([
      401,
      { error: 'Unauthorized', code: 'UNAUTHORIZED' },
    ]);
    const foreign = await learner.http.call('POST', '/api/enrollment/complete-orientation', PROGRAM, {
      origin: 'https://evil.example',
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN']);
    expect((await rowOf(learner))?.enrollment_state).toBe('enrolled_pending_orientation');
  });
});

describe('POST /enrollment/upload-document', () => {
  it('answers the document and its path, and moves the first learner on', async () => {
    const learner = await school.learner({ progressState: 'orientation_complete' });
    const { id, userId } = learner.enrollment;
    const { status, body } = await upload(learner, { name: '../../x.php', content: pngOf() });
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        document: {
          id: expect.stringMatching(UUID),
          document_type: 'government_id',
          file_name: 'x.php',
          file_size: pngOf().length,
          mime_type: 'image/png',
          status: 'pending_review',
          file_url: `http://localhost:3000/api/enrollment/documents/${body.document.id}/file`,
          created_at: '2026-01-15T10:00:00.000Z',
        },
        path: `${userId}/${id}/government_id-1768471200000.png`,
      },
    ]);
    expect((await rowOf(learner))?.enrollment_state).toBe('documents_pending');
    const other = await upload(learner, { content: pngOf() });
    expect(other.body.path).toBe(`${userId}/${id}/government_id-1768471200001.png`);
  });

  it('takes five kinds by their content, also while training, without a change of state', async () => {
    const learner = await school.learner(ACTIVE);
    const endings = [];
    for (const content of [PDF, JPEG, pngOf(), WEBP, HEIC, Buffer.from('%PDF-1.7\n')])
      endings.push((await upload(learner, { content, documentType: 'other' })).body.path.split('.').at(-1));
    expect(endings).toEqual(['pdf', 'jpg', 'png', 'webp', 'heic', 'pdf']);
    expect((await rowOf(learner))?.enrollment_state).toBe('active_in_good_standing');
  });

  it('refuses in the documented order', async () => {
    const pending = await school.learner();
    const answer = async (parts: Parts, who = pending) => {
      const { status, body } = await upload(who, parts);
      return [status, body.code];
    };
    const none = { content: null, documentType: 'x', enrollmentId: 'x' };
    expect(await answer(none)).toEqual([400, 'NO_FILE']);
    expect(await answer({ ...none, content: Buffer.alloc(0) })).toEqual([400, 'NO_FILE']);
    expect(await answer({ documentType: 'x', enrollmentId: 'x' })).toEqual([400, 'INVALID_DOCUMENT_TYPE']);
    expect(await answer({ documentType: '' })).toEqual([400, 'INVALID_DOCUMENT_TYPE']);
    expect(await answer({ enrollmentId: 'x' })).toEqual([400, 'INVALID_ENROLLMENT_ID']);
    expect(await answer({ enrollmentId: NOWHERE })).toEqual([404, 'ENROLLMENT_NOT_FOUND']);
    const oriented = await school.learner({ progressState: 'orientation_complete' });
    expect(await answer({ enrollmentId: oriented.enrollment.id })).toEqual([404, 'ENROLLMENT_NOT_FOUND']);
    const big = Buffer.concat([PDF, Buffer.alloc(10_485_761 - PDF.length)]);
    expect(await answer({ content: big })).toEqual([403, 'ORIENTATION_REQUIRED']);
    expect(await answer({ content: big }, oriented)).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await answer({ content: big.subarray(1) }, oriented)).toEqual([415, 'UNSUPPORTED_TYPE']);
    expect(await answer({ content: big.subarray(0, -1) }, oriented)).toEqual([200, undefined]);
    for (const content of ['GIF89a', '<svg/>', 'MZ', '<html>'].map((text) => Buffer.from(text)))
      expect(await answer({ content }, oriented)).toEqual([415, 'UNSUPPORTED_TYPE']);
    expect(await answer({ content: Buffer.concat([PDF, zipEnd()]) }, oriented)).toEqual([
      415,
      'UNSUPPORTED_TYPE',
    ]);
    const json = await pending.http.call('POST', '/api/enrollment/upload-document', { file: 'x' });
    expect([json.status, json.body]).toEqual([400, { error: 'No file provided', code: 'NO_FILE' }]);
  });

  it('stores nothing when it refuses', async () => {
    const learner = await school.learner();
    const refused = await upload(learner);
    expect(refused.body).toEqual({
      error: 'Please complete orientation first.',
      code: 'ORIENTATION_REQUIRED',
      state: 'enrolled_pending_orientation',
    });
    const { sql } = school.world.server.services.client;
    const [rows] = await sql`select
      (select count(*)::int from enrollment_documents where tenant_id = ${school.world.tenant.id}
        and enrollment_id = ${learner.enrollment.id}) as documents,
      (select count(*)::int from unclaimed_files where tenant_id = ${school.world.tenant.id}) as files`;
    expect(rows).toEqual({ documents: 0, files: 0 });
    expect(await denialsOf(learner)).toEqual([
      ['UPLOAD_DOCUMENT', 'ORIENTATION_REQUIRED', 'enrolled_pending_orientation'],
    ]);
  });
});

describe('GET /enrollment/documents/:id/file', () => {
  it('is for the uploader and staff; for everybody else there is none', async () => {
    const learner = await school.learner(ACTIVE);
    const { body } = await upload(learner, { name: 'My licence.exe' });
    const path = new URL(body.document.file_url).pathname;
    const staff = await school.member('member');
    for (const { http } of [learner, staff]) {
      const file = await http.call('GET', path);
      expect(file.status).toBe(200);
      expect(file.bytes).toEqual(PDF);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'content-disposition': expect.stringMatching(/^attachment;/),
      });
    }
    const other = await school.learner(ACTIVE);
    const host = await school.member('host');
    for (const { http } of [other, host]) expect((await http.call('GET', path)).status).toBe(404);
    expect((await staff.http.call('GET', path.replace(body.document.id, NOWHERE))).status).toBe(404);
    const visitor = await httpClient(school.world, 'visitor');
    expect((await visitor.call('GET', path)).status).toBe(401);
    const elsewhere = await academy();
    expect((await (await elsewhere.member('owner')).http.call('GET', path)).status).toBe(404);
  });
});

describe('a programme that is no longer offered', () => {
  it('still leads who has a place in it to the first day', async () => {
    const { sql } = school.world.server.services.client;
    const offer = (active: boolean) =>
      sql`update programs set active = ${active} where tenant_id = ${school.world.tenant.id}`;
    const learner = await school.learner();
    await offer(false);
    try {
      expect((await orient(learner)).status).toBe(200);
      await upload(learner);
      expect((await submit(learner)).status).toBe(200);
      expect(await readMe(learner.ctx, PROGRAM)).toMatchObject({
        state: 'active_enrolled',
        enrollment: { id: learner.enrollment.id, requiredDocuments: ['government_id'] },
      });
      const { http } = await school.member('learner');
      expect((await orient({ http })).body).toMatchObject({ code: 'NO_ENROLLMENT', state: null });
    } finally {
      await offer(true);
    }
  });
});

describe('POST /enrollment/submit-documents', () => {
  it('wants the required papers, then sets the next Monday', async () => {
    const learner = await school.learner({ progressState: 'orientation_complete' });
    expect((await submit(learner)).body).toEqual({
      error: 'Required documents missing',
      code: 'REQUIRED_DOCUMENT_MISSING',
      missing: ['government_id'],
    });
    await upload(learner, { documentType: 'w4_form' });
    expect((await submit(learner)).status).toBe(400);
    expect((await rowOf(learner))?.enrollment_state).toBe('documents_pending');
    const { body } = await upload(learner);
    const { db } = school.world.server.services.client;
    const setStatus = (status: 'rejected' | 'approved') =>
      db
        .update(enrollmentDocuments)
        .set({ status })
        .where(
          and(
            eq(enrollmentDocuments.tenantId, learner.enrollment.tenantId),
            eq(enrollmentDocuments.documentId, body.document.id),
          ),
        );
    await setStatus('rejected');
    expect((await submit(learner)).body.missing).toEqual(['government_id']);
    await setStatus('approved');
    const done = await submit(learner);
    expect([done.status, done.body]).toEqual([
      200,
      {
        success: true,
        program: 'barber-apprenticeship',
        program_start_date: '2026-01-19T00:00:00.000Z',
        message: 'Your training begins on 1/19/2026',
      },
    ]);
    expect(await rowOf(learner)).toMatchObject({
      enrollment_state: 'active_enrolled',
      program_start_date: '2026-01-19',
      documents_submitted_at: '2026-01-15 10:00:00+00',
    });
    const { sql } = school.world.server.services.client;
    const [apprentice] = await sql`select start_date::text from apprentices
      where tenant_id = ${learner.enrollment.tenantId} and enrollment_id = ${learner.enrollment.id}`;
    expect(apprentice).toEqual({ start_date: '2026-01-19' });
    const again = await submit(learner);
    expect([again.status, again.body.code]).toEqual([403, 'ACTION_NOT_ALLOWED']);
  });

  it('makes the apprentice record where it is missing, and keeps a date once set', async () => {
    const learner = await school.learner({
      progressState: 'documents_pending',
      programStartDate: '2026-03-02',
      apprentice: null,
    });
    await upload(learner);
    const answers = await Promise.all([submit(learner), submit(learner), submit(learner)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(answers.find(({ status }) => status === 200)?.body.message).toBe(
      'Your training begins on 3/2/2026',
    );
    const { sql } = school.world.server.services.client;
    const made = await sql`select start_date::text, total_hours_required from apprentices
      where tenant_id = ${learner.enrollment.tenantId} and enrollment_id = ${learner.enrollment.id}`;
    expect([...made]).toEqual([{ start_date: '2026-03-02', total_hours_required: 2000 }]);
    const reconciled = await school.journal('enrollment.reconciled');
    expect(reconciled.map(({ subject_id }) => subject_id)).toEqual([learner.enrollment.id]);
  });

  it('begins with the orientation', async () => {
    const refused = await submit(await school.learner());
    expect([refused.status, refused.body.code]).toEqual([403, 'ORIENTATION_REQUIRED']);
  });

  it('counts days in programme time, around midnight and whatever the clocks do', async () => {
    const { clock } = school.world.server;
    const cases = [
      // Sunday evening in Indianapolis, Monday already in UTC.
      ['2026-01-19T04:59:00Z', '2026-01-19'],
      // Monday has begun: a week later.
      ['2026-01-19T05:00:00Z', '2026-01-26'],
      // The night on which the clocks go forward.
      ['2026-03-08T06:59:59Z', '2026-03-09'],
      ['2026-03-09T03:59:59Z', '2026-03-09'],
      ['2026-03-09T04:00:00Z', '2026-03-16'],
      // The night on which they go back.
      ['2026-11-02T04:59:59Z', '2026-11-02'],
      ['2026-11-02T05:00:00Z', '2026-11-09'],
    ] as const;
    for (const [now, monday] of cases) {
      const learner = await school.learner({ progressState: 'orientation_complete' });
      clock.set(now);
      await upload(learner);
      expect((await submit(learner)).body.program_start_date, now).toBe(`${monday}T00:00:00.000Z`);
    }
    clock.set('2026-01-15T10:00:00Z');
  });
});
