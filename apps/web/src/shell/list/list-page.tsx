import { useLingui } from '@lingui/react/macro';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Plus, SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Tabs, type TabsProps } from '../../ui/tabs.tsx';
import { useScreenActions } from '../commands.ts';
import { Page } from '../page.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { exportCsv } from './export-csv.ts';
import { Grid, type GridHandle } from './grid.tsx';
import { Toolbar } from './toolbar.tsx';
import { rememberRows } from './trail.ts';
import type { BulkAction, ListQuery, OpenRow, RowBase, RowKey } from './types.ts';
import type { List } from './use-list.ts';
import { useListKeys } from './use-list-keys.ts';
import { useSelection } from './use-selection.ts';

export interface ListPageProps<Row extends RowBase> {
  list: List<Row>;
  query: ListQuery<Row>;
  title: string;
  /** A row in words, for screen readers and bulk results. */
  nameOf: (row: Row) => string;
  open: OpenRow<Row>;
  /** The primary action, also `n`. Left out without the right. */
  create?: { label: string; to?: LinkProps; run?: () => void } | false;
  /** Rarer actions, behind one button. */
  more?: readonly MenuEntry[];
  /** Parts of the list, told apart by a search param of the page's own. */
  tabs?: Omit<TabsProps, 'children' | 'fill'>;
  /** Further keys of the row that the cursor is on. */
  rowKeys?: readonly (RowKey<Row> | false)[];
  /** `e` on a row. */
  edit?: (row: Row) => void;
  bulk?: readonly (BulkAction<Row> | false)[];
  /** What to refetch after a bulk action; the query of the page without. */
  settled?: () => unknown;
  /** File name of the CSV; no export without. A function exports on the server instead. */
  csv?: string | false | (() => Promise<unknown>);
  /** What teaches the first step while there is no record at all. */
  empty: { icon: ReactNode; title: string; text: string; actions?: ReactNode };
}

/** A list of records. The address is its state; see `useList`. */
export function ListPage<Row extends RowBase>(props: ListPageProps<Row>) {
  const { list, query, title, open, nameOf, create, edit, csv } = props;
  const { t } = useLingui();
  const navigate = useNavigate();
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const bulk = props.bulk?.filter((action) => action !== false) ?? [];
  const chosen = useSelection(rows);
  const selection = bulk.length > 0 ? chosen : null;
  const [active, setActive] = useState(-1);
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(
    () =>
      rememberRows(
        list.id,
        rows.map((row) => ({ id: row.id, to: open(row) })),
      ),
    [list.id, rows, open],
  );

  const makeNew = create
    ? () => (create.run ? create.run() : void (create.to && navigate(create.to)))
    : undefined;
  const current = rows[active];
  useListKeys({
    active,
    selection,
    move(step) {
      const next = Math.min(rows.length - 1, Math.max(0, active + step));
      setActive(next);
      grid.current?.focusRow(next);
    },
    open: () => current && void navigate(open(current)),
    edit: edit && (() => current && edit(current)),
    others: (props.rowKeys ?? [])
      .filter((key) => key !== false)
      .map(({ run, ...key }) => ({ ...key, run: () => current && run(current) })),
    create: makeNew,
    focusSearch: list.searchable ? () => search.current?.focus() : undefined,
  });
  useScreenActions(create && makeNew ? [{ id: 'create', label: create.label, keys: 'n', run: makeNew }] : []);

  const none = pages !== undefined && rows.length === 0;
  const onExport = typeof csv === 'string' ? () => exportCsv(csv, list, query) : csv || undefined;
  const content = (
    <>
      <Toolbar list={list} searchRef={search} count={countOf(query, rows.length)} onExport={onExport} />
      {query.error && !pages ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : none ? (
        list.narrowed ? (
          <EmptyState
            icon={<SearchX />}
            title={t`Nothing fits`}
            actions={<Button onClick={list.clear}>{t`Clear filters`}</Button>}
          >
            {t`No record matches this search and these filters.`}
          </EmptyState>
        ) : (
          <EmptyState icon={props.empty.icon} title={props.empty.title} actions={props.empty.actions}>
            {props.empty.text}
          </EmptyState>
        )
      ) : (
        <div className="relative flex min-h-0 flex-1 flex-col">
          <Grid
            label={title}
            list={list}
            query={query}
            rows={rows}
            open={open}
            nameOf={nameOf}
            active={active}
            onActive={setActive}
            selection={selection}
            handle={grid}
          />
          {selection && (
            <BulkBar
              actions={bulk}
              rows={rows}
              query={query}
              selection={selection}
              nameOf={nameOf}
              settled={props.settled ?? query.refetch}
            />
          )}
        </div>
      )}
    </>
  );
  return (
    <Page
      title={title}
      fill
      actions={
        <>
          {props.more?.some(Boolean) && (
            <Menu
              align="end"
              entries={props.more}
              trigger={
                <IconButton label={t`More actions`} variant="secondary">
                  <Ellipsis aria-hidden className="size-4" />
                </IconButton>
              }
            />
          )}
          {create && makeNew && (
            <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={makeNew}>
              {create.label}
            </Button>
          )}
        </>
      }
    >
      {props.tabs ? (
        <Tabs {...props.tabs} fill>
          {content}
        </Tabs>
      ) : (
        content
      )}
    </Page>
  );
}

/** The server counts to 1001; what it did not count is what is loaded so far. */
function countOf<Row>(query: ListQuery<Row>, loaded: number): string | null {
  if (!query.data) return null;
  const total = query.data.pages[0]?.total;
  if (typeof total === 'number') return total > 1000 ? '1000+' : String(total);
  return query.hasNextPage ? `${loaded}+` : String(loaded);
}
