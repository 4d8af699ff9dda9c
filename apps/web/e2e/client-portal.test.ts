import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrganization } from '@officina/db/factories';
import { createEngagement } from '@officina/db/factories-portal';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { addDemoServices } from '../../server/src/domains/catalogue/demo-services/add-demo-services.ts';
import { type Firm, journeys, type Person } from './journeys.ts';
import { accessible, button, call, field, fits, heading, see } from './steps.ts';

const at = journeys({ worker: true });

let firm: Firm;
let client: Person;
let engagementId: string;
beforeAll(async () => {
  firm = await at.firm({ modules: ['portal'], name: 'Lucien', currency: 'EUR' });
  const { id } = firm.tenant;
  await addDemoServices(at.office.db, id);
  const { contactId } = await createOrganization(at.office.db, id, { standing: 'client' });
  client = await firm.hire('client', {}, contactId);
  await at.office.sql`update members set onboarded_at = now() where tenant_id = ${id}`;
  engagementId = (await createEngagement(at.office.db, id, { orgId: contactId, title: 'Zones' })).id;
});

const GOOD = '4242 4242 4242 4242';
const NO_FUNDS = '4000 0000 0000 9995';
const PHONE = { width: 360, height: 740 };

async function pay(page: Page, number: string): Promise<void> {
  await field(page, 'Card number').fill(number);
  await field(page, 'Expires').fill('12 / 40');
  await field(page, 'Security code').fill('123');
  await field(page, 'Name on card').fill('Ada Lovelace');
  await button(page, /^Pay /).click();
}

/** The window hears of changes from here on: its stream has begun. */
async function listening(page: Page, path: string): Promise<void> {
  const heard = page.waitForResponse((response) => response.url().includes('/trpc/journal.watch'));
  await page.goto(path);
  await heard;
}

const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row', { name });

it('takes the deposit of a service to its receipt, after a card was declined and the payment abandoned', async () => {
  const visitor = await at.visitor({ ...PHONE, theme: 'dark' });
  const host = new URL(at.office.url);
  host.hostname = `${firm.tenant.subdomain}.localhost`;
  await visitor.goto(new URL('/marketplace', host).href);
  await visitor.getByRole('link', { name: 'Delivery rescue', exact: true }).click();
  await button(visitor, 'Pay deposit €2,500').click();
  await field(visitor, 'E-mail').fill('ada@example.test');
  await pay(visitor, NO_FUNDS);
  await see(visitor.getByRole('alert').getByText('Your card has insufficient funds.'));
  await visitor.getByRole('link', { name: 'Cancel and go back' }).click();
  await see(heading(visitor, 'Delivery rescue'));
  expect(new URL(visitor.url()).host).toBe(host.host);

  await button(visitor, 'Pay deposit €2,500').click();
  await field(visitor, 'E-mail').fill('ada@example.test');
  await pay(visitor, GOOD);
  await see(heading(visitor, 'Thank you, your deposit is paid'));
  await see(visitor.getByText('Ada Lovelace · ada@example.test'));
  await fits(visitor);
  await accessible(visitor);
  await visitor.getByRole('link', { name: 'Link to this receipt' }).click();
  await visitor.waitForURL(/\/receipt\//);
  await see(heading(visitor, 'Thank you, your deposit is paid'));

  const staff = await at.as(firm.owner);
  await staff.goto('/portal/orders');
  await see(row(staff, /Ada Lovelace.*Paid/));
  await see(row(staff, /Pending/));
});

it('shows a client at once what is billed, takes the payment, and tells both sides', async () => {
  const [theirs, staff] = [await at.as(client, PHONE), await at.as(firm.owner)];
  await listening(theirs, '/portal/billing');
  await see(theirs.getByText('No invoices yet'));
  await listening(staff, '/portal/finance');
  await call(staff, 'billing.createInvoice', {
    engagementId,
    invoiceNumber: 'A-1',
    issueDate: '2026-01-05',
    dueDate: '2099-01-31',
    amountEUR: 1500,
  });
  await see(row(theirs, /A-1.*Issued/));
  await fits(theirs);
  await accessible(theirs);
  await see(row(staff, /A-1.*Issued/));

  await theirs.getByRole('link', { name: 'A-1' }).click();
  await see(button(theirs, 'Pay €1,500.00'));
  await fits(theirs);
  await accessible(theirs);
  await button(theirs, 'Pay €1,500.00').click();
  await pay(theirs, GOOD);
  await see(theirs.getByText('Paid', { exact: true }));
  await see(row(staff, /A-1.*Paid/));
});

it('goes on with a file where it broke off, although the page was left', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'officina-upload-'));
  const file = join(folder, 'plan.pdf');
  await writeFile(file, `%PDF-1.7\n${'x'.repeat(2.5 * 1024 * 1024)}`);
  const page = await at.as(client);
  const begun: string[] = [];
  page.on('response', (response) => {
    const [, procedure = ''] = /documents\.(beginUpload|putPart)/.exec(response.url()) ?? [];
    if (response.ok() && procedure) begun.push(procedure);
  });
  let pieces = 0;
  await page.route('**/trpc/documents.putPart*', (route) => {
    pieces += 1;
    return pieces === 2 ? route.abort() : route.continue();
  });
  try {
    await page.goto(`/portal/engagements/${engagementId}?tab=documents`);
    await page.locator('input[type=file]').setInputFiles(file);
    await see(page.getByText('The connection broke; what arrived is kept.'));
    await page.reload();
    const left = page.getByRole('list', { name: 'Uploads that broke off' });
    await see(left.getByText(/^Client input · 40% has arrived/));
    await accessible(page);
    await page.locator('input[type=file]').setInputFiles(file);
    await see(page.getByText('Handed in'));
    await see(button(page, 'Download plan.pdf'));
    // Each of its three pieces has travelled once.
    expect(begun).toEqual(['beginUpload', 'putPart', 'beginUpload', 'putPart', 'putPart']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
