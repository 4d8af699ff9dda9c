import { createContact, createVehicle } from '@officina/db/factories';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, field, fits, heading, see } from './steps.ts';

const at = journeys();
const NAME = 'Zoé </script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>';

/** A firm with one record of each kind, and every address of the app that shows them. */
async function furnished(locale: string | null = 'en') {
  const firm = await at.firm({ name: NAME }, locale);
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  const contact = await createContact(db, tenantId, {
    firstName: NAME,
    lastName: 'Lefèvre',
    tags: ['a', 'b'],
  });
  const vehicle = await createVehicle(db, tenantId, contact.id, { mileage: 45_000 });
  const facts = { vehicleId: vehicle.id, validUntil: '2099-12-31' };
  const draft = await createQuote(db, tenantId, contact.id, facts);
  const quote = await createQuote(db, tenantId, contact.id, { ...facts, status: 'sent' });
  const invoice = await createInvoice(db, tenantId, contact.id, { status: 'paid' });
  await createInvoice(db, tenantId, contact.id);
  const { sql } = at.office;
  await sql`
    insert into tasks (tenant_id, id, title, contact_id, position, due_at)
    values (${tenantId}, ${crypto.randomUUID()}, ${'Order tyres'}, ${contact.id}, 1, now())`;
  const inside = [
    '/',
    '/contacts',
    `/contacts/${contact.id}`,
    '/contacts/import',
    '/vehicles',
    `/vehicles/${vehicle.id}`,
    '/quotes',
    '/quotes/new',
    `/quotes/${quote.id}`,
    `/quotes/${draft.id}/edit`,
    '/invoices',
    '/invoices/new',
    `/invoices/${invoice.id}`,
    '/tasks',
    '/tasks/table',
    '/reports',
  ];
  const outside = ['/sign-in', '/sign-up', '/forgot', '/reset/x', '/invite/x', '/verify/x', '/q/x'];
  return { ...firm, contact, inside, outside };
}

/** Waits until nothing is loading any more. */
async function settled(page: Page, path: string) {
  await page.goto(path);
  await page.locator('#main').waitFor();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('.skeleton, [aria-busy=true]').count()).toBe(0);
}

it.for(['light', 'dark'] as const)('finds nothing to object to for access, %s', async (theme) => {
  const { owner, inside, outside } = await furnished();
  const page = await at.as(owner, { theme });
  for (const path of inside) {
    await settled(page, path);
    await accessible(page);
  }
  const visitor = await at.visitor({ theme });
  for (const path of outside) {
    await settled(visitor, path);
    await accessible(visitor);
  }
});

it('fits a phone on every page', async () => {
  const { owner, inside, outside } = await furnished();
  const phone = { width: 360, height: 740 };
  const page = await at.as(owner, phone);
  for (const path of inside) {
    await settled(page, path);
    await fits(page);
  }
  const visitor = await at.visitor(phone);
  for (const path of outside) {
    await settled(visitor, path);
    await fits(visitor);
  }
});

it('lets a quote be written on a phone', async () => {
  const { owner, tenant } = await furnished();
  await createContact(at.office.db, tenant.id, { firstName: 'Paul', lastName: 'Martin' });
  const page = await at.as(owner, { width: 360, height: 740 });
  await page.goto('/quotes');
  await page.getByRole('button', { name: 'New quote' }).tap();
  await see(heading(page, 'New quote'));
  await field(page, 'Client').tap();
  await field(page, 'Client').fill('martin');
  await page.getByRole('option', { name: 'Paul Martin' }).tap();
  await field(page, 'Description of line 1').fill('Brakes');
  await field(page, 'Unit price of line 1, excluding VAT').fill('99,90');
  await button(page, 'Add a line').tap();
  await field(page, 'Description of line 2').fill('Labour');
  await field(page, 'Unit price of line 2, excluding VAT').fill('50');
  await fits(page);
  await button(page, 'Preview').tap();
  await see(page.getByRole('dialog', { name: 'Preview' }).getByRole('img').first());
  await button(page.getByRole('dialog', { name: 'Preview' }), 'Close').tap();
  await see(page.locator('output', { hasText: '€179.88' }));
  await page.locator('form').getByRole('button', { name: 'Save', exact: true }).tap();
  await see(heading(page, /^Quote \d{4}-\d{3}$/));
  await fits(page);
});

it('speaks French wherever English has other words', async () => {
  const { owner, inside } = await furnished('fr');
  const [english, french] = [await at.as({ ...owner, locale: 'en' }), await at.as(owner)];
  await english.addInitScript(() => localStorage.setItem('officina.locale', '"en"'));
  const untold: string[] = [];
  for (const path of inside) {
    for (const page of [english, french]) await settled(page, path);
    const said = new Set(await texts(english));
    const same = (await texts(french)).filter((text) => said.has(text) && !SAME.test(text));
    untold.push(...same.map((text) => `${path}: ${text}`));
  }
  expect(untold).toEqual([]);
  expect(await french.locator('html').getAttribute('lang')).toBe('fr');
});

/** Words that French and English share, names and figures. */
const SAME =
  /^(contacts?|client|notes?|description|action|total|date|e-mail|message|type|pdf|csv|vip|whatsapp|sms|a|b|iban|vin|main|[^\p{L}]*|zoé .*|.*lefèvre.*|marc dupont|vidange moteur|order tyres|renault|clio|renault clio|ab-123-cd.*|owner-.*|ctrl|k|\d{4}-\d{3}.*)$/iu;

/** What a page says: texts, labels and hints. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script,style,kbd,option')) found.add(node.textContent?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label],[placeholder],[data-tip]'))
      for (const name of ['aria-label', 'placeholder', 'data-tip'])
        found.add(element.getAttribute(name) ?? '');
    return [...found].filter((text) => /\p{L}/u.test(text));
  });

it('reads Hebrew from the right', async () => {
  const { owner, inside } = await furnished('he');
  const page = await at.as(owner);
  for (const path of inside.slice(0, 3)) {
    await settled(page, path);
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['he', 'rtl']);
    await fits(page);
    const rail = await page.locator('aside').first().boundingBox();
    expect(rail?.x).toBeGreaterThan(1000);
  }
});

it('takes names for names, whatever they hold', async () => {
  const { owner, contact } = await furnished();
  const page = await at.as(owner);
  const answer = await page.goto(`/contacts/${contact.id}`);
  await see(page.getByRole('heading', { level: 1 }).filter({ hasText: '</script>' }));
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  const policy = (await answer?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  const source = (await answer?.text()) ?? '';
  const inline = [...source.matchAll(/<script\b([^>]*)>/g)].filter(
    ([, attributes]) => !/\bsrc=/.test(attributes ?? ''),
  );
  expect(inline.map(([, attributes]) => attributes?.trim())).toEqual([
    'type="application/json" id="officina-boot"',
  ]);
  expect(source).not.toContain('</script><script>window');
  const boot = await page.locator('#officina-boot').textContent();
  expect(JSON.parse(boot ?? '').session.tenant.name).toBe(NAME);
});
