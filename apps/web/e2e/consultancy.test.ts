import { createOrganization } from '@officina/db/factories';
import { createEngagement } from '@officina/db/factories-portal';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { addDemoServices } from '../../server/src/domains/catalogue/demo-services/add-demo-services.ts';
import { PDF } from '../../server/src/testing/files.ts';
import { settled } from './furnished.ts';
import { journeys } from './journeys.ts';
import { accessible, button, call, dialog, field, fits, gone, heading, idOf, see, toast } from './steps.ts';

const at = journeys();

/** A consultancy with its catalogue and two client organisations, each with somebody who has said how they work. */
async function consultancy() {
  const firm = await at.firm({ modules: ['portal'], name: 'Lucien' });
  const { db } = at.office;
  const { id: tenantId } = firm.tenant;
  await addDemoServices(db, tenantId);
  const facts = { standing: 'client', domain: 'acme.test', domainVerifiedAt: new Date() } as const;
  const acme = await createOrganization(db, tenantId, facts);
  const globex = await createOrganization(db, tenantId, { standing: 'client' });
  const [operator, client, other] = await Promise.all([
    firm.hire('manager'),
    firm.hire('client', {}, acme.contactId),
    firm.hire('client_admin', {}, globex.contactId),
  ]);
  await at.office.sql`update members set onboarded_at = now() where tenant_id = ${tenantId}`;
  /** A page of the firm's for whoever is not signed in: the address names the firm. */
  const outside = (path: string) =>
    `${at.office.url.replace('localhost', `${firm.tenant.subdomain}.localhost`)}${path}`;
  return { ...firm, tenantId, acme, globex, operator, client, other, outside };
}

/** Opens a record from the list on the page. */
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();

it('goes from a request to an approved deliverable and a decided change, and tells no other client', async () => {
  const { owner, operator, client, other, outside } = await consultancy();
  const visitor = await at.visitor();
  await visitor.goto(outside('/marketplace'));
  await field(visitor, 'What is the problem?').fill('Our shop floor PLC network had a breach, urgent.');
  await button(visitor, 'Recommend').click();
  await see(visitor.getByRole('heading', { name: 'Plant network zones', level: 2 }));
  await visitor.getByRole('link', { name: 'Request a scope for Plant network zones' }).click();
  await see(heading(visitor, 'Request a scope'));
  await field(visitor, 'Organisation').fill('Acme');
  await field(visitor, 'Your role').fill('Head of production');
  await field(visitor, 'Work e-mail').fill('jo@acme.test');
  await field(visitor, 'When').selectOption('Immediate');
  await button(visitor, 'Send the request').click();
  await see(visitor.getByText('This is required.'));
  await visitor.getByLabel('You may use these details').check();
  await button(visitor, 'Send the request').click();
  await see(heading(visitor, 'Your request has arrived'));

  const staff = await at.as(operator);
  await staff.goto('/portal');
  await follow(staff, /^Acme/);
  await button(staff, 'Mark triaged').click();
  await see(toast(staff, /triaged/));
  await button(staff, 'Write a scope').first().click();
  const form = dialog(staff, 'New scope proposal');
  await field(form, 'Title').fill('Zones for the plant');
  await field(form, 'Fixed price').fill('90000');
  await field(form, 'What is done').fill('We divide the network into zones.');
  await field(form, 'Deliverables').fill('Zone model\nRule set');
  await button(form, 'Keep as draft').click();
  await see(heading(staff, 'Zones for the plant'));
  const scopeId = idOf(staff);
  await button(staff, 'Send').click();
  await button(staff, 'Send the scope').click();
  await see(toast(staff, 'The scope is sent'));

  const theirs = await at.as(client);
  await theirs.goto('/portal');
  await follow(theirs, /^Zones for the plant/);
  await see(theirs.getByText('€90,000').first());
  await see(button(theirs, 'Approve'));
  await theirs.keyboard.press('a');
  await button(dialog(theirs, /Approve/), 'Approve').click();
  await see(toast(theirs, 'The scope is approved'));

  const admin = await at.as(owner);
  await admin.goto('/portal/inquiries');
  await follow(admin, /Acme/);
  await button(admin, 'Convert').click();
  await button(admin, 'Convert the inquiry').click();
  await see(heading(admin, 'Plant network zones'));
  const path = `/portal/engagements/${idOf(admin)}`;

  await staff.goto(`${path}?tab=milestones`);
  await button(staff, 'Add a milestone').click();
  await field(dialog(staff, 'New milestone'), 'Title').fill('Zones agreed');
  await button(staff, 'Add the milestone').click();
  await staff.getByLabel('Status of “Zones agreed”').selectOption('complete');
  await see(toast(staff, '“Zones agreed”: Complete'));
  await tab(staff, /Deliverables/);
  await button(staff, 'Add a deliverable').click();
  await field(dialog(staff, 'New deliverable'), 'Title').fill('Zone model');
  const plan = { name: 'zones.pdf', mimeType: 'application/pdf', buffer: PDF };
  await dialog(staff, 'New deliverable').locator('input[type=file]').setInputFiles(plan);
  await button(staff, 'Add the deliverable').click();
  await staff.getByLabel('Status of “Zone model”').selectOption('review');
  await see(toast(staff, '“Zone model”: In review'));

  await theirs.goto('/portal');
  await follow(theirs, /^Zone model/);
  await see(theirs.getByRole('link', { name: 'Download “Zone model”' }));
  await button(theirs, 'Approve “Zone model”').click();
  await field(dialog(theirs, /Approve/), 'Note').fill('As agreed');
  await button(dialog(theirs, /Approve/), 'Approve').click();
  await see(theirs.getByText('As agreed'));
  await button(theirs, 'Request a change').click();
  const request = dialog(theirs, 'Request a change');
  await field(request, 'Title').fill('One more zone');
  await field(request, 'What should change, and why').fill('The packing line needs a zone of its own.');
  await button(request, 'Send the request').click();
  await gone(request);

  await staff.goto('/portal/change-requests');
  await follow(staff, /One more zone/);
  await see(button(staff, 'Approve'));
  await staff.keyboard.press('a');
  const decide = dialog(staff, /Approve/);
  await field(decide, 'Note to the client').fill('Fine, two weeks more.');
  await field(decide, 'Cost').fill('5000');
  await button(decide, 'Approve').click();
  await see(staff.getByText('+€5,000'));
  await button(staff, 'Mark implemented').click();
  await see(toast(staff, 'The change is implemented'));

  const foreign = await at.as(other);
  for (const [list, word] of [
    ['/portal/engagements', 'Work with us begins here'],
    ['/portal/change-requests', 'No change requests'],
    ['/portal/scopes', 'No proposal yet'],
  ] as const) {
    await foreign.goto(list);
    await see(foreign.getByText(word, { exact: true }));
  }
  for (const place of [path, `/portal/scopes/${scopeId}`]) {
    await foreign.goto(place);
    await see(foreign.getByText('This no longer exists.'));
  }
  await foreign.goto('/portal/inquiries');
  await see(foreign.getByText('There is nothing at this address'));
});

