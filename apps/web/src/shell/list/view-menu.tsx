import { useLingui } from '@lingui/react/macro';
import type { SavedViewView } from '@officina/contracts/preferences';
import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input } from '../../ui/input.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { applyView, paramsOf, refreshViews, sameParams, useNamedView, useSavedViews } from './saved-views.ts';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';
import { ViewRow } from './view-row.tsx';

/** Saved views: the state of the list under a name. The button says which one is in force. */
export function ViewMenu<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  const view = useNamedView(list);
  if (!can('views.save')) return null;
  const Icon = view ? BookmarkCheck : Bookmark;
  return (
    <Popover
      title={t`Saved views`}
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={view ? t`Saved views, now “${view.label}”` : t`Saved views`}
          data-tip={t`Saved views`}
          className="min-w-7"
        >
          <Icon aria-hidden className="size-4" />
          {view && <span className="max-w-40 truncate max-md:hidden">{view.label}</span>}
        </Button>
      }
    >
      <Views list={list} now={view} />
    </Popover>
  );
}

interface ViewsProps<Row extends RowBase> {
  list: List<Row>;
  /** The view that the address names. */
  now: SavedViewView | undefined;
}

function Views<Row extends RowBase>({ list, now }: ViewsProps<Row>) {
  const { t } = useLingui();
  const views = useSavedViews(list.id);
  const params = paramsOf(list);
  const groups = [
    { title: t`Mine`, views: views?.filter(({ owner }) => !owner) ?? [] },
    { title: t`Shared by colleagues`, views: views?.filter(({ owner }) => owner) ?? [] },
  ];
  return (
    <div className="flex w-72 max-w-full flex-col gap-2">
      {!views ? (
        <SkeletonText lines={3} />
      ) : views.length === 0 ? (
        <p className="text-ink-muted text-sm">{t`Set search, filters, sort and columns, then keep them under a name.`}</p>
      ) : (
        groups.map(
          (group) =>
            group.views.length > 0 && (
              <section key={group.title} aria-label={group.title}>
                <p aria-hidden className="px-2 pb-0.5 text-ink-faint text-xs">
                  {group.title}
                </p>
                <ul>
                  {group.views.map((view) => (
                    <ViewRow
                      key={view.id}
                      view={view}
                      state={
                        view.id !== now?.id ? 'other' : sameParams(params, view.params) ? 'shown' : 'changed'
                      }
                      params={params}
                      onShow={() => applyView(list, view)}
                    />
                  ))}
                </ul>
              </section>
            ),
        )
      )}
      <NewView list={list} />
    </div>
  );
}

function NewView<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const [label, setLabel] = useState('');
  const [shared, setShared] = useState(false);
  const save = async () => {
    const made = await act({
      run: () => api.preferences.createView.mutate({ list: list.id, label, params: paramsOf(list), shared }),
      done: t`View saved`,
      settled: refreshViews,
    });
    if (!made) return;
    setLabel('');
    applyView(list, made);
  };
  return (
    <form
      className="flex flex-col gap-2 border-t pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim()) void save();
      }}
    >
      <Input
        aria-label={t`Name of the view`}
        placeholder={t`Name of the view`}
        value={label}
        maxLength={80}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Checkbox checked={shared} onChange={setShared} label={t`Share with colleagues`} />
      <Button type="submit" size="sm" busy={pending} disabled={!label.trim()}>
        {t`Save this view`}
      </Button>
    </form>
  );
}
