import { useLingui } from '@lingui/react/macro';
import type { ListParams, SavedViewView } from '@officina/contracts/preferences';
import { Check, Ellipsis, Pencil, RefreshCw, Trash2, Users, UserX } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { refreshViews } from './saved-views.ts';

interface ViewRowProps {
  view: SavedViewView;
  /** Whether the list shows it, or started from it and was changed since. */
  state: 'other' | 'shown' | 'changed';
  /** What the list is at now. */
  params: ListParams;
  onShow: () => void;
}

/** One saved view: applied by a press, put in order by its menu. */
export function ViewRow({ view, state, params, onShow }: ViewRowProps) {
  const { t } = useLingui();
  const { act } = useAct();
  const [renaming, setRenaming] = useState(false);
  const { id, label, version, abilities } = view;
  const change = (asked: { label?: string; shared?: boolean; params?: ListParams }, done: string) =>
    act({
      run: () => api.preferences.updateView.mutate({ id, version, ...asked }),
      done,
      settled: refreshViews,
    });
  if (renaming) {
    return (
      <li className="py-0.5">
        <Rename
          label={label}
          onDone={(next) => {
            setRenaming(false);
            if (next && next !== label) void change({ label: next }, t`View renamed`);
          }}
        />
      </li>
    );
  }
  return (
    <li className="flex items-center">
      <Button
        variant="ghost"
        size="sm"
        className="min-w-0 flex-1 !justify-start"
        aria-current={state === 'other' ? undefined : 'true'}
        onClick={onShow}
      >
        <span className="truncate">{label}</span>
        {view.shared && !view.owner && (
          <Users role="img" aria-label={t`Shared`} className="size-3.5 shrink-0 text-ink-faint" />
        )}
        {view.owner && <span className="truncate font-normal text-ink-faint">{view.owner.name}</span>}
        {state === 'shown' && <Check aria-hidden className="ms-auto size-4 shrink-0 text-accent-ink" />}
        {state === 'changed' && (
          <span className="ms-auto font-normal text-ink-faint text-xs">{t`changed`}</span>
        )}
      </Button>
      {abilities.edit && (
        <Menu
          align="end"
          trigger={
            <IconButton label={t`Options of the view “${label}”`} size="sm">
              <Ellipsis aria-hidden className="size-4" />
            </IconButton>
          }
          entries={[
            { label: t`Rename`, icon: <Pencil aria-hidden />, run: () => setRenaming(true) },
            {
              label: t`Replace by what is shown`,
              icon: <RefreshCw aria-hidden />,
              reason: state === 'shown' && t`The list is as the view says.`,
              run: () => void change({ params }, t`View replaced`),
            },
            abilities.share &&
              (view.shared
                ? {
                    label: t`Keep to myself`,
                    icon: <UserX aria-hidden />,
                    run: () => void change({ shared: false }, t`View taken back`),
                  }
                : {
                    label: t`Share with colleagues`,
                    icon: <Users aria-hidden />,
                    run: () => void change({ shared: true }, t`View shared`),
                  }),
            'separator',
            {
              label: t`Delete`,
              icon: <Trash2 aria-hidden />,
              danger: true,
              run: () =>
                void act({
                  run: () => api.preferences.deleteView.mutate({ id }),
                  done: t`View “${label}” deleted`,
                  undo: () => api.preferences.restoreView.mutate({ id }),
                  settled: refreshViews,
                }),
            },
          ]}
        />
      )}
    </li>
  );
}

/** Enter keeps the new name, Escape the old one. */
function Rename({ label, onDone }: { label: string; onDone: (next: string | null) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(label);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text.trim());
      }}
    >
      <Input
        autoFocus
        aria-label={t`New name of the view`}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => onDone(text.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone(null);
        }}
      />
    </form>
  );
}
