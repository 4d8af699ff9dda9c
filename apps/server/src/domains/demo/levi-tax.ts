import { dayOf } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/services.ts';
import { LEVI_PEOPLE } from './demo-accounts.ts';
import { createDemoTenant } from './demo-people.ts';
import { finishDemoTenant } from './finish-tenant.ts';
import { tellBinders } from './levi-binders.ts';
import { tellCharges } from './levi-charges.ts';
import { tellClients } from './levi-clients.ts';
import { type LeviOffice, OFFICE_DAYS } from './levi-office.ts';
import { tellReminders } from './levi-post.ts';
import { Random } from './random.ts';
import { withSampleFiles } from './sample-files.ts';
import { Story } from './story.ts';

const SETTINGS = {
  companyName: 'Levi Tax Advisers',
  address: { street: 'שדרות רוטשילד 45', city: 'תל אביב', postalCode: '6688312', country: 'ישראל' },
  phone: '+97235550100',
  email: 'office@levi-tax.test',
  website: 'https://levi-tax.example',
};

/** The demo's advisory office: clients, binders, charges, documents and messages of eighteen months, up to this morning. */
export async function fillLeviTax(services: Services): Promise<void> {
  const now = services.clock.now();
  const facts = {
    subdomain: 'levi-tax',
    name: 'Levi Tax Advisers',
    plan: 'pro',
    timeZone: 'Asia/Jerusalem',
    currency: 'ILS',
    locale: 'he-IL',
    modules: ['office'],
    createdAt: new Date(now.epochMilliseconds - (OFFICE_DAYS + 20) * 86_400_000),
  } satisfies Parameters<typeof createDemoTenant>[1];
  const { tenant, tellers } = await createDemoTenant(services, facts, SETTINGS, LEVI_PEOPLE);
  const [advisor, secretary] = tellers;
  if (!advisor || !secretary) throw new Error('the office has nobody to tell its history');
  const { timeZone } = tenant;
  const story = new Story(now);
  const office: LeviOffice = {
    services,
    story,
    random: new Random(57_86),
    timeZone,
    today: dayOf(now, timeZone),
    advisor,
    secretary,
  };
  await withSampleFiles(async (files) => {
    const clients = tellClients(office, files);
    tellBinders(office, clients);
    tellCharges(office, clients);
    tellReminders(office);
    await story.tell(services, tenant);
  });
  await finishDemoTenant(services, tenant);
}
