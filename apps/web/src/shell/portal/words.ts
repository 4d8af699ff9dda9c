import { useLingui } from '@lingui/react/macro';
import type {
  ChangeImpact,
  ChangeSeverity,
  ChangeStatus,
  DeliverableStatus,
  DeliveryMode,
  EngagementDocumentCategory,
  EngagementStage,
  EngagementStatus,
  InquiryStatus,
  MilestoneStatus,
  OrgStanding,
  ScopeStatus,
  Timeframe,
} from '@officina/contracts/portal';

/** The consultancy's words in the reader's language, by the word that the server knows. */
export function usePortalWords() {
  const { t } = useLingui();
  const stages: Record<EngagementStage, string> = {
    triage: t`Triage`,
    scope_pack: t`Scope pack`,
    sow: t`Statement of work`,
    delivery: t`Delivery`,
    handover: t`Handover`,
    ongoing: t`Ongoing`,
    closed: t({ context: 'engagement', message: 'Closed' }),
  };
  /** What a client is told to expect next. */
  const nextSteps: Record<EngagementStage, string> = {
    triage: t`We are reviewing your request`,
    scope_pack: t`Review the scope proposal`,
    sow: t`Sign the statement of work`,
    delivery: t`Follow milestones and deliverables`,
    handover: t`Approve the last deliverables`,
    ongoing: t`Raise change requests when needs change`,
    closed: t`This engagement is complete`,
  };
  const engagementStatuses: Record<EngagementStatus, string> = {
    on_track: t({ context: 'engagement', message: 'On track' }),
    at_risk: t`At risk`,
    blocked: t`Blocked`,
    completed: t({ context: 'engagement', message: 'Completed' }),
  };
  const scopeStatuses: Record<ScopeStatus, string> = {
    draft: t({ context: 'scope', message: 'Draft' }),
    sent: t({ context: 'scope', message: 'Sent' }),
    approved: t({ context: 'scope', message: 'Approved' }),
    rejected: t({ context: 'scope', message: 'Rejected' }),
  };
  const milestoneStatuses: Record<MilestoneStatus, string> = {
    planned: t`Planned`,
    in_progress: t({ context: 'milestone', message: 'In progress' }),
    complete: t`Complete`,
  };
  const deliverableStatuses: Record<DeliverableStatus, string> = {
    draft: t({ context: 'deliverable', message: 'Draft' }),
    review: t`In review`,
    approved: t({ context: 'deliverable', message: 'Approved' }),
  };
  const changeStatuses: Record<ChangeStatus, string> = {
    proposed: t`Proposed`,
    needs_info: t`Needs information`,
    approved: t({ context: 'change request', message: 'Approved' }),
    rejected: t({ context: 'change request', message: 'Rejected' }),
    implemented: t`Implemented`,
    cancelled: t({ context: 'change request', message: 'Cancelled' }),
  };
  const impacts: Record<ChangeImpact, string> = {
    scope: t`Scope`,
    schedule: t`Schedule`,
    cost: t`Cost`,
    risk: t`Risk`,
  };
  const severities: Record<ChangeSeverity, string> = {
    low: t({ context: 'severity', message: 'Low' }),
    med: t({ context: 'severity', message: 'Medium' }),
    high: t({ context: 'severity', message: 'High' }),
  };
  const inquiryStatuses: Record<InquiryStatus, string> = {
    new: t({ context: 'inquiry', message: 'New' }),
    triaged: t`Triaged`,
    converted: t`Converted`,
    closed: t({ context: 'inquiry', message: 'Closed' }),
  };
  const timeframes: Record<Timeframe, string> = {
    Immediate: t`Immediate`,
    '1-3 months': t`1–3 months`,
    Strategic: t`Strategic`,
  };
  const modes: Record<DeliveryMode, string> = {
    remote: t`Remote`,
    hybrid: t`Hybrid`,
    'on-site': t`On site`,
  };
  const standings: Record<OrgStanding, string> = {
    prospect: t`Prospect`,
    client: t`Client`,
    internal: t`Internal`,
  };
  const categories: Record<EngagementDocumentCategory, string> = {
    nda: t`NDA`,
    sow: t`Statement of work`,
    contract: t`Contract`,
    deliverable: t`Deliverable`,
    report: t`Report`,
    invoice: t`Invoice`,
    client_input: t`Client input`,
    evidence: t`Evidence`,
    other: t`Other`,
  };
  return {
    stages,
    nextSteps,
    engagementStatuses,
    scopeStatuses,
    milestoneStatuses,
    deliverableStatuses,
    changeStatuses,
    impacts,
    severities,
    inquiryStatuses,
    timeframes,
    modes,
    standings,
    categories,
  };
}
