import { createContact } from '@officina/db/factories';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { furnished, furnishedOffice, HOSTILE, settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { button, field, fits, heading, see } from './steps.ts';

const at = journeys();
it.each([
  ['a garage', furnished],
  ['an office', furnishedOffice],
] as const)('fits a phone on every page of %s', async (_, furnish) => {
  const { owner, inside, outside } = await furnish(at);
  const phone = { width: 360, height: 740 };
  for (const [page, paths] of [
    [await at.as(owner, phone), inside],
    [await at.visitor(phone), outside],
  ] as const) {
    for (const path of paths) {
      await settled(page, path);
      await fits(page);
    }
  }
});

it('lets a quote be written on a phone', async () => {
  const { owner, tenant } = await furnished(at);
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

it.each([
  ['French', 'fr', furnished],
  ['French in an office', 'fr', furnishedOffice],
  ['Hebrew in an office', 'he', furnishedOffice],
] as const)('speaks %s wherever English has other words', async (_, locale, furnish) => {
  const { owner, hire, inside } = await furnish(at, locale);
  const [english, other] = [await at.as(await hire('owner', { locale: 'en' })), await at.as(owner)];
  const untold: string[] = [];
  for (const path of inside) {
    for (const page of [english, other]) await settled(page, path);
    const said = new Set(await texts(english));
    const same = (await texts(other)).filter((text) => said.has(text) && !SAME.test(text));
    untold.push(...same.map((text) => `${path}: ${text}`));
  }
  expect(untold).toEqual([]);
  expect(await other.locator('html').getAttribute('lang')).toBe(locale);
});

/** Words that both languages write alike, names of things, figures and samples. */
const ALIKE = [
  'Webhooks',
  'action|bic|client|clients|contact|contacts|conversion|csv|date|description|document|documents|e-mail|iban|journal',
  'logo|main|message|messages|modules|signal|note|notes|notifications|page|pdf|photo|rcs|siret|sms|total|type|vin|vip|whatsapp',
  'sarl|free|starter|pro|enterprise|france|ctrl|k|a|b|md|zo|fr\\d+|vf\\w+|https://',
  'levi|bnd-.*|id-\\w+',
  'zoé .*|.*lefèvre.*|marc dupont|owner-.*|vidange moteur|order tyres|renault|clio|renault clio|ab-123-cd.*',
  'rcs lyon .*|\\d{4}-\\d{3}.*|[^\\p{L}]*',
  // How the firm prints dates, whoever reads.
  '\\p{L}+ \\d+ \\p{L}+ \\d{4} à .*',
];
const SAME = new RegExp(`^(${ALIKE.join('|')})$`, 'iu');

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
  const { owner, inside } = await furnishedOffice(at, 'he');
  const page = await at.as(owner);
  for (const path of inside) {
    await settled(page, path);
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['he', 'rtl']);
    await fits(page);
    const rail = await page.locator('aside').first().boundingBox();
    expect(rail?.x).toBeGreaterThan(1000);
  }
});

it('takes names for names, whatever they hold', async () => {
  const { owner, contact } = await furnished(at);
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
    'type="application/json" id="officina-answers"',
  ]);
  expect(source).not.toContain('</script><script>window');
  const boot = await page.locator('#officina-boot').textContent();
  expect(JSON.parse(boot ?? '').session.tenant.name).toBe(HOSTILE);
});
