import type { ChangeImpact, ChangeSeverity, ChangeStatus } from './portal.ts';

type Side = 'staff' | 'client';
const BOTH = ['client', 'staff'] as const;
const STAFF = ['staff'] as const;

/** From a status, to which others, and by whom. What is not here is forbidden. Source: portal specification §4.1. */
export const CHANGE_TRANSITIONS: Record<ChangeStatus, Partial<Record<ChangeStatus, readonly Side[]>>> = {
  proposed: { needs_info: STAFF, approved: STAFF, rejected: STAFF, cancelled: BOTH },
  needs_info: { needs_info: STAFF, approved: STAFF, rejected: STAFF, cancelled: BOTH, proposed: BOTH },
  approved: { implemented: STAFF, cancelled: STAFF },
  rejected: {},
  implemented: {},
  cancelled: {},
};

export const mayMoveChange = (from: ChangeStatus, to: ChangeStatus, side: Side): boolean =>
  CHANGE_TRANSITIONS[from][to]?.includes(side) ?? false;

/** Still being talked about: its texts and deltas may change. */
export const isOpenChange = (status: ChangeStatus): boolean =>
  status === 'proposed' || status === 'needs_info';

/** Nothing changes any more, not even who looks after it. */
export const isFinalChange = (status: ChangeStatus): boolean =>
  Object.keys(CHANGE_TRANSITIONS[status]).length === 0;

/** A change request as the portal's contract prints it. */
export interface ChangeRequestView {
  id: string;
  orgId: string;
  engagementId: string;
  createdByUserId: string;
  assignedToUserId: string | null;
  title: string;
  description: string;
  impact: ChangeImpact;
  severity: ChangeSeverity;
  status: ChangeStatus;
  requestedAt: string;
  decidedAt: string | null;
  implementedAt: string | null;
  decisionNote: string | null;
  /** Whole euros. */
  costDeltaEUR: number | null;
  scheduleDeltaDays: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface ChangeRequestAbilities {
  edit: boolean;
  decide: boolean;
  assign: boolean;
  implement: boolean;
  resubmit: boolean;
  cancel: boolean;
}

/** With what screens need besides. */
export interface ChangeRequest extends ChangeRequestView {
  version: number;
  abilities: ChangeRequestAbilities;
}

/** With names: of a list and of its own page. */
export interface ChangeRequestItem extends ChangeRequest {
  engagement: { id: string; title: string };
  /** Clients are not told the addresses of staff. */
  createdBy: { id: string; name: string; email: string | null };
  /** `gone`: they are no longer here, and somebody else must look after it. */
  assignedTo: { id: string; name: string; gone: boolean } | null;
}
