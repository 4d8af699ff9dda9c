import { useLingui } from '@lingui/react/macro';
import type { PermanentDocument } from '@officina/contracts/office';
import type { ChecklistItem, PermanentDocumentView } from '@officina/contracts/permanent-documents';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Download } from 'lucide-react';
import { useState } from 'react';
import { date } from '../../lib/format.ts';
import { toastDone, toastFailure } from '../../lib/toast.ts';
import { uploadCall } from '../../lib/upload.ts';
import { useOfficeWords } from '../../shell/office/words.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { refreshClients } from './refresh-clients.ts';

/** The three documents that a client's file must hold: what is there, what is missing, and where to drop it. */
export function ClientDocuments({ clientRef }: { clientRef: number }) {
  const { t } = useLingui();
  const query = useQuery(trpc.permanentDocuments.forClient.queryOptions({ clientRef }));
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={6} />;
  const { checklist, documents, abilities } = query.data;
  return (
    <div className="grid gap-(--gap) lg:grid-cols-3">
      {checklist.map((item) => (
        <Slot
          key={item.documentType}
          item={item}
          clientRef={clientRef}
          older={documents.filter(
            ({ documentType, ref }) => documentType === item.documentType && ref !== item.latest?.ref,
          )}
          mayUpload={abilities.upload}
        />
      ))}
      <p className="text-ink-faint text-sm lg:col-span-3">
        {t`PDF, PNG or JPEG, up to 10 MB. An older upload stays on file.`}
      </p>
    </div>
  );
}

interface SlotProps {
  item: ChecklistItem;
  clientRef: number;
  older: readonly PermanentDocumentView[];
  mayUpload: boolean;
}

function Slot({ item, clientRef, older, mayUpload }: SlotProps) {
  const { t } = useLingui();
  const { documents } = useOfficeWords();
  const label = documents[item.documentType];
  const { progress, upload } = useUpload(clientRef, item.documentType);
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          {item.latest ? (
            <CircleCheck aria-hidden className="size-4 text-success" />
          ) : (
            <CircleAlert aria-hidden className="size-4 text-warning" />
          )}
          {label}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {!item.latest && <p className="text-ink-muted text-sm">{t`Not on file yet`}</p>}
        {[item.latest, ...older].map(
          (document) => document && <File key={document.ref} document={document} />,
        )}
        {mayUpload && (
          <DropZone
            label={item.latest ? t`Add a newer one` : t`Add the document`}
            accept=".pdf,.png,.jpg,.jpeg"
            camera={false}
            progress={progress}
            onFiles={(files) => void upload(files[0])}
          />
        )}
      </div>
    </Panel>
  );
}

function useUpload(clientRef: number, documentType: PermanentDocument) {
  const { t } = useLingui();
  const [progress, setProgress] = useState<number | null>(null);
  async function upload(file: File | undefined) {
    if (!file) return;
    const form = new FormData();
    form.set('clientRef', String(clientRef));
    form.set('documentType', documentType);
    form.set('file', file);
    setProgress(0);
    try {
      await uploadCall<PermanentDocumentView>('permanentDocuments.upload', form, setProgress);
      void toastDone(t`${file.name} is on file`);
    } catch (error) {
      void toastFailure(error);
    } finally {
      setProgress(null);
      await refreshClients();
    }
  }
  return { progress, upload };
}

function File({ document }: { document: PermanentDocumentView }) {
  const { t } = useLingui();
  const open = async () => {
    try {
      const { url } = await api.permanentDocuments.link.query({ ref: document.ref });
      location.assign(url);
    } catch (error) {
      void toastFailure(error);
    }
  };
  return (
    <div className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{document.filename}</bdi>
        <span className="block text-ink-faint text-xs">
          {date(document.uploadedAt)}
          {document.uploadedBy && ` · ${document.uploadedBy.name}`}
        </span>
      </span>
      <Button
        size="sm"
        icon={<Download aria-hidden className="size-4" />}
        onClick={() => void open()}
        aria-label={t`Download ${document.filename}`}
      >
        {t`Download`}
      </Button>
    </div>
  );
}
