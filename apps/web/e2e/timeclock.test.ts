import { createEnrollment, createProgram, createShop } from '@officina/db/factories-training';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { journeys } from './journeys.ts';
import { accessible, button, fits, heading, see, toast } from './steps.ts';

const at = journeys();
const SHOP = { latitude: 39.7684, longitude: -86.1581, accuracy: 12 };

/** A training provider with one learner who began some weeks ago, on a phone at the shop. */
async function learner() {
  const firm = await at.firm({ modules: ['academy'], currency: 'USD' });
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  const program = await createProgram(db, tenantId);
  const shop = await createShop(db, tenantId, { name: 'Main Street Barbers' });
  const person = await firm.hire('learner', { name: 'Dana Reed' });
  await createEnrollment(db, tenantId, {
    userId: person.id,
    programId: program.id,
    progressState: 'active_enrolled',
    programStartDate: '2026-01-05',
    apprentice: { shopId: shop.id },
  });
  const page = await at.as(person, { width: 390, height: 844 });
  await page.context().grantPermissions(['geolocation']);
  const entries = () => at.office
    .sql`select source, flags, clock_in_at, lunch_start_at, lunch_end_at, clock_out_at
    from progress_entries where tenant_id = ${tenantId}`;
  return { firm, shop, page, entries };
}

const ZONE = 'America/Indiana/Indianapolis';
const siteTime = ({ clock_in_at = '' }: { clock_in_at?: string } = {}): string =>
  new Date(clock_in_at).toLocaleTimeString('en', { timeStyle: 'short', timeZone: ZONE });

const stand = (page: Page, place: Partial<typeof SHOP> = {}) =>
  page.context().setGeolocation({ ...SHOP, ...place });

it('clocks in, takes lunch and clocks out at the shop', async () => {
  const { page, entries } = await learner();
  await stand(page);
  await page.goto('/apprentice/timeclock');
  await see(heading(page, 'Timeclock'));
  await see(page.getByText('0 m away, to 12 m'));
  await fits(page);
  await accessible(page);
  for (const [press, then] of [
    ['Clock in', 'Clock out'],
    ['Start lunch', 'End lunch'],
    ['End lunch', 'Clock out'],
    ['Clock out', 'Clock in'],
  ] as const) {
    await button(page, press).click();
    await see(button(page, then));
    await see(page.locator('main, body').getByText(/At work since|Not at work/));
    // By the clocks of where the shop is, whatever those of the firm and of this device show.
    if (then === 'Clock out') await see(page.getByText(`At work since ${siteTime((await entries())[0])}`));
  }
  await expect.poll(async () => (await entries())[0]?.clock_out_at).toBeTruthy();
  const [entry] = await entries();
  expect(entry).toMatchObject({ source: 'timeclock', lunch_end_at: expect.anything() });
});

it('says what to do where the place does not fit', async () => {
  const { page, entries } = await learner();
  await stand(page, { accuracy: 80 });
  await page.goto('/apprentice/timeclock');
  await see(page.getByText(/only known to 80 m/));
  expect(await button(page, 'Clock in').isDisabled()).toBe(true);
  await stand(page, { latitude: 39.7784 });
  await see(page.getByText(/You are 1,112 m away/));
  expect(await button(page, 'Clock in').isDisabled()).toBe(true);
  expect(await entries()).toHaveLength(0);
});

it('asks for the location where it is denied', async () => {
  const { page } = await learner();
  await page.context().clearPermissions();
  await page.goto('/apprentice/timeclock');
  await see(page.getByText(/Location is blocked/));
  expect(await button(page, 'Clock in').isDisabled()).toBe(true);
});

it('keeps what is pressed without network, and sends it with its own time', async () => {
  const { page, entries } = await learner();
  await stand(page);
  await page.goto('/apprentice/timeclock');
  await see(page.getByText('0 m away, to 12 m'));
  await page.context().setOffline(true);
  await button(page, 'Clock in').click();
  await see(page.getByRole('region', { name: 'Waiting to be sent' }).getByText('Clock in'));
  await see(button(page, 'Start lunch'));
  expect(await entries()).toHaveLength(0);
  await page.context().setOffline(false);
  await see(toast(page, /has been sent/));
  await expect.poll(async () => (await entries()).map(({ flags }) => flags)).toEqual([['offline']]);
});
