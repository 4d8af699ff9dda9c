import type { DemoAccount } from '@officina/contracts/boot';
import type { Role } from '@officina/contracts/roles';

/** Every demo account's password; demo mode is for trying the product, never for real data. */
export const DEMO_PASSWORD = 'SecurePassword123!';

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
}

export const GARAGE_PEOPLE: readonly DemoPerson[] = [
  { email: 'owner@garage-dupont.fr', name: 'Marc Dupont', role: 'owner' },
  { email: 'manager@garage-dupont.fr', name: 'Sophie Bernard', role: 'manager' },
  { email: 'user@garage-dupont.fr', name: 'Lucas Petit', role: 'member' },
  { email: 'compta@garage-dupont.fr', name: 'Claire Moreau', role: 'accountant' },
];

export const LEVI_PEOPLE: readonly DemoPerson[] = [
  { email: 'advisor@levi-tax.test', name: 'Ronit Levi', role: 'admin' },
  { email: 'secretary@levi-tax.test', name: 'Yael Mor', role: 'member' },
];

/** The consultancy, the training provider and the studio share one firm; clients are of the organisation named. */
export const OFFICINA_PEOPLE: readonly DemoPerson[] = [
  { email: 'admin@demo.test', name: 'Helen Marsh', role: 'owner' },
  { email: 'operator@demo.test', name: 'Tomas Berg', role: 'manager' },
  { email: 'freelancer@demo.test', name: 'Nora Quinn', role: 'freelancer' },
  { email: 'host@demo.test', name: 'Andre Lewis', role: 'host' },
  { email: 'holder@demo.test', name: 'Grace Okafor', role: 'program_holder' },
  { email: 'learner@demo.test', name: 'Jordan Ellis', role: 'learner' },
  { email: 'newlearner@demo.test', name: 'Casey Nguyen', role: 'learner' },
];

export const OFFICINA_CLIENTS = [
  { email: 'client.admin@acme.test', name: 'Maria Keller', role: 'client_admin', organization: 'Acme' },
  { email: 'client@acme.test', name: 'Paul Novak', role: 'client', organization: 'Acme' },
  { email: 'client@globex.test', name: 'Iris Chen', role: 'client', organization: 'Globex' },
] as const satisfies readonly (DemoPerson & { organization: string })[];

const offered = (tenant: string, people: readonly DemoPerson[]): DemoAccount[] =>
  people.map(({ email, name, role }) => ({ email, label: name, role, tenant, password: DEMO_PASSWORD }));

/** The accounts that demo mode offers as buttons on the sign-in page. */
export const demoAccounts: DemoAccount[] = [
  ...offered('Garage Dupont', GARAGE_PEOPLE),
  ...offered('Levi Tax Advisers', LEVI_PEOPLE),
  ...offered('Officina Demo', OFFICINA_PEOPLE),
  ...offered('Officina Demo', OFFICINA_CLIENTS),
];
