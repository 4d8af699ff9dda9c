import type { CatalogueLocale, ServiceFacts, ServiceTexts, ServiceView } from '@officina/contracts/catalogue';
import type { serviceSave } from '@officina/contracts/catalogue-inputs';
import type { services } from '@officina/db/schema/engagements';
import type { output } from 'zod';

/** What `services.content` holds. */
export interface ServiceContent {
  facts: ServiceFacts;
  texts: { en: ServiceTexts; fr?: ServiceTexts };
}

export type ServiceRow = typeof services.$inferSelect;

/** The column as what only this domain ever writes into it. */
export const contentOf = ({ content }: Pick<ServiceRow, 'content'>): ServiceContent =>
  content as unknown as ServiceContent;

/** A service as it is printed, in the language asked for where it is described in it, else in English. */
export function presentService(row: ServiceRow, asked: CatalogueLocale): ServiceView {
  const { facts, texts } = contentOf(row);
  const locale = texts[asked] ? asked : 'en';
  const { pricingNotes, onsiteText, ...words } = texts[asked] ?? texts.en;
  const { projectPrice, hourlyEquivalent, dayRateEUR, ...rest } = facts;
  return {
    id: row.id,
    code: row.code,
    slug: row.slug,
    position: row.position,
    ...words,
    ...rest,
    defaultMode: facts.deliveryModes[0] ?? 'remote',
    pricing: { project: projectPrice, hourlyEquivalent, notes: pricingNotes },
    onsitePolicy: { text: onsiteText, dayRateEUR },
    purchaseType: row.purchaseType,
    depositCents: row.depositMinor,
    currency: row.currency,
    locale,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** A saved form as columns; the position is the database's where none is given. */
export function serviceColumns(input: output<typeof serviceSave>) {
  const { title, oneLine, problemStatement, bestFor, notFor, outcomes, deliverables, processSteps } = input;
  const { inputsRequired, includes, ctaLabel, securityNote, faq, pricing, onsitePolicy } = input;
  const en: ServiceTexts = {
    ...{ title, oneLine, problemStatement, bestFor, notFor, outcomes, deliverables, processSteps },
    ...{ inputsRequired, includes, ctaLabel, securityNote, faq },
    pricingNotes: pricing.notes,
    onsiteText: onsitePolicy.text,
  };
  const { deliveryModes, duration, domains, industries, engagementType, urgencyClass, tags } = input;
  const facts: ServiceFacts = {
    ...{ deliveryModes, duration, domains, industries, engagementType, urgencyClass, tags },
    projectPrice: pricing.project,
    hourlyEquivalent: pricing.hourlyEquivalent,
    dayRateEUR: onsitePolicy.dayRateEUR,
  };
  const content: ServiceContent = { facts, texts: { en, ...input.translations } };
  return {
    slug: input.slug,
    purchaseType: input.purchaseType,
    depositMinor: input.depositCents ?? null,
    currency: input.currency,
    content: { ...content },
  };
}
