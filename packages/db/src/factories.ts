import type { Plan } from '@officina/contracts/plans';
import type { Role } from '@officina/contracts/roles';
import { foldText } from '@officina/contracts/text';
import { vehicleSearchText } from '@officina/contracts/vehicle-identity';
import type { Db } from './client.ts';
import { contacts } from './schema/contacts.ts';
import { organizations } from './schema/engagements.ts';
import { users } from './schema/identity.ts';
import { members, tenantSettings, tenants } from './schema/tenancy.ts';
import { vehicles } from './schema/vehicles.ts';

/** Makes names that no other test of the run has. */
let counter = 0;
export const unique = (prefix: string): string =>
  `${prefix}-${process.pid.toString(36)}${(counter++).toString(36)}`;

type Row<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

/** A fresh business with its settings: PRO, French, Paris, euros unless told otherwise. */
export async function createTenant(db: Db, facts: Row<typeof tenants> & { plan?: Plan } = {}) {
  const subdomain = facts.subdomain ?? unique('garage');
  const [tenant] = await db
    .insert(tenants)
    .values({ subdomain, name: 'Garage Test', plan: 'pro', ...facts })
    .returning();
  if (!tenant) throw new Error('no tenant was made');
  await db.insert(tenantSettings).values({ tenantId: tenant.id, companyName: tenant.name });
  return tenant;
}

/** A client organisation of the consultancy. */
export async function createOrganization(
  db: Db,
  tenantId: string,
  { name = unique('Org'), ...facts }: Row<typeof organizations> & { name?: string } = {},
) {
  const contact = await createContact(db, tenantId, {
    kind: 'organization',
    source: 'portal',
    displayName: name,
    company: name,
  });
  const [made] = await db
    .insert(organizations)
    .values({ tenantId, contactId: contact.id, nameKey: name.toLowerCase(), ...facts })
    .returning();
  if (!made) throw new Error('no organisation was made');
  return { ...made, name };
}

const isClient = (role: Role) => role === 'client_admin' || role === 'client';

/** A person who is a member of the tenant; a client belongs to the organisation, or to one made for them. */
export async function createMember(
  db: Db,
  tenantId: string,
  role: Role = 'owner',
  facts: Row<typeof users> = {},
  orgId?: string,
) {
  const [user] = await db
    .insert(users)
    .values({ email: `${unique(role)}@example.test`, name: 'Marc Dupont', ...facts })
    .returning();
  if (!user) throw new Error('no user was made');
  const contactId = isClient(role) ? (orgId ?? (await createOrganization(db, tenantId)).contactId) : null;
  await db.insert(members).values({ tenantId, userId: user.id, role, contactId });
  return { ...user, role, orgId: contactId };
}

export async function createContact(db: Db, tenantId: string, facts: Row<typeof contacts> = {}) {
  const firstName = facts.firstName ?? 'Jean';
  const lastName = facts.lastName ?? 'Martin';
  const displayName = facts.displayName ?? `${firstName} ${lastName}`.trim();
  const searchText = [displayName, facts.email, facts.company, facts.phone].filter(Boolean).join('\n');
  const [contact] = await db
    .insert(contacts)
    .values({ tenantId, firstName, lastName, displayName, searchText: foldText(searchText), ...facts })
    .returning();
  if (!contact) throw new Error('no contact was made');
  return contact;
}

export async function createVehicle(
  db: Db,
  tenantId: string,
  ownerId: string,
  facts: Row<typeof vehicles> = {},
) {
  const serial = unique('').replace(/\W/g, '').toUpperCase().replace(/[IOQ]/g, 'X');
  const vehicle = {
    vin: `VF1${serial.padStart(14, '0')}`,
    licensePlate: 'AB-123-CD',
    make: 'Renault',
    model: 'Clio',
    year: 2020,
    ...facts,
  };
  const [made] = await db
    .insert(vehicles)
    .values({ tenantId, ownerId, searchText: vehicleSearchText(vehicle), ...vehicle })
    .returning();
  if (!made) throw new Error('no vehicle was made');
  return made;
}
