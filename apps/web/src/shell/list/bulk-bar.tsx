import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { everyRow } from './every-row.ts';
import type { BulkAction, ListQuery, RowBase } from './types.ts';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

interface BulkBarProps<Row> {
  actions: BulkAction<Row>[];
  rows: Row[];
  query: ListQuery<Row>;
  selection: Selection;
  nameOf: (row: Row) => string;
  settled: () => unknown;
}

/** Floats over the list while rows are selected or a bulk action runs. */
export function BulkBar<Row extends RowBase>({
  actions,
  rows,
  query,
  selection,
  nameOf,
  settled,
}: BulkBarProps<Row>) {
  const { t } = useLingui();
  const bulk = useBulk<Row>(settled);
  const count = selection.ids.size;
  if (count === 0 && !bulk.run) return null;

  const begin = async (action: BulkAction<Row>) => {
    const chosen = selection.whole ? await everyRow(query) : rows.filter((row) => selection.ids.has(row.id));
    if (action.ask && !(await action.ask(chosen.length))) return;
    selection.clear();
    await bulk.start(action, chosen);
  };

  return (
    <div className="pointer-events-none absolute inset-x-2 bottom-3 z-20 flex justify-center">
      <section
        aria-label={t`Bulk actions`}
        className="pointer-events-auto flex max-w-full flex-col gap-2 rounded-panel bg-raised p-2 shadow-raised"
      >
        {bulk.run ? (
          <BulkProgress bulk={bulk} nameOf={nameOf} />
        ) : (
          <div className="flex flex-wrap items-center gap-1.5">
            <span aria-live="polite" className="px-2 font-medium text-sm">
              {selection.whole && query.hasNextPage ? (
                t`Everything that fits`
              ) : (
                <Plural value={count} one="# selected" other="# selected" />
              )}
            </span>
            {query.hasNextPage && !selection.whole && count === rows.length && (
              <Button size="sm" variant="ghost" onClick={selection.selectWhole}>
                <Trans>Select everything that fits</Trans>
              </Button>
            )}
            {actions.map((action) => (
              <Button
                key={action.id}
                size="sm"
                variant={action.danger ? 'danger' : 'secondary'}
                icon={action.icon}
                onClick={() => void begin(action)}
              >
                {action.label}
              </Button>
            ))}
            <IconButton label={t`Clear the selection`} hint="Esc" size="sm" onClick={selection.clear}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        )}
      </section>
    </div>
  );
}

function BulkProgress<Row extends RowBase>({
  bulk,
  nameOf,
}: {
  bulk: ReturnType<typeof useBulk<Row>>;
  nameOf: (row: Row) => string;
}) {
  const { t } = useLingui();
  const run = bulk.run;
  if (!run) return null;
  const over = run.finished >= run.total;
  return (
    <div className="flex w-[min(24rem,80vw)] flex-col gap-2 p-1">
      <Progress label={`${run.label} ${run.finished} / ${run.total}`} value={run.finished / run.total} />
      {run.failed.length > 0 && (
        <div role="alert" className="max-h-40 overflow-y-auto text-sm">
          <ul>
            {run.failed.map(({ row, reason }) => (
              <li key={row.id} className="py-0.5">
                <span className="font-medium">{nameOf(row)}</span>{' '}
                <span className="text-danger">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button size="sm" className="self-end" onClick={over ? bulk.dismiss : bulk.stop}>
        {over ? t`Close` : t`Stop`}
      </Button>
    </div>
  );
}
