import { useLingui } from '@lingui/react/macro';
import {
  CLIENT_DOCUMENT_BYTES,
  CLIENT_DOCUMENT_CATEGORIES,
  CLIENT_DOCUMENT_EXTENSIONS,
  STAFF_DOCUMENT_BYTES,
} from '@officina/contracts/engagement-documents';
import { ENGAGEMENT_DOCUMENT_CATEGORIES, type EngagementDocumentCategory } from '@officina/contracts/portal';
import { CircleAlert, CircleCheck, RotateCcw, X } from 'lucide-react';
import { useId, useState } from 'react';
import { describe } from '../../lib/failure-text.ts';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';
import { UnfinishedRow } from './unfinished-row.tsx';
import { useUnfinished } from './use-unfinished.ts';
import { type Upload, useUploads } from './use-uploads.ts';
import { usePortalWords } from './words.ts';

interface DocumentUploaderProps {
  engagementId: string;
  /** Clients hand in two kinds of files, of four formats. */
  client: boolean;
  settled: () => unknown;
}

/** Takes documents for an engagement, and shows each on its way: how far it is, abort, resume. */
export function DocumentUploader({ engagementId, client, settled }: DocumentUploaderProps) {
  const { t } = useLingui();
  const id = useId();
  const { categories } = usePortalWords();
  const allowed: readonly EngagementDocumentCategory[] = client
    ? CLIENT_DOCUMENT_CATEGORIES
    : ENGAGEMENT_DOCUMENT_CATEGORIES;
  const [category, setCategory] = useState<EngagementDocumentCategory>(client ? 'client_input' : 'report');
  const { uploads, add, drop, resume } = useUploads(settled);
  const unfinished = useUnfinished(engagementId, uploads);
  const megabytes = (client ? CLIENT_DOCUMENT_BYTES : STAFF_DOCUMENT_BYTES) / 1024 / 1024;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-ink-muted text-sm">{t`What it is`}</label>
        <Select
          id={id}
          value={category}
          onChange={setCategory}
          options={allowed.map((value) => ({ value, label: categories[value] }))}
          className="w-auto"
        />
      </div>
      <DropZone
        label={t`Drop documents here, or choose them`}
        name="document"
        accept={client ? CLIENT_DOCUMENT_EXTENSIONS.map((ending) => `.${ending}`).join(',') : undefined}
        multiple
        camera={false}
        onFiles={(files) => add(files, { engagementId, category })}
        hint={
          client
            ? t`PDF, DOCX, PNG or JPEG, up to ${megabytes} MB each`
            : t`Any kind of file, up to ${megabytes} MB each`
        }
      />
      {unfinished.items.length > 0 && (
        <ul className="flex flex-col gap-2" aria-label={t`Uploads that broke off`}>
          {unfinished.items.map((upload) => (
            <UnfinishedRow key={upload.id} upload={upload} onDrop={() => void unfinished.drop(upload)} />
          ))}
        </ul>
      )}
      {uploads.length > 0 && (
        <ul className="flex flex-col gap-2" aria-live="polite">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onDrop={() => drop(upload)}
              onResume={() => resume(upload)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface UploadRowProps {
  upload: Upload;
  onDrop: () => void;
  onResume: () => void;
}

function UploadRow({ upload, onDrop, onResume }: UploadRowProps) {
  const { t } = useLingui();
  const { file, share, state, failure } = upload;
  const failed = state === 'broken' || state === 'refused';
  const leave = state === 'running' ? t`Abort ${file.name}` : t`Take ${file.name} off the list`;
  return (
    <li className="flex items-center gap-3 rounded-control border px-3 py-2">
      {state === 'done' && <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />}
      {failed && <CircleAlert aria-hidden className="size-4 shrink-0 text-warning" />}
      <div className="min-w-0 flex-1">
        <bdi className="block truncate font-medium text-sm">{file.name}</bdi>
        {state === 'running' && <Progress label={t`${file.name} is on its way`} labelHidden value={share} />}
        {state === 'done' && <span className="text-ink-muted text-xs">{t`Handed in`}</span>}
        {state === 'broken' && (
          <span className="block text-ink-muted text-xs">{t`The connection broke; what arrived is kept.`}</span>
        )}
        {state === 'refused' && failure && (
          <span role="alert" className="text-danger text-xs">
            {describe(failure)}
          </span>
        )}
      </div>
      {state === 'broken' && (
        <Button
          size="sm"
          className="relative"
          icon={<RotateCcw aria-hidden className="size-3.5" />}
          onClick={onResume}
        >
          <span className="max-sm:sr-only">{t`Resume`}</span>
        </Button>
      )}
      <IconButton label={leave} size="sm" onClick={onDrop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
