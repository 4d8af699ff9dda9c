import { useLingui } from '@lingui/react/macro';
import type { TalentContactStatus, TalentStatus } from '@officina/contracts/portal';
import type { TALENT_ROLES, TalentFacts, TalentRole } from '@officina/contracts/talent';

/** How the trade writes what is no plain word. */
const SPELT: Record<string, string> = {
  b2b: 'B2B',
  cto: 'CTO',
  devops: 'DevOps',
  erp: 'ERP',
  grc: 'GRC',
  ics: 'ICS',
  industry40: 'Industry 4.0',
  it: 'IT',
  mes: 'MES',
  mlops: 'MLOps',
  mom: 'MOM',
  ot: 'OT',
  sre: 'SRE',
  ux: 'UX',
};

/** Roles are names of the trade, alike in every language: `ot_it_architect` reads "OT/IT architect". */
export function roleName(role: TalentRole): string {
  const words = role.split('_').map((word) => SPELT[word] ?? word);
  const text = words.join(' ').replace(/(OT|MES) (IT|MOM)\b/, '$1/$2');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What experts say of themselves, in the reader's language. */
export function useTalentWords() {
  const { t } = useLingui();
  const families: Record<keyof typeof TALENT_ROLES, string> = {
    leadership: t`Leadership`,
    architecture: t`Architecture`,
    engineering: t`Engineering`,
    industrial: t`Industrial systems`,
    supplyChain: t`Supply chain`,
    governance: t`Governance`,
    product: t`Product`,
  };
  const domains: Record<TalentFacts['domains'][number], string> = {
    industry4: t`Industry 4.0`,
    supply_chain: t`Supply chain`,
    ot_it: t`OT and IT`,
    ai_architecture: t`AI architecture`,
    security_grc: t`Security and GRC`,
    observability: t`Observability`,
    governance: t`Governance`,
    data_realtime: t`Real-time data`,
    manufacturing_systems: t`Manufacturing systems`,
    mes_mom: t`MES and MOM`,
    erp_integration: t`ERP integration`,
  };
  const seniorities: Record<TalentFacts['seniority'], string> = {
    ic_senior: t`Senior`,
    staff: t`Staff`,
    principal: t`Principal`,
    lead: t({ context: 'seniority', message: 'Lead' }),
    director: t`Director`,
  };
  const availabilities: Record<TalentFacts['availabilityWindow'], string> = {
    now: t`Now`,
    two_four_weeks: t`In two to four weeks`,
    one_two_months: t`In one or two months`,
    three_plus_months: t`In three months or later`,
  };
  const modes: Record<TalentFacts['engagementModes'][number], string> = {
    remote: t`Remote`,
    onsite: t`On site`,
    hybrid: t`Hybrid`,
    travel: t`With travel`,
  };
  const languages: Record<TalentFacts['languages'][number], string> = {
    en: 'English',
    cs: 'Čeština',
    de: 'Deutsch',
    it: 'Italiano',
    uk: 'Українська',
    zh: '中文',
  };
  const rates: Record<NonNullable<TalentFacts['rateBand']>, string> = {
    under_100: t`Under 100 an hour`,
    '100_150': t`100 to 150 an hour`,
    '150_200': t`150 to 200 an hour`,
    '200_plus': t`Over 200 an hour`,
    negotiable: t`Negotiable`,
  };
  const statuses: Record<TalentStatus, string> = {
    NEW: t({ context: 'expert', message: 'New' }),
    REVIEWED: t`Reviewed`,
    APPROVED: t({ context: 'expert', message: 'Approved' }),
    ARCHIVED: t({ context: 'expert', message: 'Archived' }),
  };
  const contactStatuses: Record<TalentContactStatus, string> = {
    NOT_CONTACTED: t`Not contacted`,
    CONTACTED: t`Contacted`,
    RESPONDED: t`Answered`,
    ONBOARDED: t`On board`,
  };
  return {
    families,
    domains,
    seniorities,
    availabilities,
    modes,
    languages,
    rates,
    statuses,
    contactStatuses,
  };
}
