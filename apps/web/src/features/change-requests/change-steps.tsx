import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { clsx } from 'clsx';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { dateTime } from '../../lib/format.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { Panel } from '../../ui/panel.tsx';

/** Requested, decided, implemented: how far the request has come. */
export function ChangeSteps({ change }: { change: ChangeRequestItem }) {
  const { t } = useLingui();
  const { changeStatuses } = usePortalWords();
  const { status, requestedAt, decidedAt, implementedAt } = change;
  const refused = status === 'rejected' || status === 'cancelled';
  return (
    <Panel>
      <ol className="grid gap-4 sm:grid-cols-3">
        <Step label={t`Requested`} at={requestedAt} done />
        <Step
          label={
            decidedAt || status === 'cancelled' ? changeStatuses[refused ? status : 'approved'] : t`Decision`
          }
          at={decidedAt}
          done={decidedAt !== null || refused}
          refused={refused}
          waiting={status === 'needs_info' ? changeStatuses.needs_info : undefined}
        />
        <Step label={t`Implemented`} at={implementedAt} done={implementedAt !== null} />
      </ol>
    </Panel>
  );
}

interface StepProps {
  label: string;
  at: string | null;
  done: boolean;
  refused?: boolean;
  waiting?: string;
}

function Step({ label, at, done, refused, waiting }: StepProps) {
  let mark: ReactNode = null;
  if (done) mark = refused ? <X className="size-3.5" /> : <Check className="size-3.5" />;
  return (
    <li className="flex items-start gap-2.5">
      <span
        aria-hidden
        className={clsx(
          'grid size-6 shrink-0 place-items-center rounded-full border',
          !done && 'border-line-strong',
          done && !refused && 'border-success bg-success-soft text-success',
          done && refused && 'border-danger bg-danger-soft text-danger',
        )}
      >
        {mark}
      </span>
      <span className="min-w-0">
        <span className={clsx('block font-medium', !done && 'text-ink-faint')}>{label}</span>
        <span className="block text-ink-muted text-xs">{at ? dateTime(at) : (waiting ?? '–')}</span>
      </span>
    </li>
  );
}
