import { useLingui } from '@lingui/react/macro';
import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import { Archive, Download } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../trpc.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { NoteDialog } from './note-dialog.tsx';

/** Where a document's file is; the browser saves it. */
export const downloadUrl = (id: string): string => `/api/portal/documents/${id}/download`;

/** Asks for the reason for which a document is put out of sight. */
export function ArchiveDialog({ document, onClose }: { document: EngagementDocument; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <NoteDialog
      title={t`Archive “${document.name}”?`}
      description={t`It leaves the lists and can still be downloaded. It cannot be brought back.`}
      submitLabel={t`Archive`}
      label={t`Reason`}
      field="reason"
      required
      max={1000}
      run={(reason) => api.documents.archive.mutate({ id: document.id, reason })}
      done={t`The document is archived`}
      onClose={onClose}
    />
  );
}

/** What can be done to a document, at the end of its line. */
export function DocumentActions({ document }: { document: EngagementDocument }) {
  const { t } = useLingui();
  const [archiving, setArchiving] = useState(false);
  return (
    <span className="flex shrink-0 items-center">
      <IconButton
        label={t`Download ${document.name}`}
        onClick={() => location.assign(downloadUrl(document.id))}
      >
        <Download aria-hidden className="size-4" />
      </IconButton>
      {document.abilities.archive && (
        <IconButton label={t`Archive ${document.name}`} onClick={() => setArchiving(true)}>
          <Archive aria-hidden className="size-4" />
        </IconButton>
      )}
      {archiving && <ArchiveDialog document={document} onClose={() => setArchiving(false)} />}
    </span>
  );
}
