import type { ServiceTexts } from '@officina/contracts/catalogue';
import type { ServiceContent } from '../service-row.ts';
import { ARCHITECTURE_TEXTS } from './architecture-texts.ts';
import { AUDIT_TEXTS } from './audit-texts.ts';
import { BUILD_TEXTS } from './build-texts.ts';
import { OPERATE_TEXTS } from './operate-texts.ts';
import type { InBoth, OwnTexts } from './own-texts.ts';
import { TABLED_SERVICES, type TabledService } from './service-table.ts';
import { COMMON_TEXTS, CTA_TEXTS, TYPE_TEXTS } from './type-texts.ts';

const OWN: Record<string, InBoth<OwnTexts>> = {
  ...AUDIT_TEXTS,
  ...OPERATE_TEXTS,
  ...ARCHITECTURE_TEXTS,
  ...BUILD_TEXTS,
};

const DEPOSIT_CENTS = 250_000;

function textsOf({ slug, purchaseType, facts }: TabledService, locale: 'en' | 'fr'): ServiceTexts {
  const own = OWN[slug]?.[locale];
  if (!own) throw new Error(`the demo service ${slug} has no texts in ${locale}`);
  const { question, answer, ...texts } = own;
  const { faq, ...ofType } = TYPE_TEXTS[facts.engagementType][locale];
  return {
    ...texts,
    ...ofType,
    ...COMMON_TEXTS[locale],
    ctaLabel: CTA_TEXTS[purchaseType][locale],
    faq: [{ question, answer }, ...faq],
  };
}

/** The twelve services of the demo's consultancy as columns of `services`, in their order, described in both languages. */
export const demoServices = TABLED_SERVICES.map((service, at) => {
  const content: ServiceContent = {
    facts: service.facts,
    texts: { en: textsOf(service, 'en'), fr: textsOf(service, 'fr') },
  };
  return {
    code: `svc-${String(at + 1).padStart(3, '0')}`,
    slug: service.slug,
    position: at + 1,
    purchaseType: service.purchaseType,
    depositMinor: service.purchaseType === 'deposit' ? DEPOSIT_CENTS : null,
    currency: 'EUR',
    content: { ...content },
  };
});
