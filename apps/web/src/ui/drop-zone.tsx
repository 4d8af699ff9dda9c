import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { UploadCloud } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Progress } from './progress.tsx';

interface DropZoneProps {
  label: string;
  /** By which links lead here. */
  name?: string;
  /** As of `<input accept>`: ".csv,image/*". */
  accept?: string;
  multiple?: boolean;
  /** Opens the camera on phones. */
  camera?: boolean;
  onFiles: (files: File[]) => void;
  /** Between 0 and 1 while something is on its way up. */
  progress?: number | null;
  hint?: ReactNode;
}

/** Takes files by drop, by paste from the file dialog, or from the camera. */
export function DropZone({ label, name, accept, multiple, camera, onFiles, progress, hint }: DropZoneProps) {
  const { t } = useLingui();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) =>
    files?.length && onFiles(multiple ? [...files] : [...files].slice(0, 1));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for pointers; the input inside is for everybody.
    <div
      className={clsx(
        'relative flex flex-col items-center gap-1 rounded-panel border border-dashed px-4 py-8 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
        over ? 'border-accent-ink bg-accent-soft' : 'border-line-control/70 hover:bg-hover',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <UploadCloud aria-hidden className="mb-1 size-6 text-ink-faint" />
      <label htmlFor={id} className="cursor-pointer font-medium after:absolute after:inset-0">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="file"
        className="sr-only"
        accept={accept}
        multiple={multiple}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      {hint && <p className="text-ink-faint text-sm">{hint}</p>}
      {typeof progress === 'number' && (
        <div className="mt-3 w-full max-w-xs">
          <Progress label={t`Uploading`} value={progress} />
        </div>
      )}
    </div>
  );
}
