import { useLingui } from '@lingui/react/macro';
import type { OpenUpload } from '@officina/contracts/engagement-documents';
import { CircleDashed, X } from 'lucide-react';
import { percent } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePortalWords } from './words.ts';

interface UnfinishedRowProps {
  upload: OpenUpload;
  onDrop: () => void;
}

/** A file of which a part has arrived; a browser does not keep it, so that the person has to choose it again. */
export function UnfinishedRow({ upload, onDrop }: UnfinishedRowProps) {
  const { t } = useLingui();
  const { categories } = usePortalWords();
  const { filename, category, receivedBytes, sizeBytes } = upload;
  const arrived = percent(receivedBytes / sizeBytes);
  return (
    <li className="flex items-center gap-3 rounded-control border border-dashed px-3 py-2">
      <CircleDashed aria-hidden className="size-4 shrink-0 text-warning" />
      <div className="min-w-0 flex-1">
        <bdi className="block truncate font-medium text-sm">{filename}</bdi>
        <span className="block text-ink-muted text-xs">
          {t`${categories[category]} · ${arrived} has arrived. Choose the same file again to go on.`}
        </span>
      </div>
      <IconButton label={t`Give up ${filename}`} size="sm" onClick={onDrop}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
