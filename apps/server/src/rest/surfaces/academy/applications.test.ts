import { createEnrollment, createLearner } from '@officina/db/factories-training';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Academy,
  academy,
  applicationOf,
  newAddress,
} from '../../../domains/training/testing/academy-world.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INQUIRY = { name: 'Jo <b>Ray</b>', email: 'Jo@Example.com', program: 'Barber' };

let school: Academy;
beforeAll(async () => {
  school = await academy();
});
const inquire = (body: unknown, headers?: Record<string, string>) =>
  school.visitor.call('POST', '/api/inquiry', body, headers);
const apply = (body: unknown) => school.visitor.call('POST', '/api/applications', body);
const mailsTo = (email: string) => school.sql<{ subject: string; text: string; html: string }[]>`
  select subject, text, html from outbox_messages where tenant_id = ${school.world.tenant.id} and "to" = ${email}
  order by created_at, id`;

describe('POST /api/inquiry with a programme', () => {
  it('keeps the inquiry, journals it, and confirms it by an escaped mail, whatever site it came from', async () => {
    const message = 'When?\nSoon';
    const answer = await inquire(
      { ...INQUIRY, phone: ' ', message },
      { origin: 'https://elsewhere.example' },
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ success: true, inquiry_id: expect.stringMatching(UUID) });
    const [row] = await school.sql`select kind, contact_name, contact_email, phone, service_slug, note, status
      from inquiries where tenant_id = ${school.world.tenant.id} and id = ${answer.body.inquiry_id}`;
    expect(row).toEqual({
      kind: 'training',
      contact_name: INQUIRY.name,
      contact_email: 'jo@example.com',
      phone: null,
      service_slug: 'Barber',
      note: message,
      status: 'new',
    });
    const [mail] = await mailsTo('jo@example.com');
    expect(mail?.text).toContain('Jo <b>Ray</b>');
    expect(mail?.html).toContain('Jo &lt;b&gt;Ray&lt;/b&gt;');
    expect(await school.verbs()).toContain('inquiry.created');
  });

  it.each([
    [{ ...INQUIRY, email: 'nope' }, { email: 'Invalid email format' }],
    [{ program: null }, { name: 'Required', email: 'Invalid email format', program: 'Required' }],
    [{ ...INQUIRY, name: '  ' }, { name: 'Required' }],
    [{ ...INQUIRY, name: 7 }, { name: 'Required' }],
    [{ ...INQUIRY, program: 'x'.repeat(121) }, { program: 'Must be at most 120 characters' }],
    [{ ...INQUIRY, phone: '1'.repeat(41) }, { phone: 'Must be at most 40 characters' }],
    [{ ...INQUIRY, message: 'x'.repeat(5001) }, { message: 'Must be at most 5000 characters' }],
    [{ ...INQUIRY, name: 'a\u0000b' }, { name: 'Must not contain U+0000' }],
  ])('names the faulty fields: %j', async (body, fields) => {
    const answer = await inquire(body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'Validation error', code: 'VALIDATION_ERROR', fields },
    ]);
  });

  it('leaves every other body to the consultancy', async () => {
    for (const body of [{ name: 'x' }, [], 'nonsense', { nested: { program: 1 } }])
      expect((await inquire(body)).body).toMatchObject({ ok: false, success: false });
  });
});

