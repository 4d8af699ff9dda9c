import type { Services } from '../../kernel/services.ts';
import { fillGarageDupont } from './garage-dupont.ts';
import { fillLeviTax } from './levi-tax.ts';
import { fillOfficinaDemo } from './officina-demo.ts';

/** One tenant of the demo: its name, and how its history is told into a tenant made for it. */
export interface DemoWorld {
  subdomain: string;
  /** Between `createDemoTenant` and `finishDemoTenant`. */
  fill(services: Services): Promise<void>;
}

/** Every tenant that demo mode makes and can make anew. */
export const DEMO_WORLDS: readonly DemoWorld[] = [
  { subdomain: 'garage-dupont', fill: fillGarageDupont },
  { subdomain: 'levi-tax', fill: fillLeviTax },
  { subdomain: 'demo', fill: fillOfficinaDemo },
];

export const worldOf = (subdomain: string): DemoWorld | undefined =>
  DEMO_WORLDS.find((world) => world.subdomain === subdomain);
