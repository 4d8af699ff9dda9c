import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import { toastFailure } from '../../lib/toast.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { neighbours } from '../list/trail.ts';

/** To the records before and after this one in the list it was opened from, without going back. */
export function Neighbours({ id, recordId }: { id: string; recordId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { previous, next, more, place } = neighbours(id, recordId);
  const known = place !== undefined;
  const goBack = () => previous && void navigate(previous);
  const goOn = async () => {
    if (next) return navigate(next);
    if (!more || busy) return;
    setBusy(true);
    await more()
      .catch(toastFailure)
      .finally(() => setBusy(false));
    const loaded = neighbours(id, recordId).next;
    if (loaded) await navigate(loaded);
  };
  useKeys(
    t`Record`,
    [
      { keys: 'k', label: t`Previous record`, run: goBack },
      { keys: 'j', label: t`Next record`, run: () => void goOn() },
    ],
    known,
  );
  if (!known) return null;
  return (
    <div className="flex items-center max-md:justify-center">
      <bdi dir="ltr" className="tabular px-2 text-ink-faint text-xs">
        {place}
      </bdi>
      <IconButton label={t`Previous record`} hint="K" disabled={!previous} onClick={goBack}>
        <ChevronUp aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={t`Next record`}
        hint="J"
        disabled={!next && !more}
        busy={busy}
        onClick={() => void goOn()}
      >
        <ChevronDown aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
