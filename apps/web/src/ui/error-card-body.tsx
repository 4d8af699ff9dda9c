import { useLingui } from '@lingui/react/macro';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { failureOf } from '../lib/errors.ts';
import { describe } from '../lib/failure-text.ts';
import { Button } from './button.tsx';
import type { ErrorCardProps } from './error-card.tsx';

/** The inside of `ErrorCard`. */
export function ErrorCardBody({ error, retry }: ErrorCardProps) {
  const { t } = useLingui();
  const failure = failureOf(error);
  const Icon = failure.code === 'OFFLINE' ? CloudOff : TriangleAlert;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-14 text-center">
      <span aria-hidden className="grid size-11 place-items-center rounded-panel bg-danger-soft text-danger">
        <Icon className="size-5" />
      </span>
      <p className="font-medium">{describe(failure)}</p>
      {failure.requestId && (
        <p className="text-ink-faint text-xs">
          {t`Request`} <code className="select-all font-mono">{failure.requestId}</code>
        </p>
      )}
      {retry && (
        <Button className="mt-2" onClick={retry}>
          {t`Try again`}
        </Button>
      )}
    </div>
  );
}