it('asks a client once how they want to work', async () => {
  const { hire, globex } = await consultancy();
  const page = await at.as(await hire('client', {}, globex.contactId));
  await page.goto('/portal');
  await page.getByLabel('E-mail', { exact: false }).first().check();
  await button(page, 'Continue').click();
  await see(page.getByText('No engagement yet'));
  await button(page, 'Continue').click();
  await field(page, 'Confidentiality agreement').selectOption('Signed');
  await button(page, 'Back').click();
  await button(page, 'Continue').click();
  await field(page, 'Access to your systems').selectOption('None');
  await page.getByLabel('We agree to the terms').check();
  await button(page, 'Finish').click();
  await see(heading(page, 'Dashboard'));
});

it('fits a phone and can be used by everybody, inside and outside', async () => {
  const { tenantId, owner, client, acme, outside } = await consultancy();
  const engagement = await createEngagement(at.office.db, tenantId, { orgId: acme.contactId });
  const admin = await at.as(owner, { width: 360, height: 740 });
  const change = await call(admin, 'changeRequests.create', {
    engagementId: engagement.id,
    title: 'One more zone',
    description: 'The packing line needs one.',
    impact: 'scope',
    severity: 'med',
  });
  const pages = [
    '/portal',
    '/portal/engagements',
    ...['', '?tab=milestones', '?tab=deliverables', '?tab=changes', '?tab=history'].map(
      (part) => `/portal/engagements/${engagement.id}${part}`,
    ),
    '/portal/change-requests',
    `/portal/change-requests/${change.id}`,
    '/portal/scopes',
  ];
  const staffPages = [
    '/portal/inquiries',
    '/portal/admin/organizations',
    '/portal/admin/people',
    '/portal/admin/talent',
  ];
  for (const path of [...pages, ...staffPages]) {
    await settled(admin, path);
    await fits(admin);
    await accessible(admin);
  }
  const theirs = await at.as(client, { theme: 'dark' });
  for (const path of ['/portal', `/portal/engagements/${engagement.id}`]) {
    await settled(theirs, path);
    await accessible(theirs, true);
  }
  const visitor = await at.visitor({ width: 360, height: 740 });
  for (const path of [
    '/marketplace',
    '/marketplace/delivery-rescue',
    '/request-scope',
    '/request-scope/confirm?id=x',
    '/partners',
  ]) {
    await settled(visitor, outside(path));
    await fits(visitor);
    await accessible(visitor);
  }
});
