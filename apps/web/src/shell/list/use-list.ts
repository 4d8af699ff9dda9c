import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ListSearch } from './search.ts';
import type { Column, Filter, ListQuery, RowBase } from './types.ts';

interface ListOptions<Row> {
  /** Names the list for saved views, scroll position and previous/next. */
  id: string;
  /** `getRouteApi('/app/contacts').useSearch()` */
  search: ListSearch;
  columns: Column<Row>[];
  filters?: Filter[];
  /** False where the server cannot search by words. */
  searchable?: boolean;
  /** Sort when the address has none. */
  sort?: string;
}

export interface List<Row extends RowBase> {
  id: string;
  columns: Column<Row>[];
  visible: Column<Row>[];
  filters: Filter[];
  searchable: boolean;
  /** All search params as they are. */
  search: Record<string, string | undefined>;
  /** The sort in force, for the query's input. */
  sort: { by: string; desc: boolean } | undefined;
  /** Whether search or filters narrow the list: tells "nothing yet" from "nothing fits". */
  narrowed: boolean;
  /** Changes search params; undefined removes one. Replaces the history entry: Back leaves the list. */
  set: (patch: Record<string, string | undefined>) => void;
  clear: () => void;
}

/** Options for `trpc.x.list.infiniteQueryOptions`: what is shown stays until the narrowed rows are there. */
export const INFINITE = {
  getNextPageParam: (page: { nextCursor?: string | null }) => page.nextCursor,
  placeholderData: keepPreviousData,
};

/** The row that the address names, among those that are loaded: what a drawer or a form over the list shows. */
export function rowOf<Row extends RowBase>(
  query: Pick<ListQuery<Row>, 'data'>,
  id: string | undefined,
): Row | undefined {
  return id === undefined
    ? undefined
    : query.data?.pages.flatMap(({ items }) => items).find((row) => row.id === id);
}

/** The rows that one request brings. */
export const PAGE_SIZE = 50;

/** A view of whose state nothing is left is not in force any more; alone in the address it would stand for all of it again. */
function leaveView({ view, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return Object.values(rest).some((value) => value !== undefined) ? { view, ...rest } : rest;
}

/** The state of a list, which is the address: what is seen can be sent to a colleague. */
export function useList<Row extends RowBase>(options: ListOptions<Row>): List<Row> {
  const { id, columns, filters = [], searchable = true } = options;
  const search = options.search as Record<string, string | undefined>;
  const navigate = useNavigate();
  const chosen = search.cols?.split(',');
  const visible = columns.filter((column) =>
    column.card === 'title' ? true : chosen ? chosen.includes(column.id) : !column.hidden,
  );
  const sortWord = search.sort ?? options.sort;
  const sort = sortWord ? { by: sortWord.replace(/^-/, ''), desc: sortWord.startsWith('-') } : undefined;
  const narrowing = ['q', ...filters.map((filter) => filter.id)];
  const set: List<Row>['set'] = (patch) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => leaveView({ ...before, ...patch }) as never,
    });
  return {
    id,
    columns,
    visible,
    filters,
    searchable,
    search,
    sort,
    narrowed: narrowing.some((param) => search[param]),
    set,
    clear: () => set(Object.fromEntries(narrowing.map((param) => [param, undefined]))),
  };
}
