import type { ListParams, SavedViewView } from '@officina/contracts/preferences';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryClient, trpc } from '../../trpc.ts';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';

/** Asked seldom: what a colleague shares may appear a minute later. Without connection the last answer stays. */
const FRESH = 60_000;

/** The views of a list that the user may apply, their own and those that colleagues share. */
export function useSavedViews(list: string, enabled = true) {
  return useQuery(trpc.preferences.views.queryOptions({ list }, { staleTime: FRESH, enabled })).data?.items;
}

export const refreshViews = () =>
  queryClient.invalidateQueries({ queryKey: trpc.preferences.views.pathKey() });

const narrowing = <Row extends RowBase>(list: List<Row>) => [
  'q',
  'sort',
  'cols',
  ...list.filters.map((filter) => filter.id),
];

/** What of the address belongs to a view: search, filters, sort and columns, not a window that is open over the list. */
export function paramsOf<Row extends RowBase>(list: List<Row>): ListParams {
  const params: ListParams = {};
  for (const param of narrowing(list)) {
    const value = list.search[param];
    if (value) params[param] = value;
  }
  return params;
}

/** Puts the list into the state of a view, whatever it was in before. */
export function applyView<Row extends RowBase>(
  list: List<Row>,
  { id, params }: Pick<SavedViewView, 'id' | 'params'>,
) {
  list.set({
    ...Object.fromEntries(narrowing(list).map((param) => [param, undefined])),
    ...params,
    view: id,
  });
}

export const sameParams = (one: ListParams, other: ListParams): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([param, value]) => other[param] === value);

/** The view that the address names. An address that says nothing else, e.g. a link from a colleague, is filled in from it. */
export function useNamedView<Row extends RowBase>(list: List<Row>): SavedViewView | undefined {
  const named = list.search.view;
  const views = useSavedViews(list.id, Boolean(named));
  const view = views?.find(({ id }) => id === named);
  const seen = useRef<string>(undefined);
  const bare = Object.keys(paramsOf(list)).length === 0;
  useEffect(() => {
    if (!view || seen.current === view.id) return;
    seen.current = view.id;
    if (bare && Object.keys(view.params).length > 0) applyView(list, view);
  });
  return view;
}
