import { dayOf } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/services.ts';
import { addDemoServices } from '../catalogue/demo-services/add-demo-services.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { updateOrganization } from '../organizations/update-organization.ts';
import { OFFICINA_CLIENTS, OFFICINA_PEOPLE } from './demo-accounts.ts';
import { addDemoPeople, createDemoTenant } from './demo-people.ts';
import { addDemoKey, tellStudio } from './demo-studio.ts';
import { tellShop } from './demo-studio-payments.ts';
import { finishDemoTenant } from './finish-tenant.ts';
import { tellAcademy } from './officina-academy.ts';
import { tellEdits } from './officina-edits.ts';
import { tellEngagements } from './officina-engagements.ts';
import type { Chapter, OfficinaFirm } from './officina-firm.ts';
import { tellInquiries } from './officina-inquiries.ts';
import { tellMoney } from './officina-money.ts';
import { tellTalent } from './officina-talent.ts';
import { Random } from './random.ts';
import { Story } from './story.ts';

const SETTINGS = {
  companyName: 'Officina Demo',
  address: { street: '8 Fitzwilliam Lane', city: 'Dublin', postalCode: 'D02 HN70', country: 'Ireland' },
  phone: '+35315550108',
  email: 'hello@demo.test',
  website: 'https://demo.example',
};

/** Days that the firm's history covers. */
const FIRM_DAYS = 300;

const CHAPTERS: readonly Chapter[] = [
  tellInquiries,
  tellEngagements,
  tellEdits,
  tellMoney,
  tellTalent,
  tellAcademy,
  tellStudio,
  tellShop,
];

/** Client organisations with their verified domains, made before anybody of them can be a member. */
async function foundOrganizations(
  firm: Omit<OfficinaFirm, 'people' | 'orgs' | 'engagements'>,
): Promise<Record<string, string>> {
  const orgs: Record<string, string> = {};
  const before = new Story(firm.services.clock.now());
  for (const name of ['Acme', 'Globex'])
    before.at(FIRM_DAYS - 5, 9, firm.admin, async (ctx) => {
      const { id } = await createOrganization(ctx, {
        name,
        domain: `${name.toLowerCase()}.test`,
        standing: 'client',
      });
      await updateOrganization(ctx, { id, domainVerified: true });
      orgs[name] = id;
    });
  await before.tell(firm.services, firm.tenant);
  return orgs;
}

/** The demo's default tenant: a consultancy with a client portal, a training provider and a studio under one roof. */
export async function fillOfficinaDemo(services: Services): Promise<void> {
  const now = services.clock.now();
  const facts = {
    subdomain: 'demo',
    name: 'Officina Demo',
    plan: 'enterprise',
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    locale: 'en',
    modules: ['portal', 'academy', 'studio'],
    createdAt: new Date(now.epochMilliseconds - FIRM_DAYS * 86_400_000),
  } satisfies Parameters<typeof createDemoTenant>[1];
  const { tenant, tellers } = await createDemoTenant(services, facts, SETTINGS, OFFICINA_PEOPLE);
  const [admin, operator] = tellers;
  if (!admin || !operator) throw new Error('the firm has nobody to tell its history');
  await addDemoServices(services.client.db, tenant.id);
  const frame = {
    services,
    tenant,
    story: new Story(now),
    random: new Random(31_07),
    today: dayOf(now, tenant.timeZone),
    admin,
    operator,
  };
  const orgs = await foundOrganizations(frame);
  const clients = OFFICINA_CLIENTS.map(({ organization, ...client }) => ({
    ...client,
    orgId: orgs[organization],
  }));
  const everybody = [...tellers, ...(await addDemoPeople(services, tenant, clients))];
  const people = Object.fromEntries(everybody.map((each) => [each.email, each]));
  const firm: OfficinaFirm = { ...frame, people, orgs, engagements: {} };
  for (const tell of CHAPTERS) await tell(firm);
  await frame.story.tell(services, tenant);
  await finishDemoTenant(services, tenant);
  await addDemoKey(services, tenant, admin.id);
}
