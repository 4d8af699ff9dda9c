import { useLingui } from '@lingui/react/macro';
import { STAFF_DOCUMENT_BYTES } from '@officina/contracts/engagement-documents';
import type { Deliverable } from '@officina/contracts/engagements';
import { useQuery } from '@tanstack/react-query';
import { FileText, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { SelectField } from '../../lib/form/fields.tsx';
import { uploadInParts } from '../../shell/portal/upload-in-parts.ts';
import { trpc } from '../../trpc.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';

const MEGABYTES = STAFF_DOCUMENT_BYTES / 1024 / 1024;

/** Sends the chosen file when the form is sent, and once: a save that is refused afterwards finds it there. */
export function useDeliveredFile(engagementId: string) {
  const [share, setShare] = useState<number | null>(null);
  const sent = useRef<{ file: File; id: string } | null>(null);
  const send = async (file: File): Promise<string> => {
    if (sent.current?.file === file) return sent.current.id;
    setShare(0);
    try {
      const to = { engagementId, category: 'deliverable' };
      const watch = { onOpen: () => {}, onProgress: setShare, signal: new AbortController().signal };
      const { id } = await uploadInParts(file, to, null, watch);
      sent.current = { file, id };
      return id;
    } finally {
      setShare(null);
    }
  };
  return { share, send };
}

interface Props {
  engagementId: string;
  deliverable?: Deliverable;
  /** Between 0 and 1 while the file is on its way. */
  share: number | null;
}

/** Which document is delivered: one of the engagement's that no other deliverable has, or a file that becomes one. */
export function DeliverableDocument({ engagementId, deliverable, share }: Props) {
  const { t } = useLingui();
  const { data } = useQuery(trpc.engagements.get.queryOptions({ id: engagementId }));
  const { field } = useController<{ file: File | null }>({ name: 'file' });
  const taken = data?.deliverables.filter(({ id }) => id !== deliverable?.id).map((row) => row.documentId);
  const free = data?.documents.filter(
    ({ id, archivedAt }) => id === deliverable?.documentId || (archivedAt === null && !taken?.includes(id)),
  );
  if (field.value)
    return (
      <div className="flex flex-col gap-2 rounded-control border px-3 py-2">
        <div className="flex items-center gap-2">
          <FileText aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <bdi className="min-w-0 flex-1 truncate font-medium text-sm">{field.value.name}</bdi>
          <IconButton label={t`Leave the file out`} size="sm" onClick={() => field.onChange(null)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
        {share !== null && <Progress label={t`The file is on its way`} value={share} />}
      </div>
    );
  return (
    <>
      <SelectField
        name="documentId"
        label={t`Document`}
        aside={t`optional`}
        placeholder={t`None yet`}
        options={(free ?? []).map(({ id, name, label }) => ({ value: id, label: label ?? name }))}
      />
      <DropZone
        label={t`Or upload a new one`}
        name="file"
        camera={false}
        onFiles={([file]) => field.onChange(file ?? null)}
        hint={t`Any kind of file, up to ${MEGABYTES} MB`}
      />
    </>
  );
}
