import type { DeliveryMode, PurchaseType } from './portal.ts';

/** What the consultancy sells, and how a described problem is matched with it. Source: portal specification §4.8. */

export const SERVICE_DOMAINS = ['AI', 'Industrial', 'Security', 'IT-OT'] as const;
export const SERVICE_INDUSTRIES = ['Manufacturing', 'Logistics', 'Public', 'Defense'] as const;
export const ENGAGEMENT_TYPES = ['Audit', 'Architecture', 'Build', 'Operate'] as const;
/** How soon a service's work is done; the order is that of urgency. */
export const URGENCY_CLASSES = ['2-4 weeks', '6-12 weeks', '3-6 months'] as const;
export type UrgencyClass = (typeof URGENCY_CLASSES)[number];
export const URGENCIES = ['low', 'medium', 'high'] as const;
export type Urgency = (typeof URGENCIES)[number];
/** Subjects of a service, in the order in which a brief is searched for them. */
export const SERVICE_TAGS = [
  'security',
  'compliance',
  'it-ot',
  'ai',
  'governance',
  'risk',
  'observability',
  'performance',
  'resilience',
  'delivery',
  'integration',
] as const;
export type ServiceTag = (typeof SERVICE_TAGS)[number];

/** Languages in which a service may be described; English always is. */
export const CATALOGUE_LOCALES = ['en', 'fr'] as const;
export type CatalogueLocale = (typeof CATALOGUE_LOCALES)[number];

export interface ServiceFaq {
  question: string;
  answer: string;
}

/** What a service says of itself in one language. */
export interface ServiceTexts {
  title: string;
  oneLine: string;
  problemStatement: string;
  bestFor: string[];
  /** In English these are also the phrases that count against the service when a brief holds them. */
  notFor: string[];
  outcomes: string[];
  deliverables: string[];
  processSteps: string[];
  inputsRequired: string[];
  includes: string[];
  pricingNotes: string;
  onsiteText: string;
  ctaLabel: string;
  securityNote: string;
  faq: ServiceFaq[];
}

/** What holds in every language. */
export interface ServiceFacts {
  /** The first is the default. */
  deliveryModes: DeliveryMode[];
  duration: { minWeeks: number; maxWeeks: number };
  /** Whole euros. */
  projectPrice: { minEUR: number; maxEUR: number };
  /** Whole euros an hour. */
  hourlyEquivalent: number;
  /** Whole euros a day on site. */
  dayRateEUR: number;
  domains: (typeof SERVICE_DOMAINS)[number][];
  industries: (typeof SERVICE_INDUSTRIES)[number][];
  engagementType: (typeof ENGAGEMENT_TYPES)[number];
  urgencyClass: UrgencyClass;
  tags: ServiceTag[];
}

export interface ServiceView extends Omit<ServiceTexts, 'pricingNotes' | 'onsiteText'> {
  id: string;
  code: string;
  slug: string;
  position: number;
  deliveryModes: DeliveryMode[];
  defaultMode: DeliveryMode;
  duration: { minWeeks: number; maxWeeks: number };
  pricing: { project: { minEUR: number; maxEUR: number }; hourlyEquivalent: number; notes: string };
  onsitePolicy: { text: string; dayRateEUR: number };
  purchaseType: PurchaseType;
  /** Minor units; null for services that are not paid in advance. */
  depositCents: number | null;
  currency: string;
  domains: ServiceFacts['domains'];
  industries: ServiceFacts['industries'];
  engagementType: ServiceFacts['engagementType'];
  urgencyClass: UrgencyClass;
  tags: ServiceTag[];
  /** The language that the texts are in. */
  locale: CatalogueLocale;
  retiredAt: string | null;
  version: number;
}

/** One service for its page, and for the form that edits it. */
export interface ServiceDetail extends ServiceView {
  /** The texts of the other languages. */
  translations: { fr?: ServiceTexts };
  abilities: { save: boolean; retire: boolean };
}

export interface IntakeAnswer {
  summary: { text: string; tags: ServiceTag[]; urgency: Urgency; constraints: string[]; context: string[] };
  recommendations: {
    serviceId: string;
    slug: string;
    fit: 'high' | 'medium' | 'low';
    confidence: number;
    reasons: string[];
    nextAction: 'view' | 'requestScope';
  }[];
  shortlistHint: { max: number };
}