describe('POST /api/applications', () => {
  it('makes an account, a learner and the application, and mails the link that sets a password', async () => {
    const email = newAddress();
    const answer = await apply(applicationOf(` ${email.toUpperCase()} `));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      success: true,
      application_id: expect.stringMatching(UUID),
      redirect_url: '/programs/barber-apprenticeship/checkout',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const [facts] = await school.sql`
      select u.name, u.password_hash, m.role, c.source, c.email, l.phone, a.status, a.phone_digits, a.signature
      from applications a join users u on u.id = a.user_id
        join members m on m.tenant_id = a.tenant_id and m.user_id = u.id
        join learners l on l.tenant_id = a.tenant_id and l.user_id = u.id
        join contacts c on c.tenant_id = a.tenant_id and c.id = l.contact_id
      where a.tenant_id = ${school.world.tenant.id} and a.id = ${answer.body.application_id}`;
    expect(facts).toEqual({
      name: 'Dana Reed',
      password_hash: null,
      role: 'learner',
      source: 'academy',
      email,
      phone: '(317) 555-0100',
      status: 'submitted',
      phone_digits: '3175550100',
      signature: 'Dana Reed',
    });
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Set your password');
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/set-password\?token=[\w-]{43}(?![\w-])/);

    const again = await apply(applicationOf(email.toUpperCase()));
    expect([again.status, again.body]).toEqual([
      409,
      { error: 'An application for this program already exists', code: 'DUPLICATE_APPLICATION' },
    ]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('changes nothing of an account that exists, and tells its owner to sign in', async () => {
    const { world, sql } = school;
    const staff = await world.as('member');
    if (staff.actor.kind !== 'user') throw new Error('a person was made');
    const { email } = staff.actor;
    const before = await sql`select * from users where email = ${email}`;
    expect((await apply(applicationOf(email))).status).toBe(200);
    expect(await sql`select * from users where email = ${email}`).toEqual(before);
    expect(
      await sql`select role from members where tenant_id = ${world.tenant.id} and user_id = ${staff.actor.id}`,
    ).toEqual([{ role: 'member' }]);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Sign in to continue');
    expect(mail?.text).not.toMatch(/[\w-]{43}/);
  });

  it('refuses who is enrolled, but not who shares a telephone', async () => {
    const { world, db, program } = school;
    const { user } = await createLearner(db, world.tenant.id);
    await createEnrollment(db, world.tenant.id, { userId: user.id, programId: program.id });
    expect((await apply(applicationOf(user.email))).body.code).toBe('DUPLICATE_APPLICATION');
    expect((await apply(applicationOf(newAddress()))).status).toBe(200);
  });

  it('takes one of many equal ones that come at once, and makes one account', async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 8 }, () => apply(applicationOf(email))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await school.sql`select 1 from users where email = ${email}`).toHaveLength(1);
    expect(
      await school.sql`select 1 from contacts where tenant_id = ${school.world.tenant.id} and email = ${email}`,
    ).toHaveLength(1);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  const address = applicationOf('x').address;
  it.each([
    [{ program_slug: 'nothing' }, 'program_slug', 'Unknown program'],
    [{ first_name: '' }, 'first_name', 'Required'],
    [{ email: 'nope' }, 'email', 'Invalid email format'],
    [{ phone: '12-34' }, 'phone', 'Must have 7 to 15 digits'],
    [{ date_of_birth: '2000-02-30' }, 'date_of_birth', 'Must be a date (YYYY-MM-DD)'],
    [{ date_of_birth: '2026-01-16' }, 'date_of_birth', 'Must be in the past'],
    [{ date_of_birth: '2010-01-16' }, 'date_of_birth', 'Applicants must be at least 16 years old'],
    [{ address: null }, 'address', 'Required'],
    [
      { address: { ...address, zip: '4' } },
      'address.zip',
      'Must be 3 to 12 letters, digits, spaces or dashes',
    ],
    [{ has_transportation: 'yes' }, 'has_transportation', 'Must be true or false'],
    [{ felony_disclosure: null }, 'felony_disclosure', 'Must be true or false'],
    [{ signature: null }, 'signature', 'Required'],
  ])('names a faulty field: %j', async (fault, field, text) => {
    const answer = await apply({ ...applicationOf(newAddress()), ...fault });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'Validation error', code: 'VALIDATION_ERROR', fields: { [field]: text } },
    ]);
  });

  it('takes who turns sixteen today, in programme time', async () => {
    const body = { ...applicationOf(newAddress()), date_of_birth: '2010-01-15' };
    expect((await apply(body)).status).toBe(200);
    school.world.server.clock.set('2026-01-16T04:59:00.000Z');
    const young = { ...applicationOf(newAddress()), date_of_birth: '2010-01-16' };
    expect((await apply(young)).status).toBe(400);
    school.world.server.clock.set('2026-01-16T05:00:00.000Z');
    expect((await apply(young)).status).toBe(200);
  });

  it('tells malformed JSON, and JSON that is no object', async () => {
    for (const body of ['{', '[]', '"x"', 'null', '7'])
      expect((await apply(body)).body).toEqual({ error: 'Malformed JSON', code: 'INVALID_JSON' });
    expect((await apply(`{"x":"${'y'.repeat(262_145)}"}`)).status).toBe(413);
  });
});
