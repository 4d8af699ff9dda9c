import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Matches } from '@officina/contracts/bulk';
import { X } from 'lucide-react';
import { lazy, type RefObject, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { toastFailure } from '../../lib/toast.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useScreenActions } from '../commands.ts';
import type { BulkAction, BulkRow } from './bulk.ts';
import type { ListQuery, RowBase } from './types.ts';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

const BulkProgress = lazy(() =>
  import('./bulk-progress.tsx').then((module) => ({ default: module.BulkProgress })),
);

interface BulkBarProps<Row> {
  listId: string;
  actions: BulkAction[];
  rows: Row[];
  query: ListQuery<Row>;
  /** Everything that fits the filter; without it only rows that are loaded can be selected. */
  matches: (() => Promise<Matches>) | undefined;
  selection: Selection;
  nameOf: (row: Row) => string;
  settled: () => unknown;
}

/** Floats over the list while rows are selected or a bulk action runs. */
export function BulkBar<Row extends RowBase>(props: BulkBarProps<Row>) {
  const { listId, actions, rows, query, matches, selection, nameOf, settled } = props;
  const { t } = useLingui();
  const bulk = useBulk(listId, actions, settled);
  const [gathering, setGathering] = useState(false);
  const count = selection.ids.size;

  async function chosen(): Promise<{ items: BulkRow[]; more: boolean }> {
    if (selection.whole && matches) return matches();
    const items = rows.filter((row) => selection.ids.has(row.id));
    return { items: items.map((row) => ({ id: row.id, ref: row.ref, name: nameOf(row) })), more: false };
  }
  const begin = async (action: BulkAction) => {
    setGathering(true);
    const found = await chosen()
      .catch((error: unknown) => void toastFailure(error))
      .finally(() => setGathering(false));
    if (!found) return;
    const answer = action.ask ? await action.ask(found.items.length) : null;
    if (answer === false) return;
    selection.clear();
    bulk.start(action, found.items, answer, found.more);
  };
  const free = !bulk.run || bulk.run.state === 'over';
  useScreenActions(
    count > 0 && free
      ? actions.map((action) => ({
          id: `bulk.${action.id}`,
          label: action.label,
          run: () => void begin(action),
        }))
      : [],
  );
  const shown = count > 0 || bulk.run !== null;
  const box = useRef<HTMLElement>(null);
  useMakeRoom(box, shown);
  if (!shown) return null;

  return (
    <div className="pointer-events-none absolute inset-x-2 bottom-3 z-20 flex justify-center">
      <section
        ref={box}
        aria-label={t`Bulk actions`}
        className="pointer-events-auto flex max-w-full flex-col gap-2 rounded-panel bg-raised p-2 shadow-raised"
      >
        {bulk.run ? (
          <Suspense>
            <BulkProgress bulk={bulk} listId={listId} />
          </Suspense>
        ) : (
          <div className="flex flex-wrap items-center gap-1.5">
            <span aria-live="polite" className="px-2 font-medium text-sm">
              {selection.whole
                ? t`Everything that fits`
                : plural(count, { one: '# selected', other: '# selected' })}
            </span>
            {matches && query.hasNextPage && !selection.whole && count === rows.length && (
              <Button size="sm" variant="ghost" onClick={selection.selectWhole}>
                {t`Select everything that fits`}
              </Button>
            )}
            {actions.map((action) => (
              <Button
                key={action.id}
                size="sm"
                variant={action.danger ? 'danger' : 'secondary'}
                icon={action.icon}
                busy={gathering}
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

/** Lifts what is said at the foot of the screen above the bar. */
function useMakeRoom(box: RefObject<HTMLElement | null>, shown: boolean): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const element = box.current;
    if (!shown || !element) return;
    const watch = new ResizeObserver(() => style.setProperty('--foot', `${element.offsetHeight}px`));
    watch.observe(element);
    return () => {
      watch.disconnect();
      style.removeProperty('--foot');
    };
  }, [box, shown]);
}
