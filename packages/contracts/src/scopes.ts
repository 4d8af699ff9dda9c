import type { ScopeStatus } from './portal.ts';

/** What may happen to a scope proposal, from where and to where. Source: portal specification §4.6. */
export const SCOPE_TRANSITIONS = {
  send: { from: 'draft', to: 'sent' },
  approve: { from: 'sent', to: 'approved' },
  reject: { from: 'sent', to: 'rejected' },
  revise: { from: 'rejected', to: 'draft' },
} as const satisfies Record<string, { from: ScopeStatus; to: ScopeStatus }>;
export type ScopeAct = keyof typeof SCOPE_TRANSITIONS;

/** Staff may still change what it says. */
export const isEditableScope = (status: ScopeStatus): boolean => status === 'draft' || status === 'sent';

/** A scope proposal as the portal's contract prints it. */
export interface ScopeView {
  id: string;
  orgId: string;
  inquiryId: string | null;
  engagementId: string | null;
  title: string;
  /** Whole euros. */
  fixedPriceEUR: number;
  scopeSummary: string;
  deliverablesJson: string[];
  status: ScopeStatus;
  clientNote: string | null;
  sentAt: string | null;
  approvedAt: string | null;
  rejectedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Scope extends ScopeView {
  version: number;
  organization: { id: string; name: string };
  abilities: { edit: boolean; send: boolean; decide: boolean; revise: boolean };
}
