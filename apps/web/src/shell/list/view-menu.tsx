import { useLingui } from '@lingui/react/macro';
import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useSavedViews } from './saved-views.ts';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';

/** Saved views: the address of the list under a name. */
export function ViewMenu<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  return (
    <Popover
      title={t`Saved views`}
      align="end"
      trigger={
        <IconButton label={t`Saved views`} size="sm">
          <Bookmark aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <Views list={list} />
    </Popover>
  );
}

function Views<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  const { views, save, remove, canShare } = useSavedViews(list.id);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const now = Object.fromEntries(
    Object.entries(list.search).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const show = (search: Record<string, string>) =>
    list.set({
      ...Object.fromEntries(Object.keys(list.search).map((param) => [param, undefined])),
      ...search,
    });
  return (
    <div className="flex flex-col gap-2">
      {views.map((view) => (
        <div key={view.id} className="flex items-center">
          <Button
            variant="ghost"
            size="sm"
            className="min-w-0 flex-1 !justify-start"
            onClick={() => show(view.search)}
          >
            <span className="truncate">{view.name}</span>
          </Button>
          <IconButton
            label={t`Delete the view “${view.name}”`}
            size="sm"
            onClick={() => void remove(view.id)}
          >
            <Trash2 aria-hidden className="size-3.5" />
          </IconButton>
        </div>
      ))}
      {views.length === 0 && (
        <p className="max-w-56 text-ink-muted text-sm">{t`Set search, filters, sort and columns, then keep them under a name.`}</p>
      )}
      <form
        className="flex flex-col gap-2 border-t pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          void save(name.trim(), now, shared).then(() => setName(''));
        }}
      >
        <Input
          aria-label={t`Name of the view`}
          placeholder={t`Name of the view`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {canShare && <Checkbox checked={shared} onChange={setShared} label={t`Share with colleagues`} />}
        <Button type="submit" size="sm" disabled={!name.trim()}>
          {t`Save this view`}
        </Button>
      </form>
    </div>
  );
}
