import { describe, expect, it } from 'vitest';
import { browser } from '../../testing/browser.ts';
import { anotherServer, createWorld, httpClient, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { checkSubdomain } from './check-subdomain.ts';
import { legalChecklist } from './legal-checklist.ts';
import { readSettings } from './settings.ts';
import { updateSettings } from './update-settings.ts';
import { readUsage } from './usage.ts';

async function entries({ server, tenant }: World) {
  return server.services.client.sql`select subject_id, before, after from journal_entries
    where tenant_id = ${tenant.id} and verb = 'settings.updated' order by xid, id`;
}

const legal = {
  companyName: 'Garage Dupont SARL',
  legalForm: 'SARL',
  capital: '10 000 €',
  siret: '732 829 320 00074',
  vatNumber: 'fr 44 732829320',
  rcs: 'Paris B 732 829 320',
  address: { street: '12 Rue de la Paix', city: 'Paris', postalCode: '75001' },
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'bnpafrpp',
  legalTexts: { mediator: 'CM2C, Paris', warranty: null },
};

describe('settings', () => {
  it('start with the standard ones, and say what invoices still lack', async () => {
    const world = await createWorld('owner', { name: 'Garage Dupont' });
    expect(await readSettings(world.ctx, {})).toMatchObject({
      name: 'Garage Dupont',
      companyName: 'Garage Dupont',
      plan: 'pro',
      siret: null,
      logoUrl: null,
      defaultVatRate: 20,
      vatExempt: false,
      paymentTermDays: 30,
      quoteValidityDays: 30,
      hourlyRateCents: null,
      conversionTarget: 0.35,
      legalTexts: {},
      checklist: {
        missing: ['legalForm', 'siret', 'vatNumber', 'address'],
        recommended: ['rcs', 'mediator', 'iban'],
      },
      version: 1,
      abilities: { edit: true },
    });
  });

  it('keep what is given, normalised, with before and after in the journal', async () => {
    const world = await createWorld();
    const saved = await updateSettings(world.ctx, {
      version: 1,
      ...legal,
      hourlyRateCents: 6500,
      vatExempt: false,
    });
    expect(saved).toMatchObject({
      siret: '73282932000074',
      vatNumber: 'FR44732829320',
      iban: 'FR7630006000011234567890189',
      bic: 'BNPAFRPP',
      address: { street: '12 Rue de la Paix', city: 'Paris', postalCode: '75001', country: 'France' },
      legalTexts: { mediator: 'CM2C, Paris' },
      hourlyRateCents: 6500,
      checklist: { missing: [], recommended: [] },
      version: 2,
    });
    const cleared = await updateSettings(world.ctx, { siret: '', legalTexts: { mediator: '' } });
    expect(cleared).toMatchObject({ siret: null, legalTexts: {}, legalForm: 'SARL', version: 3 });
    expect(cleared.checklist).toEqual({ missing: ['siret'], recommended: ['mediator'] });
    expect(await readSettings(world.ctx, {})).toEqual(cleared);
    expect(await entries(world)).toMatchObject([
      { subject_id: world.tenant.id, before: { siret: null, hourlyRateMinor: null } },
      { before: { siret: '73282932000074' }, after: { siret: null, legalTexts: {} } },
    ]);
    await updateSettings(world.ctx, { siret: null, defaultVatRate: 20 });
    expect(await entries(world)).toHaveLength(2);
  });

  it('name every faulty field', async () => {
    const world = await createWorld();
    const faulty = {
      name: 'x',
      siret: '73282932000075',
      vatNumber: 'FR00732829320',
      iban: 'FR7630006000011234567890188',
      bic: 'X',
      timeZone: 'Mars/Olympus',
      locale: '!!',
      currency: 'EURO',
      website: 'javascript:alert(1)',
      email: 'x',
      address: { postalCode: '1' },
      defaultVatRate: 20.555,
      paymentTermDays: 1.5,
      quoteValidityDays: 0,
      hourlyRateCents: -1,
      conversionTarget: 2,
      companyName: 'A\nB',
    };
    const error = await updateSettings(world.ctx, faulty).catch((reason) => reason);
    expect(error.code).toBe('VALIDATION_ERROR');
    const fields = error.details.map((fault: { field: string }) => fault.field);
    expect(fields.sort()).toEqual(
      [...Object.keys(faulty).filter((key) => key !== 'address'), 'address.postalCode'].sort(),
    );
    const unknown = { legalTexts: { other: 'x' } } as object;
    await expect(updateSettings(world.ctx, unknown)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(updateSettings(world.ctx, { version: 1 })).rejects.toMatchObject({
      details: [{ field: 'body', message: 'Nothing to change' }],
    });
    for (const timeZone of ['+01:00', '', 'europe/nowhere'])
      await expect(updateSettings(world.ctx, { timeZone })).rejects.toMatchObject({
        details: [{ field: 'timeZone' }],
      });
  });

  it('refuse a save on an older version; of two at once one is too late', async () => {
    const world = await createWorld();
    const outcomes = await Promise.allSettled(
      ['A1', 'B2', 'C3'].map((companyName) => updateSettings(world.ctx, { version: 1, companyName })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(late?.reason).toMatchObject({ code: 'VERSION_CONFLICT', details: { expected: 1, current: 2 } });
    await Promise.all([
      updateSettings(world.ctx, { phone: '01 23 45 67 89' }),
      updateSettings(world.ctx, { website: 'https://garage.example' }),
    ]);
    expect(await readSettings(world.ctx, {})).toMatchObject({
      phone: '01 23 45 67 89',
      website: 'https://garage.example',
      version: 4,
    });
  });

  it('are read by the office and changed by owners', async () => {
    const world = await createWorld();
    expect((await readSettings(await world.as('accountant'), {})).abilities).toEqual({ edit: false });
    for (const [role, permission] of [
      ['manager', 'settings.edit'],
      ['member', 'settings.edit'],
    ] as const)
      await expect(updateSettings(await world.as(role), { bic: null })).rejects.toMatchObject({
        details: { permission },
      });
    await expect(readSettings(await world.as('member'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(readUsage(await world.as('member'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stay in their tenant', async () => {
    const [world, other] = await Promise.all([createWorld(), createWorld()]);
    await updateSettings(world.ctx, { companyName: 'Mine', name: 'Mine' });
    expect(await readSettings(other.ctx, {})).toMatchObject({
      companyName: 'Garage Test',
      name: 'Garage Test',
      version: 1,
    });
  });

  it('of the tenant itself are seen with the next request, in every process', async () => {
    const world = await createWorld();
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const here = browser(world.server);
    const elsewhere = browser(await anotherServer());
    await here.signIn(person.email);
    elsewhere.cookie = here.cookie;
    const tenantOf = async (client: typeof here) => (await client.query('identity.session')).data.tenant;
    expect((await tenantOf(elsewhere)).timeZone).toBe('Europe/Paris');
    const facts = { name: 'Tax Advisers', timeZone: 'asia/jerusalem', currency: 'ils', locale: 'he-il' };
    const saved = await here.mutate('tenancy.updateSettings', facts);
    const stored = { name: 'Tax Advisers', timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' };
    expect(saved.data).toMatchObject(stored);
    expect(await tenantOf(here)).toMatchObject(stored);
    await expect.poll(() => tenantOf(elsewhere)).toMatchObject(stored);
  });
});

describe('what invoices need', () => {
  const nothing = {
    companyName: 'X',
    legalForm: null,
    capital: null,
    siret: null,
    rcs: null,
    vatNumber: null,
    vatExempt: false,
    address: null,
    iban: 'x',
    legalTexts: { mediator: 'x' },
  };
  const of = (facts: Partial<Parameters<typeof legalChecklist>[0]>, locale = 'fr-FR') =>
    legalChecklist({ ...nothing, rcs: 'x', ...facts }, locale).missing;

  it('depends on the form of the firm, its VAT and its country', () => {
    expect(of({})).toEqual(['legalForm', 'siret', 'vatNumber', 'address']);
    expect(of({ vatExempt: true })).toEqual(['legalForm', 'siret', 'address']);
    expect(of({ legalForm: 'S.A.R.L.' })).toEqual(['siret', 'capital', 'vatNumber', 'address']);
    expect(of({ legalForm: 'Entreprise individuelle' })).toEqual(['siret', 'vatNumber', 'address']);
    const address = { street: 'a', city: 'b', postalCode: null, country: 'France' };
    expect(of({ address })).toContain('address');
    expect(of({ address: { ...address, postalCode: '75001' } })).not.toContain('address');
    expect(of({ address: { ...address, country: 'Israel' } })).toEqual(['vatNumber']);
    expect(of({}, 'he-IL')).toEqual(['vatNumber', 'address']);
    expect(of({ companyName: '' }, 'he-IL')).toEqual(['companyName', 'vatNumber', 'address']);
  });
});

describe('a free subdomain', () => {
  it('is told before signing up, without a session', async () => {
    const world = await createWorld();
    const ask = (subdomain: string) =>
      checkSubdomain({ ...world.ctx, actor: { kind: 'visitor' } }, { subdomain });
    const { subdomain } = world.tenant;
    expect(await ask(` ${subdomain.toUpperCase()} `)).toEqual({ available: false, reason: 'taken' });
    expect(await ask(`${subdomain}-2`)).toEqual({ available: true, reason: null });
    for (const invalid of ['', 'ab', 'www', 'a--b', '-ab', 'é'.repeat(5)])
      expect(await ask(invalid), invalid).toEqual({ available: false, reason: 'invalid' });
  });
});

describe('GET /api/tenancy/logo', () => {
  it('is 404 without a logo and 401 without a session', async () => {
    const world = await createWorld('member');
    const none = await (await httpClient(world)).call('GET', '/api/tenancy/logo');
    expect(none.status).toBe(404);
    expect(none.body).toEqual({ success: false, error: 'Logo not found', code: 'NOT_FOUND' });
    expect((await (await httpClient(world, 'visitor')).call('GET', '/api/tenancy/logo')).status).toBe(401);
  });
});
