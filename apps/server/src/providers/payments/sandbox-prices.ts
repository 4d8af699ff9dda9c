import type { SandboxOptions } from '@officina/stripe-sandbox/start-sandbox';
import type { PlanPrices } from '../../kernel/services.ts';

/** Cents a month. */
const PLANS = {
  starter: { name: 'Officina Starter', amount: 1900 },
  pro: { name: 'Officina Pro', amount: 4900 },
  enterprise: { name: 'Officina Enterprise', amount: 9900 },
} satisfies Record<keyof PlanPrices, { name: string; amount: number }>;

/** Our own price list, as the sandbox sells it under the ids of the configuration. */
export function sandboxPrices(ids: PlanPrices): NonNullable<SandboxOptions['prices']> {
  const plans = Object.keys(PLANS) as (keyof typeof PLANS)[];
  return plans.map((plan) => ({ ...PLANS[plan], id: ids[plan], currency: 'eur', interval: 'month' }));
}
