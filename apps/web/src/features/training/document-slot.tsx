import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentType } from '@officina/contracts/training';
import type { EnrollmentDocumentView } from '@officina/contracts/training-documents';
import type { TrainingMe } from '@officina/contracts/training-views';
import { type ReactNode, useRef, useState } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { describe } from '../../lib/failure-text.ts';
import { uploadCall } from '../../lib/upload.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';

interface DocumentSlotProps {
  type: EnrollmentDocumentType;
  title: string;
  required?: boolean;
  enrollmentId: string;
  /** The last one of this kind. */
  document: TrainingMe['documents'][number] | null;
  missing?: boolean;
  /** Before the place to drop: which kind it is. */
  choose?: ReactNode;
  onUploaded: () => unknown;
}

/** One kind of paper: its state, and where a file or photo of it goes. */
export function DocumentSlot(props: DocumentSlotProps) {
  const { type, title, required, enrollmentId, document, missing, choose, onUploaded } = props;
  const { t } = useLingui();
  const [progress, setProgress] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const way = useRef<AbortController | null>(null);
  const upload = async (file: File | undefined) => {
    if (!file) return;
    way.current = new AbortController();
    setFailure(null);
    setProgress(0);
    const form = new FormData();
    form.append('documentType', type);
    form.append('enrollmentId', enrollmentId);
    form.append('file', file);
    try {
      await uploadCall<EnrollmentDocumentView>(
        'training.uploadDocument',
        form,
        setProgress,
        way.current.signal,
      );
      await onUploaded();
    } catch (error) {
      if ((error as Error).name !== 'AbortError') setFailure(describe(failureOf(error)));
    } finally {
      setProgress(null);
    }
  };
  return (
    <Panel
      title={title}
      action={
        document ? (
          <State status={document.status} />
        ) : (
          required && <StatusBadge tone={missing ? 'danger' : 'neutral'}>{t`Required`}</StatusBadge>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {document?.status === 'rejected' && document.rejectionReason && (
          <Notice tone="danger">{document.rejectionReason}</Notice>
        )}
        {choose}
        <DropZone
          label={document ? t`Replace it` : t`Choose a file or take a photo`}
          accept="application/pdf,image/jpeg,image/png,image/webp,image/heic"
          hint={t`PDF or photo, up to 10 MB`}
          progress={progress}
          onFiles={([file]) => void upload(file)}
        />
        {progress !== null && (
          <Button className="self-center" onClick={() => way.current?.abort()}>{t`Stop the upload`}</Button>
        )}
        {failure && <Notice tone="danger">{failure}</Notice>}
      </div>
    </Panel>
  );
}

function State({ status }: { status: 'pending_review' | 'approved' | 'rejected' }) {
  const { t } = useLingui();
  if (status === 'approved') return <StatusBadge tone="success">{t`Approved`}</StatusBadge>;
  if (status === 'rejected') return <StatusBadge tone="danger">{t`Rejected`}</StatusBadge>;
  return <StatusBadge tone="info">{t`Being looked at`}</StatusBadge>;
}
