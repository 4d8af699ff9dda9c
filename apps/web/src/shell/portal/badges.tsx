import type {
  ChangeSeverity,
  ChangeStatus,
  DeliverableStatus,
  EngagementStage,
  EngagementStatus,
  InquiryStatus,
  MilestoneStatus,
  OrgStanding,
  ScopeStatus,
} from '@officina/contracts/portal';
import { Badge, StatusBadge, type Tone } from '../../ui/badge.tsx';
import { usePortalWords } from './words.ts';

const ENGAGEMENT: Record<EngagementStatus, Tone> = {
  on_track: 'success',
  at_risk: 'warning',
  blocked: 'danger',
  completed: 'neutral',
};
const SCOPE: Record<ScopeStatus, Tone> = {
  draft: 'neutral',
  sent: 'info',
  approved: 'success',
  rejected: 'danger',
};
const MILESTONE: Record<MilestoneStatus, Tone> = {
  planned: 'neutral',
  in_progress: 'info',
  complete: 'success',
};
const DELIVERABLE: Record<DeliverableStatus, Tone> = {
  draft: 'neutral',
  review: 'warning',
  approved: 'success',
};
const CHANGE: Record<ChangeStatus, Tone> = {
  proposed: 'info',
  needs_info: 'warning',
  approved: 'success',
  rejected: 'danger',
  implemented: 'success',
  cancelled: 'neutral',
};
const SEVERITY: Record<ChangeSeverity, Tone> = { low: 'neutral', med: 'warning', high: 'danger' };
const INQUIRY: Record<InquiryStatus, Tone> = {
  new: 'info',
  triaged: 'warning',
  converted: 'success',
  closed: 'neutral',
};
const STANDING: Record<OrgStanding, Tone> = { prospect: 'info', client: 'success', internal: 'neutral' };

export function StageBadge({ stage }: { stage: EngagementStage }) {
  return <Badge tone="accent">{usePortalWords().stages[stage]}</Badge>;
}

export function EngagementBadge({ status }: { status: EngagementStatus }) {
  return <StatusBadge tone={ENGAGEMENT[status]}>{usePortalWords().engagementStatuses[status]}</StatusBadge>;
}

export function ScopeBadge({ status }: { status: ScopeStatus }) {
  return <StatusBadge tone={SCOPE[status]}>{usePortalWords().scopeStatuses[status]}</StatusBadge>;
}

export function MilestoneBadge({ status }: { status: MilestoneStatus }) {
  return <StatusBadge tone={MILESTONE[status]}>{usePortalWords().milestoneStatuses[status]}</StatusBadge>;
}

export function DeliverableBadge({ status }: { status: DeliverableStatus }) {
  return <StatusBadge tone={DELIVERABLE[status]}>{usePortalWords().deliverableStatuses[status]}</StatusBadge>;
}

export function ChangeBadge({ status }: { status: ChangeStatus }) {
  return <StatusBadge tone={CHANGE[status]}>{usePortalWords().changeStatuses[status]}</StatusBadge>;
}

export function SeverityBadge({ severity }: { severity: ChangeSeverity }) {
  return <Badge tone={SEVERITY[severity]}>{usePortalWords().severities[severity]}</Badge>;
}

export function InquiryBadge({ status }: { status: InquiryStatus }) {
  return <StatusBadge tone={INQUIRY[status]}>{usePortalWords().inquiryStatuses[status]}</StatusBadge>;
}

export function StandingBadge({ standing }: { standing: OrgStanding }) {
  return <StatusBadge tone={STANDING[standing]}>{usePortalWords().standings[standing]}</StatusBadge>;
}
