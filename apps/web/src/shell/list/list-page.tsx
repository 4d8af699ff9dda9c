import { useLingui } from '@lingui/react/macro';
import type { Matches } from '@officina/contracts/bulk';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Plus, SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { usePhone } from '../../lib/use-media.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Tabs, type TabsProps } from '../../ui/tabs.tsx';
import { useScreenActions } from '../commands.ts';
import { Page } from '../page.tsx';
import type { BulkAction } from './bulk.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { CsvExport } from './export-csv.ts';
import { Grid, type GridHandle } from './grid.tsx';
import { Toolbar } from './toolbar.tsx';
import { rememberRows } from './trail.ts';
import type { ListQuery, OpenRow, RowBase, RowKey } from './types.ts';
import { type CellEdits, useCellEdits } from './use-cell-edits.ts';
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
  /** What the rows come to, above them. */
  above?: ReactNode;
  /** Further keys of the row that the cursor is on. */
  rowKeys?: readonly (RowKey<Row> | false)[];
  /** Opens the form of a row: `e` where no cell can be changed in its place. */
  edit?: (row: Row) => void;
  /** Lets the cells whose columns have an editor be changed in their place: `e`, or a double click. */
  edits?: CellEdits<Row>;
  /** Enter in the search box, with what is typed there. */
  onSearch?: (text: string) => unknown;
  bulk?: readonly (BulkAction | false)[];
  /** The records of the filter, for bulk actions over all of it. */
  matches?: () => Promise<Matches>;
  /** What to refetch after a change of rows; the query of the page without. */
  settled?: () => unknown;
  /** What is shown, as a file; no export without. */
  csv?: CsvExport<Row> | false;
  /** What teaches the first step while there is no record at all; `create` is offered by itself, before `actions`. */
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

  const { hasNextPage, fetchNextPage } = query;
  useEffect(() => {
    const more = async () => {
      const next = await fetchNextPage();
      return { rows: next.data?.pages.flatMap((page) => page.items) ?? [], more: next.hasNextPage };
    };
    rememberRows(list.id, rows, open, hasNextPage ? more : null);
  }, [list.id, rows, open, hasNextPage, fetchNextPage]);

  const makeNew = create
    ? () => (create.run ? create.run() : void (create.to && navigate(create.to)))
    : undefined;
  const current = rows[active];
  const settled = props.settled ?? query.refetch;
  const editing = useCellEdits(props.edits, settled);
  // Cards show too little to change it in its place.
  const phone = usePhone();
  const inPlace = Boolean(props.edits) && !phone;
  useEffect(() => {
    // Before the first key: while the editor loads, what is typed would go to the page.
    if (inPlace) void import('./cell-editor.tsx');
  }, [inPlace]);
  const cells = current ? list.visible.filter((column) => editing.editable(current, column)) : [];
  const at = () => document.activeElement?.closest<HTMLElement>('[data-col]')?.dataset.col;
  const editRow = () => {
    if (!current) return;
    const cell = cells.find((column) => column.id === at()) ?? cells[0];
    if (inPlace && cell) editing.begin(current, cell);
    else edit?.(current);
  };
  const moveCell = (step: 1 | -1) => {
    const to = cells.findIndex((column) => column.id === at()) + step;
    if (to < cells.length) grid.current?.focusRow(active, cells[Math.max(-1, to)]?.id ?? null);
  };
  useListKeys({
    active,
    selection,
    move(step) {
      const next = Math.min(rows.length - 1, Math.max(0, active + step));
      setActive(next);
      grid.current?.focusRow(next);
    },
    open: () => current && void navigate(open(current)),
    edit: inPlace || edit ? editRow : undefined,
    moveCell: inPlace ? moveCell : undefined,
    others: (props.rowKeys ?? [])
      .filter((key) => key !== false)
      .map(({ run, ...key }) => ({ ...key, run: () => current && run(current) })),
    create: makeNew,
    focusSearch: list.searchable ? () => search.current?.focus() : undefined,
  });
  useScreenActions(create && makeNew ? [{ id: 'create', label: create.label, keys: 'n', run: makeNew }] : []);

  const none = pages !== undefined && rows.length === 0;
  const content = (
    <>
      {props.above}
      <Toolbar
        list={list}
        searchRef={search}
        count={countOf(query, rows.length)}
        csv={csv || undefined}
        onEnter={props.onSearch}
      />
      <div className="relative flex min-h-0 flex-1 flex-col">
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
            <EmptyState
              icon={props.empty.icon}
              title={props.empty.title}
              actions={
                (create || props.empty.actions) && (
                  <>
                    {create && (
                      <Button variant="primary" onClick={makeNew}>
                        {create.label}
                      </Button>
                    )}
                    {props.empty.actions}
                  </>
                )
              }
            >
              {props.empty.text}
            </EmptyState>
          )
        ) : (
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
            editing={editing}
            handle={grid}
          />
        )}
        {selection && (
          <BulkBar
            listId={list.id}
            actions={bulk}
            rows={rows}
            query={query}
            matches={props.matches}
            selection={selection}
            nameOf={nameOf}
            settled={settled}
          />
        )}
      </div>
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
