import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureOf } from '../../lib/errors.ts';
import { useKeys } from '../../lib/keys.ts';
import { usePhone } from '../../lib/use-media.ts';
import type { Crumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useScreenActions } from '../commands.ts';
import { Page } from '../page.tsx';
import { DetailSkeleton } from './detail-skeleton.tsx';
import { Gone } from './gone.tsx';
import { Neighbours } from './neighbours.tsx';

/** Something that can be done to the record; shown, offered in the palette, and bound to its key. */
export interface DetailAction {
  id: string;
  label: string;
  icon?: ReactNode;
  primary?: boolean;
  keys?: string;
  busy?: boolean;
  /** Why it is not possible now, e.g. from the record's `abilities`. */
  reason?: string | false | null;
  run: () => void;
}

export interface DetailTab {
  id: string;
  label: string;
  count?: number | null;
  /** Rendered only while it is chosen. */
  content: () => ReactNode;
}

interface DetailPageProps {
  /** The record's query; the page shows its skeleton or its failure until the rest of the props make sense. */
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  /** Brings a deleted record back; left out without the right. */
  restore?: (() => Promise<unknown>) | false;
  crumb: Crumb;
  title: string | undefined;
  /** An avatar or icon before the title, in the identity line. */
  badge?: ReactNode;
  /** The few actions allowed now, the primary one last. Falsy entries are left out. */
  actions?: readonly (DetailAction | false | null | undefined)[];
  more?: readonly MenuEntry[];
  /** What says who or what it is at a glance, above the tabs. */
  summary?: ReactNode;
  tabs?: readonly (DetailTab | false)[];
  /** Facts and related records; below the content on phones. */
  aside?: ReactNode;
  /** The list whose order previous and next follow. */
  list: { id: string; recordId: string };
  children?: ReactNode;
}

/** A record: identity, state and actions above; tabs in the address; facts at the side. */
export function DetailPage(props: DetailPageProps) {
  const { query, title, tabs = [], aside, summary } = props;
  const actions = (props.actions ?? []).filter((action) => !!action);
  const possible = title ? [...actions, ...inMenu(props.more)].filter((action) => !action.reason) : [];
  const { t } = useLingui();
  const phone = usePhone();
  // A phone has room for two on one line; those before them open its menu.
  const inSight = phone ? actions.slice(-2) : actions;
  const more = [...actions.slice(0, actions.length - inSight.length), ...(props.more ?? [])];
  useScreenActions(possible);
  useKeys(
    t`Record`,
    possible.flatMap((action) =>
      action.keys ? [{ keys: action.keys, label: action.label, run: action.run }] : [],
    ),
  );
  return (
    <Page
      title={title ?? ''}
      crumbs={[props.crumb]}
      badge={props.badge}
      actions={
        <>
          {!phone && <Neighbours {...props.list} />}
          {title && more.some(Boolean) && <MoreMenu entries={more} />}
          {title && inSight.map((action) => <ActionButton key={action.id} action={action} />)}
        </>
      }
    >
      {query.isPending ? (
        <DetailSkeleton />
      ) : query.error && props.restore && failureOf(query.error).code === 'NOT_FOUND' ? (
        <Gone restore={props.restore} refetch={query.refetch} />
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <div
          className={aside ? 'grid items-start gap-(--gap) lg:grid-cols-[minmax(0,1fr)_20rem]' : undefined}
        >
          <div className="flex min-w-0 flex-col gap-(--gap)">
            {summary}
            {props.children}
            <UrlTabs tabs={tabs.filter((tab) => tab !== false)} label={title ?? ''} />
          </div>
          {aside && <aside className="flex min-w-0 flex-col gap-(--gap)">{aside}</aside>}
          {phone && <Neighbours {...props.list} />}
        </div>
      )}
    </Page>
  );
}

/** What the menu does can be done from the palette and by its key too. */
function inMenu(entries: readonly MenuEntry[] = []): DetailAction[] {
  return entries.flatMap((entry) => {
    if (!entry || typeof entry === 'string' || !('run' in entry) || !entry.run) return [];
    const { label, keys, reason, run } = entry;
    return [{ id: label, label, keys, reason, run }];
  });
}

function ActionButton({ action }: { action: DetailAction }) {
  return (
    <Button
      variant={action.primary ? 'primary' : 'secondary'}
      icon={action.icon}
      busy={action.busy}
      reason={action.reason}
      onClick={action.run}
      className="[&>svg]:size-4"
    >
      {action.label}
    </Button>
  );
}

function MoreMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const { t } = useLingui();
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton label={t`More actions`} variant="secondary">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
    />
  );
}

function UrlTabs({ tabs, label }: { tabs: readonly DetailTab[]; label: string }) {
  const navigate = useNavigate();
  const wanted = (useSearch({ strict: false }) as { tab?: string }).tab;
  const tab = tabs.find((one) => one.id === wanted) ?? tabs[0];
  if (!tab) return null;
  const choose = (id: string) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) =>
        ({ ...before, tab: id === tabs[0]?.id ? undefined : id }) as never,
    });
  return (
    <Tabs label={label} tabs={tabs} value={tab.id} onChange={choose}>
      {tab.content()}
    </Tabs>
  );
}
