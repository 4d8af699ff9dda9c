import type { Address } from './contacts.ts';
import type { TenantModule } from './modules.ts';
import type { Plan } from './plans.ts';
import type { Role, STAFF_ROLES } from './roles.ts';

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Wordings that a firm may choose; a missing one falls back to the standard. */
export const LEGAL_TEXTS = [
  'earlyPayment',
  'latePenalty',
  'recoveryIndemnity',
  'warranty',
  'mediator',
  'quoteFooter',
  'invoiceFooter',
] as const;
export type LegalText = (typeof LEGAL_TEXTS)[number];

/** What an invoice has to say of its seller, by the field of the settings that holds it. */
export const LEGAL_FACTS = [
  'companyName',
  'legalForm',
  'capital',
  'siret',
  'rcs',
  'vatNumber',
  'address',
  'mediator',
  'iban',
] as const;
export type LegalFact = (typeof LEGAL_FACTS)[number];

/** What is still missing for invoices: what the law demands, and what customers would miss. */
export interface LegalChecklist {
  missing: LegalFact[];
  recommended: LegalFact[];
}

export interface SettingsView {
  name: string;
  subdomain: string;
  plan: Plan;
  /** IANA. */
  timeZone: string;
  /** BCP 47. */
  locale: string;
  /** ISO 4217. */
  currency: string;
  modules: TenantModule[];
  companyName: string;
  legalForm: string | null;
  capital: string | null;
  siret: string | null;
  vatNumber: string | null;
  rcs: string | null;
  address: Address | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  iban: string | null;
  bic: string | null;
  /** Path of the picture, which changes with it; null without one. */
  logoUrl: string | null;
  /** Percent. */
  defaultVatRate: number;
  vatExempt: boolean;
  paymentTermDays: number;
  quoteValidityDays: number;
  hourlyRateCents: number | null;
  /** 0..1. */
  conversionTarget: number;
  legalTexts: Partial<Record<LegalText, string>>;
  checklist: LegalChecklist;
  version: number;
  updatedAt: string;
  abilities: { edit: boolean };
}

/** One of the firm's own people. */
export interface MemberView {
  id: string;
  name: string;
  email: string;
  role: Role;
  self: boolean;
  joinedAt: string;
  lastUsedAt: string | null;
  abilities: {
    /** Roles that the caller may give to this person; empty when none. */
    roles: StaffRole[];
    remove: boolean;
  };
}

export interface InvitationView {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
  /** The caller may send it again and take it back. */
  abilities: { edit: boolean };
}

export interface TeamView {
  items: MemberView[];
  invitations: InvitationView[];
  /** Roles that the caller may invite to; empty when none. */
  grantableRoles: StaffRole[];
}

/** A member as pickers and filters need them. */
export interface ColleagueView {
  id: string;
  name: string;
  role: Role;
}

/** What the bearer of an invitation's link gets to see. */
export interface InvitedView {
  email: string;
  role: Role;
  tenantName: string;
  /** Of the client organisation whose people they join; null for the firm's own. */
  organization: string | null;
  invitedBy: string;
  expiresAt: string;
  /** There is an account with this address: it joins with its own password, or signed in. */
  userExists: boolean;
}

/** Limits are null where the plan has none. */
export interface UsageView {
  plan: Plan;
  /** Whether the plan is paid by a subscription, which is changed in the billing portal. */
  subscribed: boolean;
  contacts: { used: number; limit: number | null };
  /** Members and pending invitations. */
  users: { used: number; limit: number | null };
  /** Of all stored files together. */
  storageBytes: { used: number; limit: number | null };
}

export interface SubdomainAnswer {
  available: boolean;
  reason: 'taken' | 'invalid' | null;
}
