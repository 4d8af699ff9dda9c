import type { EngagementDocumentCategory } from './portal.ts';

/** What waits for somebody: the first four for clients, the others for staff. */
export const PORTAL_ACTIONS = [
  'scopes_to_decide',
  'deliverables_to_approve',
  'changes_to_answer',
  'inputs_to_give',
  'inquiries_to_triage',
  'edits_to_resolve',
  'changes_to_decide',
  'invoices_overdue',
] as const;
export type PortalAction = (typeof PORTAL_ACTIONS)[number];

export interface PortalTask {
  kind: PortalAction;
  /** The first of what waits, the longest waiting before the others. */
  items: {
    id: string;
    title: string;
    /** Whose it is, for staff. */
    organization: string | null;
    /** Since when; of invoices the due day. */
    since: string;
    /** The page that it is dealt with on, where that is not its own. */
    engagementId: string | null;
  }[];
  /** Counted up to 1,001. */
  total: number;
}

/** Start page of the portal: for clients of their organisation alone. Counts reach up to 1,001. */
export interface PortalDashboard {
  /** False for a client who has not said yet how they want to work. */
  onboarded: boolean;
  counters: {
    /** Not closed. */
    engagements: number;
    /** Open to a decision. */
    changeRequests: number;
    /** Sent and not answered. */
    scopes: number;
    /** Not archived. */
    documents: number;
    /** Issued and not paid. */
    invoices: number;
  };
  tasks: PortalTask[];
  documents: {
    id: string;
    name: string;
    category: EngagementDocumentCategory;
    engagementId: string | null;
    createdAt: string;
  }[];
  /** Newest first, of what the caller may know. */
  activity: {
    id: string;
    at: string;
    verb: string;
    user: { id: string; name: string } | null;
    subject: { type: string; id: string };
    title: string | null;
    organization: string | null;
  }[];
}
