import { useLingui } from '@lingui/react/macro';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { describe, failureOf } from '../lib/errors.ts';
import { Button } from './button.tsx';

/** What failed, in plain words, with another try and the request id that support asks for. */
export function ErrorCard({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
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
