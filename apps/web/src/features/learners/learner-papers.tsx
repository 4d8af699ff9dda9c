import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentStatus, EnrollmentDocumentType } from '@officina/contracts/training';
import type { EnrollmentDocumentView } from '@officina/contracts/training-documents';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { usePaperWords } from '../../shell/academy/paper-words.ts';
import { api } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { refreshTraining } from './refresh-training.ts';

const TONES: Record<EnrollmentDocumentStatus, Tone> = {
  pending_review: 'warning',
  approved: 'success',
  rejected: 'danger',
};

/** A learner's papers: what is missing, and what staff say of each. */
export function LearnerPapers({ detail }: { detail: EnrollmentDetail }) {
  const { t } = useLingui();
  const papers = usePaperWords();
  const { act, pending } = useAct();
  const [rejected, setRejected] = useState<EnrollmentDocumentView | null>(null);
  const words: Record<EnrollmentDocumentStatus, string> = {
    pending_review: t`Waits for review`,
    approved: t({ context: 'document', message: 'Approved' }),
    rejected: t({ context: 'document', message: 'Rejected' }),
  };
  const approve = (documentId: string) =>
    act({
      run: () => api.training.reviewDocument.mutate({ documentId, decision: 'approved' }),
      done: t({ context: 'document', message: 'Approved' }),
      settled: refreshTraining,
    });
  const missing = detail.enrollment.missingDocuments.map(
    (type) => papers[type as EnrollmentDocumentType] ?? type,
  );
  return (
    <Panel>
      <div className="flex flex-col gap-3">
        {missing.length > 0 && <Notice tone="warning">{t`Missing: ${missing.join(', ')}`}</Notice>}
        {detail.documents.length === 0 && (
          <EmptyState icon={<FileText />} title={t`No documents yet`}>
            {t`The learner uploads them after the orientation.`}
          </EmptyState>
        )}
        {detail.documents.map((paper) => (
          <div key={paper.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-40 flex-1">
              <a
                href={paper.fileUrl}
                className="font-medium text-accent-ink underline-offset-2 hover:underline"
                download
              >
                {papers[paper.documentType]}
              </a>
              <span className="block truncate text-ink-faint text-xs">
                {paper.filename} · {date(paper.createdAt, detail.enrollment.timeZone)}
                {paper.rejectionReason && ` · ${paper.rejectionReason}`}
              </span>
            </span>
            <StatusBadge tone={TONES[paper.status]}>{words[paper.status]}</StatusBadge>
            {can('training.manage') && (
              <span className="inline-flex gap-1.5">
                {paper.status !== 'approved' && (
                  <Button size="sm" busy={pending} onClick={() => void approve(paper.id)}>
                    {t`Approve`}
                  </Button>
                )}
                {paper.status !== 'rejected' && (
                  <Button size="sm" variant="danger" onClick={() => setRejected(paper)}>
                    {t`Reject`}
                  </Button>
                )}
              </span>
            )}
          </div>
        ))}
      </div>
      {rejected && <RejectDialog paper={rejected} onClose={() => setRejected(null)} />}
    </Panel>
  );
}

function RejectDialog({ paper, onClose }: { paper: EnrollmentDocumentView; onClose: () => void }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { reason: '' },
    submit: ({ reason }) =>
      api.training.reviewDocument.mutate({ documentId: paper.id, decision: 'rejected', reason }),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Send the document back?`}
      description={t`The learner is mailed the reason.`}
      submitLabel={t`Reject`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField name="reason" label={t`What is wrong with it?`} required autoFocus maxLength={1000} />
    </FormDialog>
  );
}
