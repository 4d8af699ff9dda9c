import { createInquiry } from '@officina/db/factories-portal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { createWorld } from '../../../testing/harness.ts';
import { addDemoServices } from '../../catalogue/demo-services/add-demo-services.ts';
import { createOrganization } from '../../organizations/create-organization.ts';
import { listOrganizations } from '../../organizations/list-organizations.ts';
import { updateOrganization } from '../../organizations/update-organization.ts';
import { bellOf, verbsOf } from '../testing/portal-world.ts';
import { getInquiry, listInquiries } from './inquiry-reads.ts';
import { setInquiryStatus } from './set-inquiry-status.ts';
import { submitInquiry } from './submit-inquiry.ts';

const asked = {
  organization: 'New Firm',
  role: 'CTO',
  serviceSlug: 'delivery-rescue',
  timeframe: 'Immediate' as const,
  email: 'Jo@NewFirm.example',
  consent: true as const,
};

async function consultancy() {
  const world = await createWorld();
  world.server.clock.set('2026-01-15T10:00:00.000Z');
  const { db, sql } = world.server.services.client;
  await addDemoServices(db, world.tenant.id);
  const visitor: Ctx = Object.create(world.ctx, { actor: { value: { kind: 'visitor' } } });
  const submit = (facts: object = {}) => submitInquiry(visitor, { ...asked, ...facts });
  const orgNameOf = async (submitted: Promise<{ id: string }>) =>
    (await getInquiry(world.ctx, { id: (await submitted).id })).orgName;
  const later = () => world.server.clock.advance({ seconds: 61 });
  return { world, db, sql, visitor, submit, orgNameOf, later };
}

describe('an inquiry', () => {
  it('is kept, journalled and told to all staff', async () => {
    const { world, submit } = await consultancy();
    const [operator, client] = await Promise.all([world.as('member'), world.as('client')]);
    const { id } = await submit({ note: ' Soon ', mode: 'hybrid' });
    const { orgId, ...rest } = await getInquiry(operator, { id });
    expect(rest).toEqual({
      id,
      organization: 'New Firm',
      orgName: 'New Firm',
      contactEmail: 'jo@newfirm.example',
      role: 'CTO',
      serviceSlug: 'delivery-rescue',
      timeframe: 'Immediate',
      note: 'Soon',
      mode: 'hybrid',
      status: 'new',
      consent: true,
      engagementId: null,
      createdAt: '2026-01-15T10:00:00.000Z',
      abilities: { triage: true, close: true, convert: false, convertBlocked: false },
    });
    const made = (await listOrganizations(world.ctx, {})).items.find((org) => org.id === orgId);
    expect(made).toMatchObject({ standing: 'prospect', domain: 'newfirm.example', domainVerifiedAt: null });
    expect(await verbsOf(world)).toEqual(['organization.created', 'inquiry.created']);
    expect(await bellOf(world, operator)).toEqual(['inquiry_new']);
    expect(await bellOf(world, world.ctx)).toEqual(['inquiry_new']);
    expect(await bellOf(world, client)).toEqual([]);
  });

  it('with a filled honeypot, or about a service that is not sold, leaves nothing', async () => {
    const { world, submit, sql } = await consultancy();
    const first = await submit({ website: 'https://spam.example' });
    const second = await submit({ website: 'https://spam.example' });
    expect(first.id).not.toBe(second.id);
    await sql`update services set retired_at = now() where tenant_id = ${world.tenant.id} and slug = 'assistant-pilot'`;
    for (const serviceSlug of ['nothing', 'assistant-pilot'])
      await expect(submit({ serviceSlug })).rejects.toMatchObject({
        code: 'VALIDATION_ERROR',
        details: [{ field: 'serviceSlug', message: 'Unknown service' }],
      });
    expect((await listInquiries(world.ctx, {})).items).toEqual([]);
    expect(await verbsOf(world)).toEqual([]);
  });

  it('sent twice within a minute is one, also when it is sent many times at once', async () => {
    const { world, submit, later } = await consultancy();
    const ids = await Promise.all(Array.from({ length: 8 }, () => submit()));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    world.server.clock.advance({ seconds: 60 });
    expect(await submit({ role: 'CEO', email: 'JO@newfirm.example' })).toEqual(ids[0]);
    expect(await submit({ serviceSlug: 'assistant-pilot' })).not.toEqual(ids[0]);
    expect(await submit({ organization: 'Other' })).not.toEqual(ids[0]);
    later();
    expect(await submit()).not.toEqual(ids[0]);
    expect((await listInquiries(world.ctx, {})).items).toHaveLength(4);
    expect((await verbsOf(world)).filter((verb) => verb === 'organization.created')).toHaveLength(1);
  });
});

