import { createContact } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { furnished, HOSTILE } from './furnished.ts';
import { journeys } from './journeys.ts';
import { button, field, fits, heading, see } from './steps.ts';

const at = journeys();

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
