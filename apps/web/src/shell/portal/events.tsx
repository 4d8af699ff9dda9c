import { useLingui } from '@lingui/react/macro';
import type {
  ChangeStatus,
  DeliverableStatus,
  EngagementStage,
  EngagementStatus,
  MilestoneStatus,
  ScopeStatus,
} from '@officina/contracts/portal';
import {
  CircleCheck,
  FileCheck2,
  FileText,
  Flag,
  GitPullRequestArrow,
  Inbox,
  Package,
  PencilLine,
  ReceiptText,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldLabels } from '../detail/changes.ts';
import { euros } from './figures.ts';
import { usePortalWords } from './words.ts';

const ICONS: Record<string, ReactNode> = {
  engagement: <Waypoints />,
  milestone: <Flag />,
  deliverable: <Package />,
  scope: <FileCheck2 />,
  change_request: <GitPullRequestArrow />,
  document: <FileText />,
  edit_event: <PencilLine />,
  invoice: <ReceiptText />,
  inquiry: <Inbox />,
};

interface Event {
  verb: string;
  subject: { type: string };
  title: string | null;
}

/** How the portal tells what happened: the rest of a sentence after the name, and what the changed fields are called. */
export function usePortalEvents() {
  const { t } = useLingui();
  const words = usePortalWords();
  const sentences: Record<string, (title: string) => string> = {
    'engagement.created': (title) => t`began the engagement “${title}”`,
    'engagement.updated': (title) => t`changed the engagement “${title}”`,
    'engagement.billing_updated': () => t`changed the billing codes`,
    'engagement.exported': () => t`exported the dossier`,
    'milestone.created': (title) => t`added the milestone “${title}”`,
    'milestone.updated': (title) => t`changed the milestone “${title}”`,
    'deliverable.created': (title) => t`added the deliverable “${title}”`,
    'deliverable.updated': (title) => t`changed the deliverable “${title}”`,
    'deliverable.approved': (title) => t`approved the deliverable “${title}”`,
    'scope.created': (title) => t`wrote the scope “${title}”`,
    'scope.updated': (title) => t`changed the scope “${title}”`,
    'scope.sent': (title) => t`sent the scope “${title}”`,
    'scope.approved': (title) => t`approved the scope “${title}”`,
    'scope.rejected': (title) => t`rejected the scope “${title}”`,
    'scope.revised': (title) => t`took the scope “${title}” back to draft`,
    'change_request.created': (title) => t`requested the change “${title}”`,
    'change_request.updated': (title) => t`changed the request “${title}”`,
    'change_request.decided': (title) => t`decided the change request “${title}”`,
    'change_request.implemented': (title) => t`implemented the change “${title}”`,
    'document.uploaded': (title) => t`uploaded “${title}”`,
    'document.downloaded': (title) => t`downloaded “${title}”`,
    'document.archived': (title) => t`archived “${title}”`,
    'edit.requested': () => t`proposed an edit`,
    'edit.applied': () => t`applied an edit`,
    'edit.rejected': () => t`rejected an edit`,
    'edit.linked': () => t`linked an edit to a change request`,
    'inquiry.created': (title) => t`asked for a scope for ${title}`,
    'inquiry.triaged': (title) => t`looked at the inquiry of ${title}`,
    'inquiry.closed': (title) => t`closed the inquiry of ${title}`,
    'inquiry.converted': (title) => t`converted the inquiry of ${title}`,
    'invoice.created': (title) => t`wrote the invoice ${title}`,
    'invoice.updated': (title) => t`changed the invoice ${title}`,
    'invoice.paid': (title) => t`marked the invoice ${title} paid`,
    'invoice.payment_undone': (title) => t`took back that the invoice ${title} is paid`,
    'record.purged': (title) => t`deleted “${title}” for good`,
  };
  /** Of what may have no name. */
  const unnamed: Record<string, string> = {
    'invoice.created': t`wrote an invoice`,
    'invoice.updated': t`changed an invoice`,
    'invoice.paid': t`marked an invoice paid`,
    'invoice.payment_undone': t`took back that an invoice is paid`,
    'record.purged': t`deleted a record for good`,
  };
  const printStatus = (word: string) =>
    ({
      ...words.engagementStatuses,
      ...words.milestoneStatuses,
      ...words.deliverableStatuses,
      ...words.scopeStatuses,
      ...words.changeStatuses,
    })[word as EngagementStatus | MilestoneStatus | DeliverableStatus | ScopeStatus | ChangeStatus] ?? word;
  const labels: FieldLabels = {
    title: t`Title`,
    stage: { label: t`Stage`, print: (word: string) => words.stages[word as EngagementStage] ?? word },
    status: { label: t`Status`, print: printStatus },
    startDate: t`Start`,
    targetDate: t`Target`,
    dueDate: t`Due`,
    procurementRef: t`Procurement`,
    purchaseOrderRef: t`Purchase order`,
    costCenter: t`Cost centre`,
    scopeSummary: t`What is done`,
    fixedPriceMinor: { label: t`Fixed price`, print: (minor: number) => euros(minor / 100) },
    description: t`Description`,
    decisionNote: t`Note`,
    approvalNote: t`Note`,
    clientNote: t`Note`,
    scheduleDeltaDays: t`Days`,
    costDeltaMinor: { label: t`Cost`, print: (minor: number) => euros(minor / 100) },
  };
  return {
    verbOf: ({ verb, title }: Event) =>
      (title === null && unnamed[verb]) || (sentences[verb]?.(title ?? t`(deleted)`) ?? verb),
    iconOf: ({ subject }: Event): ReactNode => ICONS[subject.type] ?? <CircleCheck />,
    labels,
  };
}