describe('the organisation of an inquiry', () => {
  it('is the one that has verified the domain, and never one that is only named or claims a domain', async () => {
    const { world, submit, orgNameOf } = await consultancy();
    const { id } = await createOrganization(world.ctx, { name: 'Acme', domain: 'acme.example' });
    expect(await orgNameOf(submit({ organization: 'acme', email: 'a@acme.example' }))).toBe(
      'acme (acme.example)',
    );
    await updateOrganization(world.ctx, { id, domainVerified: true });
    expect(await orgNameOf(submit({ organization: 'Whatever', email: 'b@acme.example' }))).toBe('Acme');
    // The verified domain goes before what an earlier inquiry made.
    expect(await orgNameOf(submit({ organization: 'Again', email: 'a@ACME.example' }))).toBe('Acme');
    expect(await orgNameOf(submit({ organization: 'Sub', email: 'c@sub.acme.example' }))).toBe('Sub');
    const acme = (await listOrganizations(world.ctx, { q: 'acme' })).items.find((org) => org.id === id);
    expect(acme).toMatchObject({ name: 'Acme', standing: 'prospect' });
  });

  it('is the one that an earlier inquiry of the same address made', async () => {
    const { submit, orgNameOf, later } = await consultancy();
    expect(await orgNameOf(submit())).toBe('New Firm');
    later();
    expect(await orgNameOf(submit({ organization: 'Newer Firm' }))).toBe('New Firm');
    expect(await orgNameOf(submit({ email: 'mo@newfirm.example' }))).toBe('New Firm (newfirm.example)');
  });

  it('is numbered when the name is taken with the domain, too; free mail names nobody', async () => {
    const { world, submit, orgNameOf } = await consultancy();
    const names: (string | null)[] = [];
    for (const name of ['a', 'b', 'c', 'd'])
      names.push(await orgNameOf(submit({ email: `${name}@gmail.com` })));
    expect(names).toEqual([
      'New Firm',
      'New Firm (gmail.com)',
      'New Firm (gmail.com) 2',
      'New Firm (gmail.com) 3',
    ]);
    expect((await listOrganizations(world.ctx, {})).items.map(({ domain }) => domain)).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  it('is another for each of many strangers who type one name at once', async () => {
    const { world, submit } = await consultancy();
    await Promise.all(Array.from({ length: 6 }, (_, at) => submit({ email: `p${at}@firm.example` })));
    const { items } = await listOrganizations(world.ctx, {});
    expect(new Set(items.map(({ name }) => name)).size).toBe(6);
    const inquiries = (await listInquiries(world.ctx, {})).items;
    expect(new Set(inquiries.map(({ orgId }) => orgId)).size).toBe(6);
  });
});

describe('inquiries', () => {
  it('are listed newest first, by status, page by page', async () => {
    const { world, db } = await consultancy();
    const made: string[] = [];
    for (const status of ['new', 'triaged', 'new', 'closed', 'new'] as const) {
      const { id } = await createInquiry(db, world.tenant.id, {
        orgId: null,
        status,
        createdAt: new Date('2026-01-10T00:00:00Z'),
      });
      made.unshift(id);
    }
    await createInquiry(db, world.tenant.id, { orgId: null, kind: 'training' });
    const seen: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page = await listInquiries(world.ctx, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made);
    expect((await listInquiries(world.ctx, { status: 'new' })).items).toHaveLength(3);
  });

  it('move as the table of states says, whatever is tried', async () => {
    const { world, db } = await consultancy();
    const words = fc.constantFrom('new', 'triaged', 'converted', 'closed');
    const allowed: Record<string, string[]> = { new: ['triaged', 'closed'], triaged: ['closed'] };
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (tries) => {
        const { id } = await createInquiry(db, world.tenant.id, { orgId: null });
        let state = 'new';
        for (const status of tries) {
          const moved = setInquiryStatus(world.ctx, { id, status });
          if (status === state || allowed[state]?.includes(status)) {
            expect((await moved).status).toBe(status);
            state = status;
          } else await expect(moved).rejects.toMatchObject({ code: 'INVALID_STATUS_TRANSITION' });
        }
        expect((await getInquiry(world.ctx, { id })).status).toBe(state);
      }),
      { numRuns: 25 },
    );
  });

  it('are moved once by many at once', async () => {
    const { world, db } = await consultancy();
    const { id } = await createInquiry(db, world.tenant.id, { orgId: null });
    await Promise.allSettled([
      ...Array.from({ length: 3 }, () => setInquiryStatus(world.ctx, { id, status: 'closed' })),
      ...Array.from({ length: 3 }, () => setInquiryStatus(world.ctx, { id, status: 'triaged' })),
    ]);
    const verbs = await verbsOf(world);
    expect(verbs.filter((verb) => verb === 'inquiry.closed').length).toBeLessThanOrEqual(1);
    expect(verbs.filter((verb) => verb === 'inquiry.triaged').length).toBeLessThanOrEqual(1);
    const last = (await getInquiry(world.ctx, { id })).status;
    expect(verbs.at(-1)).toBe(`inquiry.${last}`);
  });

  it('are the staff’s, each tenant its own', async () => {
    const { world, submit } = await consultancy();
    const { id } = await submit();
    const admin = await world.as('admin');
    expect((await setInquiryStatus(admin, { id, status: 'triaged' })).abilities).toEqual({
      triage: false,
      close: true,
      convert: true,
      convertBlocked: false,
    });
    const calls = [
      (ctx: Ctx) => listInquiries(ctx, {}),
      (ctx: Ctx) => getInquiry(ctx, { id }),
      (ctx: Ctx) => setInquiryStatus(ctx, { id, status: 'closed' }),
    ];
    for (const role of ['client_admin', 'accountant', 'learner'] as const) {
      const refused = await world.as(role);
      for (const call of calls) await expect(call(refused)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const { ctx } = await createWorld();
    const [list, ...others] = calls;
    expect(await list?.(ctx)).toMatchObject({ items: [] });
    for (const call of others) await expect(call(ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getInquiry(ctx, { id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
