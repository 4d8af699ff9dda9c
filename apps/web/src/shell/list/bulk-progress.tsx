import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { csv, downloadFile } from '../../lib/download.ts';
import { number } from '../../lib/format.ts';
import { reasonOf } from '../../lib/reason.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { useBulk } from './use-bulk.ts';

/** What fits into the panel; the file holds them all. */
const SHOWN = 50;

/** How far a bulk action is, which rows it could not do and why. */
export function BulkProgress({ bulk, listId }: { bulk: ReturnType<typeof useBulk>; listId: string }) {
  const { t } = useLingui();
  const { run, action } = bulk;
  if (!run) return null;
  const { failed, finished, state } = run;
  const total = run.rows.length;
  const label = run.reverse ? t`Undo` : (action?.label ?? '');
  const save = () =>
    downloadFile(
      `${listId}-${t`refused`}.csv`,
      csv([[t`Record`, t`Reason`], ...failed.map(({ name, failure }) => [name, reasonOf(failure)])]),
      'text/csv;charset=utf-8',
    );
  return (
    <div className="flex w-[min(26rem,84vw)] flex-col gap-2 p-1">
      <Progress
        label={`${label} ${number(finished)} / ${number(total)}`}
        value={total === 0 ? 1 : finished / total}
        tone={state === 'over' && failed.length === total ? 'danger' : 'accent'}
      />
      {state === 'stopped' && (
        <p role="status" className="text-ink-muted text-sm">
          {run.trouble ? reasonOf(run.trouble) : t`Stopped. What is done stays done.`}
        </p>
      )}
      {run.more && (
        <p className="text-ink-muted text-sm">{t`More fit than can be done at once; repeat it for the rest.`}</p>
      )}
      {failed.length > 0 && (
        <div role="alert" className="text-sm">
          <p className="mb-1 font-medium">
            {plural(failed.length, { one: '# was refused:', other: '# were refused:' })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <ul tabIndex={0} aria-label={t`Refused records`} className="max-h-40 overflow-y-auto">
            {failed.slice(0, SHOWN).map(({ id, name, failure }) => (
              <li key={id} className="py-0.5">
                <span className="font-medium">{name || id.slice(-8)}</span>{' '}
                <span className="text-danger">{reasonOf(failure)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-1.5">
        {failed.length > 0 && (
          <Button size="sm" icon={<Download aria-hidden className="size-3.5" />} onClick={save}>
            {t`Download the refused ones`}
          </Button>
        )}
        {state === 'running' ? (
          <Button size="sm" onClick={bulk.stop}>{t`Stop`}</Button>
        ) : (
          <Button size="sm" onClick={bulk.dismiss}>{t`Close`}</Button>
        )}
        {state === 'stopped' && action && (
          <Button size="sm" variant="primary" onClick={bulk.resume}>{t`Continue`}</Button>
        )}
      </div>
    </div>
  );
}
