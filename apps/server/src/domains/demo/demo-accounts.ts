import type { DemoAccount } from '@officina/contracts/boot';

const password = 'SecurePassword123!';
const garage = { password, tenant: 'Garage Dupont' };

/** The accounts that demo mode offers as buttons on the sign-in page. */
export const demoAccounts: DemoAccount[] = [
  { ...garage, email: 'owner@garage-dupont.fr', label: 'Marc Dupont', role: 'owner' },
  { ...garage, email: 'manager@garage-dupont.fr', label: 'Sophie Bernard', role: 'manager' },
  { ...garage, email: 'user@garage-dupont.fr', label: 'Lucas Petit', role: 'member' },
  { ...garage, email: 'compta@garage-dupont.fr', label: 'Claire Moreau', role: 'accountant' },
];
