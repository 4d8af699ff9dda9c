import { createContact, createVehicle } from '@officina/db/factories';
import { createBinder, createCharge, createOfficeClient } from '@officina/db/factories-office';
import { createInvoice, createQuote } from '@officina/db/factories-sales';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Journeys } from './journeys.ts';

/** A name that would do harm where it is taken for markup. */
export const HOSTILE = 'Zoé </script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>';

/** A firm with one record of each kind, and every address of the app that shows them. */
export async function furnished(at: Journeys, locale: string | null = 'en') {
  const firm = await at.firm({ name: HOSTILE }, locale);
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  const contact = await createContact(db, tenantId, {
    firstName: HOSTILE,
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
    '/notifications',
    ...['company', 'documents', 'regional', 'modules', 'team', 'plan', 'journal', 'security', 'account'].map(
      (part) => `/settings/${part}`,
    ),
  ];
  const outside = [
    '/login?error=Verification',
    '/login/check-mail',
    '/sign-out',
    '/signup',
    '/sign-up',
    '/forgot',
    '/reset-password?token=x',
    '/invite/x',
    '/verify-email?token=x',
    '/q/x',
  ];
  return { ...firm, contact, inside, outside };
}

const ZONE = 'Asia/Jerusalem';

/** The day so many days before the advisers' today. */
export const daysAgo = (days: number): string =>
  Temporal.Now.plainDateISO(ZONE).subtract({ days }).toString();

/** A tax adviser's office: nothing but its own part, in Israel. */
export const advisers = (at: Journeys, locale: string | null = 'en') =>
  at.firm({ modules: ['office'], name: 'Levi', timeZone: ZONE, currency: 'ILS', locale: 'he-IL' }, locale);

/** Such an office with a client, binders of each kind and a charge, and every address of the app that shows them. */
export async function furnishedOffice(at: Journeys, locale: string | null = 'en') {
  const firm = await advisers(at, locale);
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  const client = await createOfficeClient(db, tenantId, {}, { displayName: HOSTILE, phone: '050-1234567' });
  const { contactId } = client;
  const received = { contactId, receivedBy: firm.owner.id };
  const late = await createBinder(db, tenantId, { ...received, receivedAt: daysAgo(100) });
  await createBinder(db, tenantId, { ...received, receivedAt: daysAgo(80) });
  await createBinder(db, tenantId, { ...received, receivedAt: daysAgo(3), status: 'ready_for_pickup' });
  const charge = await createCharge(db, tenantId, {
    contactId,
    createdBy: firm.owner.id,
    status: 'issued',
    issuedAt: new Date(),
  });
  const inside = [
    '/office',
    '/office/queue',
    '/office/search',
    '/office/search?signals=yes',
    '/office/reminders',
    '/office/binders',
    `/office/binders/${late.ref}`,
    '/office/clients',
    ...['', '?tab=documents', '?tab=charges', '?tab=timeline', '?tab=messages'].map(
      (tab) => `/office/clients/${client.ref}${tab}`,
    ),
    '/office/charges',
    `/office/charges/${charge.ref}`,
    '/settings/modules',
  ];
  return { ...firm, client, late, charge, inside };
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page, path: string) {
  await page.goto(path);
  await page.locator('#main h1').filter({ hasText: /./ }).waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('.skeleton, [aria-busy=true]').count()).toBe(0);
}
