import { createContact } from '../contacts/create-contact.ts';
import { addServiceRecord } from '../vehicles/add-service-record.ts';
import { createVehicle } from '../vehicles/create-vehicle.ts';
import { COMPANIES, FIRST_NAMES, LAST_NAMES, PLACES, STREETS, TAGS } from './french-people.ts';
import { COLORS, FUELS, MODELS, SERVICES } from './garage-catalogue.ts';
import type { Random } from './random.ts';
import type { Story, Teller } from './story.ts';

export interface Customer {
  contactId: string;
  /** Days before now on which they became a customer. */
  since: number;
  vehicleIds: string[];
}

const CUSTOMERS = 64;
const VEHICLES = 84;
/** Days that the demo's history covers. */
export const HISTORY_DAYS = 550;

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ';
const VIN_CHARACTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

function customerFacts(random: Random, index: number) {
  const customFields: Record<string, string> = {};
  if (random.chance(0.3)) customFields.source = random.pick(['site web', 'recommandation', 'passage']);
  const firstName = index === 0 ? 'Henri' : (FIRST_NAMES[index % FIRST_NAMES.length] as string);
  const lastName = index === 0 ? 'Dupont' : (LAST_NAMES[(index * 7) % LAST_NAMES.length] as string);
  const [city, postalCode] = random.pick(PLACES);
  const company = index % 6 === 0 ? (COMPANIES[(index / 6) % COMPANIES.length] ?? null) : null;
  const tags = index === 0 ? ['client_fidele', 'commercial'] : random.chance(0.6) ? [random.pick(TAGS)] : [];
  return {
    firstName,
    lastName,
    email:
      random.chance(0.9) || index === 0
        ? `${ascii(firstName)}.${ascii(lastName)}${index || ''}@example.fr`
        : null,
    phone: random.chance(0.92) ? `+336${String(10_000_000 + random.int(0, 89_999_999))}` : null,
    company,
    address: random.chance(0.85)
      ? { street: `${random.int(1, 120)} ${random.pick(STREETS)}`, city, postalCode, country: 'France' }
      : null,
    tags,
    isVip: index === 0 || index % 11 === 0,
    customFields,
  };
}

const plate = (random: Random) => {
  const letters = () => random.pick([...LETTERS]) + random.pick([...LETTERS]);
  return `${letters()}-${String(random.int(100, 999))}-${letters()}`;
};
const vin = (random: Random) =>
  `VF1${Array.from({ length: 14 }, () => random.pick([...VIN_CHARACTERS])).join('')}`;

/** Customers over eighteen months, most with a car, many cars with a service history. */
export function tellCustomers(
  story: Story,
  random: Random,
  team: readonly Teller[],
  year: number,
): Customer[] {
  const customers: Customer[] = [];
  for (let i = 0; i < CUSTOMERS; i++) {
    const customer: Customer = {
      contactId: '',
      since: HISTORY_DAYS - Math.floor((i * (HISTORY_DAYS - 40)) / CUSTOMERS),
      vehicleIds: [],
    };
    customers.push(customer);
    const facts = customerFacts(random, i);
    story.at(customer.since, random.int(7, 15), random.pick(team), async (ctx) => {
      customer.contactId = (await createContact(ctx, facts)).id;
    });
  }
  for (let i = 0; i < VEHICLES; i++)
    tellVehicle(story, random, team, customers[i % CUSTOMERS] as Customer, year);
  return customers;
}

function tellVehicle(
  story: Story,
  random: Random,
  team: readonly Teller[],
  owner: Customer,
  year: number,
): void {
  const [make, model] = random.pick(MODELS);
  const built = year - random.int(1, 14);
  const services = random.int(0, 3);
  let mileage = random.int(8, 160) * 1000;
  const facts = {
    vin: vin(random),
    licensePlate: plate(random),
    make,
    model,
    year: built,
    color: random.pick(COLORS),
    fuel: random.pick(FUELS),
    mileage,
    firstRegistration: `${built}-${String(random.int(1, 12)).padStart(2, '0')}-15`,
  };
  let vehicleId = '';
  story.at(owner.since, 16, random.pick(team), async (ctx) => {
    vehicleId = (await createVehicle(ctx, { ...facts, ownerId: owner.contactId })).id;
    owner.vehicleIds.push(vehicleId);
  });
  for (let i = 0; i < services; i++) {
    const day = Math.floor((owner.since * (services - i)) / (services + 1));
    mileage += random.int(3, 14) * 1000;
    const record = {
      mileage,
      description: random.pick(SERVICES),
      parts: [
        { name: 'Huile moteur 5W30', quantity: 5, unitPriceCents: 850 },
        { name: 'Filtre à huile', quantity: 1, unitPriceCents: 1200 },
      ],
      laborHours: random.pick([1, 1.5, 2]),
    };
    story.at(day, random.int(8, 16), random.pick(team), (ctx) =>
      addServiceRecord(ctx, { ...record, vehicleId, date: ctx.today }),
    );
  }
}
