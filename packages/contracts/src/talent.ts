import type { TalentContactStatus, TalentStatus } from './portal.ts';

/** Outside experts: what they may say of themselves. Source: portal specification §3.3. */

/** Roles by family, in the order of the form. */
export const TALENT_ROLES = {
  leadership: [
    'fractional_cto',
    'principal_architect',
    'program_director',
    'delivery_lead',
    'engagement_manager',
  ],
  architecture: [
    'systems_architect',
    'enterprise_architect',
    'solution_architect',
    'integration_architect',
    'ot_it_architect',
    'security_architect',
    'data_architect',
    'platform_architect',
    'observability_architect',
  ],
  engineering: [
    'backend_engineer',
    'platform_engineer',
    'sre',
    'devops_engineer',
    'data_engineer',
    'mlops_engineer',
    'fullstack_engineer',
    'integration_engineer',
  ],
  industrial: [
    'industry40_systems_engineer',
    'ot_security_engineer',
    'ics_engineer',
    'mes_mom_engineer',
    'industrial_data_engineer',
    'manufacturing_systems_analyst',
    'automation_engineer',
  ],
  supplyChain: [
    'supply_chain_architect',
    'supply_chain_analyst',
    'planning_scheduling_specialist',
    'logistics_optimization_specialist',
    'procurement_supplier_risk_specialist',
    'inventory_optimization_analyst',
  ],
  governance: ['grc_consultant', 'compliance_lead', 'risk_analyst', 'control_owner_auditor'],
  product: [
    'product_manager_b2b',
    'business_analyst',
    'technical_writer_controlled_docs',
    'ux_enterprise_systems',
  ],
} as const;
export type TalentRole = (typeof TALENT_ROLES)[keyof typeof TALENT_ROLES][number];
export const TALENT_ROLE_IDS: readonly TalentRole[] = Object.values(TALENT_ROLES).flat();

export const TALENT_DOMAINS = [
  'industry4',
  'supply_chain',
  'ot_it',
  'ai_architecture',
  'security_grc',
  'observability',
  'governance',
  'data_realtime',
  'manufacturing_systems',
  'mes_mom',
  'erp_integration',
] as const;
export const SENIORITIES = ['ic_senior', 'staff', 'principal', 'lead', 'director'] as const;
export const AVAILABILITIES = ['now', 'two_four_weeks', 'one_two_months', 'three_plus_months'] as const;
export const ENGAGEMENT_MODES = ['remote', 'onsite', 'hybrid', 'travel'] as const;
export const TALENT_LANGUAGES = ['en', 'cs', 'de', 'it', 'uk', 'zh'] as const;
export const RATE_BANDS = ['under_100', '100_150', '150_200', '200_plus', 'negotiable'] as const;

/** What an expert last said of themselves. */
export interface TalentFacts {
  fullName: string;
  email: string;
  locationTimezone: string | null;
  linkedInUrl: string | null;
  primaryRole: TalentRole;
  secondaryRoles: TalentRole[];
  domains: (typeof TALENT_DOMAINS)[number][];
  seniority: (typeof SENIORITIES)[number];
  availabilityWindow: (typeof AVAILABILITIES)[number];
  engagementModes: (typeof ENGAGEMENT_MODES)[number][];
  languages: (typeof TALENT_LANGUAGES)[number][];
  rateBand: (typeof RATE_BANDS)[number] | null;
}

export interface TalentItem extends TalentFacts {
  id: string;
  contactId: string;
  status: TalentStatus;
  contactStatus: TalentContactStatus;
  lastContactedAt: string | null;
  notes: string | null;
  /** A newer signal says something else than the profile that somebody has looked at. */
  updatePending: boolean;
  /** How many forms they have sent. */
  signals: number;
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: { edit: boolean };
}

export interface TalentDetail extends TalentItem {
  /** Each form as it came, newest first, at most 50. */
  history: { id: string; facts: TalentFacts; source: string; locale: string | null; createdAt: string }[];
}
