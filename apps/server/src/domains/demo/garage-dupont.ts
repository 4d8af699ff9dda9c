import { dayOf } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/services.ts';
import { GARAGE_PEOPLE } from './demo-accounts.ts';
import { createDemoTenant } from './demo-people.ts';
import { subscribeToPlan } from './demo-plan.ts';
import { finishDemoTenant } from './finish-tenant.ts';
import { HISTORY_DAYS, tellCustomers } from './garage-customers.ts';
import { SalesTeller, tellSales } from './garage-sales.ts';
import { tellWork } from './garage-work.ts';
import { Random } from './random.ts';
import { Story } from './story.ts';

const SETTINGS = {
  companyName: 'Garage Dupont',
  legalForm: 'SARL',
  capital: '15 000 €',
  siret: '73282932000074',
  vatNumber: 'FR44732829320',
  rcs: 'RCS Paris 732 829 320',
  address: { street: '24 rue de Charonne', city: 'Paris', postalCode: '75011', country: 'France' },
  phone: '+33143550102',
  email: 'contact@garage-dupont.fr',
  website: 'https://garage-dupont.example',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  hourlyRateMinor: 6500,
  legalTexts: {
    warranty: 'Pièces et main-d’œuvre garanties un an.',
    mediator: 'Médiateur de la consommation : CNPA, 43 bis route de Vaugirard, 92197 Meudon.',
  },
};

/** The demo's garage: customers, cars, quotes, invoices, tasks and calls of eighteen months, up to this morning. */
export async function fillGarageDupont(services: Services): Promise<void> {
  const now = services.clock.now();
  const founded = new Date(now.epochMilliseconds - (HISTORY_DAYS + 5) * 86_400_000);
  const { tenant, tellers } = await createDemoTenant(
    services,
    { subdomain: 'garage-dupont', name: 'Garage Dupont', plan: 'pro', createdAt: founded },
    SETTINGS,
    GARAGE_PEOPLE,
  );
  const random = new Random(20_26);
  const team = tellers.filter(({ role }) => role !== 'accountant');
  const leaders = tellers.filter(({ role }) => role === 'owner' || role === 'manager');
  const story = new Story(now);
  const customers = tellCustomers(story, random, team, Number(dayOf(now, tenant.timeZone).slice(0, 4)) - 1);
  tellSales(new SalesTeller(story, random, customers, leaders), random);
  tellWork(story, random, customers, team, now);
  for (const owner of tellers.filter(({ role }) => role === 'owner'))
    story.at(0, 8, owner, (ctx) => subscribeToPlan(ctx, 'pro'));
  await story.tell(services, tenant);
  await finishDemoTenant(services, tenant);
}
