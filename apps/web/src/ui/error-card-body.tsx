import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { CloudOff, Lock, TriangleAlert } from 'lucide-react';
import { failureOf } from '../lib/errors.ts';
import { describe } from '../lib/failure-text.ts';
import { Button } from './button.tsx';
import type { ErrorCardProps } from './error-card.tsx';

/** The inside of `ErrorCard`. */
export function ErrorCardBody({ error, retry }: ErrorCardProps) {
  const { t } = useLingui();
  const failure = failureOf(error);
  // Nothing went wrong, and another try would be answered alike.
  const forbidden = failure.code === 'FORBIDDEN';
  const Icon = forbidden ? Lock : failure.code === 'OFFLINE' ? CloudOff : TriangleAlert;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-14 text-center">
      <span
        aria-hidden
        className={clsx(
          'grid size-11 place-items-center rounded-panel',
          forbidden ? 'bg-sunken text-ink-muted' : 'bg-danger-soft text-danger',
        )}
      >
        <Icon className="size-5" />
      </span>
      <p className="font-medium">{describe(failure)}</p>
      {failure.requestId && !forbidden && (
        <p className="text-ink-faint text-xs">
          {t`Request`} <code className="select-all font-mono">{failure.requestId}</code>
        </p>
      )}
      {retry && !forbidden && (
        <Button className="mt-2" onClick={retry}>
          {t`Try again`}
        </Button>
      )}
    </div>
  );
}
