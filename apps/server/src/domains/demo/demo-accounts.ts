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

const offered = (tenant: string, people: readonly DemoPerson[]): DemoAccount[] =>
  people.map(({ email, name, role }) => ({ email, label: name, role, tenant, password: DEMO_PASSWORD }));

/** The accounts that demo mode offers as buttons on the sign-in page. */
export const demoAccounts: DemoAccount[] = [
  ...offered('Garage Dupont', GARAGE_PEOPLE),
  ...offered('Levi Tax Advisers', LEVI_PEOPLE),
];
