import type { TimelineChange } from './activities.ts';
import type { DeliverableStatus, EngagementStage, EngagementStatus, MilestoneStatus } from './portal.ts';

/** What a client is told to expect next. Source: portal specification §4.4. */
export const NEXT_STEPS: Record<EngagementStage, string> = {
  triage: 'We are reviewing your request',
  scope_pack: 'Review the scope proposal',
  sow: 'Sign the statement of work',
  delivery: 'Follow milestones and deliverables',
  handover: 'Approve the last deliverables',
  ongoing: 'Raise change requests when needs change',
  closed: 'This engagement is complete',
};

/** A deliverable's status, by which acts of whom: staff set any; a client only approves what is in review. §4.6. */
export const DELIVERABLE_TRANSITIONS: Record<
  'staff' | 'client',
  Record<DeliverableStatus, readonly DeliverableStatus[]>
> = {
  staff: { draft: ['review', 'approved'], review: ['draft', 'approved'], approved: ['draft', 'review'] },
  client: { draft: [], review: ['approved'], approved: [] },
};

/** An engagement as the portal's contract prints it; days are midnights in UTC. */
export interface EngagementView {
  id: string;
  orgId: string;
  title: string;
  serviceSlug: string | null;
  stage: EngagementStage;
  status: EngagementStatus;
  startDate: string | null;
  targetDate: string | null;
  procurementRef: string | null;
  purchaseOrderRef: string | null;
  costCenter: string | null;
  ownerId: string | null;
  inquiryId: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface EngagementAbilities {
  /** Title, dates, owner, stage and status directly; milestones and deliverables. */
  write: boolean;
  /** Take it out of `closed`. */
  reopen: boolean;
  /** New milestones, deliverables and change requests. */
  add: boolean;
  requestChange: boolean;
  propose: boolean;
  bill: boolean;
  export: boolean;
}

/** With what screens need besides. */
export interface Engagement extends EngagementView {
  version: number;
  organization: { id: string; name: string };
  owner: { id: string; name: string } | null;
  nextStep: string;
  /** Its billing codes are in use: they change by approved change requests alone. */
  controlledOnly: boolean;
  abilities: EngagementAbilities;
}

export interface MilestoneView {
  id: string;
  engagementId: string;
  title: string;
  dueDate: string | null;
  status: MilestoneStatus;
  order: number;
  createdAt: string;
  updatedAt: string;
}
export interface Milestone extends MilestoneView {
  version: number;
  abilities: { edit: boolean };
}

export interface DeliverableView {
  id: string;
  engagementId: string;
  title: string;
  status: DeliverableStatus;
  documentId: string | null;
  approvedAt: string | null;
  approvedById: string | null;
  approvalNote: string | null;
  createdAt: string;
  updatedAt: string;
}
export interface Deliverable extends DeliverableView {
  version: number;
  abilities: { edit: boolean; approve: boolean };
}

/** Something that happened to an engagement or what belongs to it. */
export interface EngagementEvent extends TimelineChange {
  /** What its subject is called. */
  title: string | null;
}
