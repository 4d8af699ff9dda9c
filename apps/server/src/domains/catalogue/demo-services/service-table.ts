import type { ServiceFacts } from '@officina/contracts/catalogue';
import type { PurchaseType } from '@officina/contracts/portal';

/** A row of the portal specification's catalogue (§4.8), in its order. */
export interface TabledService {
  slug: string;
  purchaseType: PurchaseType;
  facts: ServiceFacts;
}

type Row = [
  slug: string,
  type: ServiceFacts['engagementType'],
  purchaseType: PurchaseType,
  modes: ServiceFacts['deliveryModes'],
  weeks: [min: number, max: number],
  thousandEuros: [min: number, max: number],
  urgencyClass: ServiceFacts['urgencyClass'],
  tags: ServiceFacts['tags'],
  domains: ServiceFacts['domains'],
  industries: ServiceFacts['industries'],
  hourlyEquivalent: number,
  dayRateEUR: number,
];

const SOON = '2-4 weeks';
const NEXT = '6-12 weeks';
const LATER = '3-6 months';
// biome-ignore format: a table is read by its rows
const TABLE: readonly Row[] = [
  ['security-posture-review', 'Audit', 'scope', ['remote', 'hybrid'], [2, 4], [22, 48], SOON, ['security', 'risk', 'compliance'], ['Security'], ['Manufacturing', 'Logistics', 'Public', 'Defense'], 165, 1450],
  ['incident-recovery-sprint', 'Operate', 'scope', ['on-site', 'hybrid'], [2, 5], [38, 90], SOON, ['security', 'resilience', 'delivery'], ['Security', 'IT-OT'], ['Manufacturing', 'Logistics', 'Public'], 195, 1750],
  ['ai-readiness-check', 'Audit', 'deposit', ['remote', 'hybrid'], [2, 3], [18, 35], SOON, ['ai', 'governance', 'risk'], ['AI'], ['Manufacturing', 'Logistics', 'Public'], 160, 1400],
  ['delivery-rescue', 'Operate', 'deposit', ['hybrid', 'remote', 'on-site'], [2, 6], [35, 85], SOON, ['delivery', 'governance', 'risk'], ['AI', 'Industrial', 'IT-OT'], ['Manufacturing', 'Logistics', 'Public', 'Defense'], 185, 1600],
  ['performance-tune-up', 'Audit', 'scope', ['remote'], [2, 4], [20, 42], SOON, ['performance', 'observability'], ['Industrial', 'IT-OT'], ['Manufacturing', 'Logistics'], 155, 1400],
  ['compliance-evidence-room', 'Architecture', 'scope', ['remote', 'hybrid'], [6, 12], [55, 120], NEXT, ['compliance', 'governance', 'security'], ['Security'], ['Public', 'Defense', 'Manufacturing'], 165, 1450],
  ['plant-network-zones', 'Architecture', 'scope', ['on-site', 'hybrid'], [8, 12], [70, 150], NEXT, ['it-ot', 'security', 'resilience'], ['IT-OT', 'Security', 'Industrial'], ['Manufacturing', 'Defense'], 175, 1600],
  ['telemetry-foundation', 'Build', 'scope', ['hybrid', 'remote'], [6, 10], [60, 130], NEXT, ['observability', 'performance', 'resilience'], ['Industrial', 'IT-OT'], ['Manufacturing', 'Logistics'], 160, 1450],
  ['assistant-pilot', 'Build', 'scope', ['hybrid', 'remote'], [6, 12], [65, 140], NEXT, ['ai', 'integration', 'delivery'], ['AI'], ['Manufacturing', 'Logistics', 'Public'], 170, 1500],
  ['shop-floor-to-cloud', 'Build', 'scope', ['hybrid', 'on-site'], [14, 24], [160, 380], LATER, ['it-ot', 'integration', 'observability'], ['Industrial', 'IT-OT'], ['Manufacturing'], 170, 1550],
  ['integration-backbone', 'Build', 'scope', ['hybrid', 'remote', 'on-site'], [12, 24], [140, 360], LATER, ['integration', 'delivery', 'resilience'], ['Industrial', 'IT-OT'], ['Manufacturing', 'Logistics', 'Public'], 165, 1500],
  ['fractional-technology-lead', 'Operate', 'scope', ['hybrid', 'remote', 'on-site'], [12, 26], [78, 186], LATER, ['governance', 'delivery', 'risk'], ['AI', 'Industrial', 'Security', 'IT-OT'], ['Manufacturing', 'Logistics', 'Public'], 190, 1700],
];

export const TABLED_SERVICES: readonly TabledService[] = TABLE.map(
  ([slug, engagementType, purchaseType, deliveryModes, weeks, price, urgencyClass, tags, ...rest]) => {
    const [domains, industries, hourlyEquivalent, dayRateEUR] = rest;
    return {
      slug,
      purchaseType,
      facts: {
        deliveryModes,
        duration: { minWeeks: weeks[0], maxWeeks: weeks[1] },
        projectPrice: { minEUR: price[0] * 1000, maxEUR: price[1] * 1000 },
        ...{ engagementType, urgencyClass, tags, domains, industries, hourlyEquivalent, dayRateEUR },
      },
    };
  },
);
