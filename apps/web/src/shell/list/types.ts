import type { InfiniteData } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Pick } from '../../ui/combobox.tsx';
import type { CellEditor } from './cell-edit.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the CSV says; needed where `cell` gives more than a string. */
  text?: (row: Row) => string;
  /** The word that the server sorts by. */
  sort?: string;
  /** Width of the track: "minmax(12rem,2fr)", "8rem". */
  width?: string;
  align?: 'end';
  /** Not shown until chosen in the column menu. */
  hidden?: boolean;
  /**
   * Where it stands on a phone's card; left out of the card without. Exactly one column is the `title`:
   * its cell becomes the row's link, and it cannot be hidden. Buttons are an `act`: they take the badge's place at the end.
   */
  card?: 'title' | 'badge' | 'line' | 'end' | 'act';
  /** Lets the cell be changed in its place. Needs a `version` on the row, and `edits` on the list's page. */
  edit?: CellEditor<Row>;
}

interface FilterBase {
  /** The search param. */
  id: string;
  label: string;
}

/** How a list can be narrowed. Values of `many` are words joined by commas in the address; `one` holds a single word. */
export type Filter = FilterBase &
  (
    | { kind: 'many' | 'one'; options: readonly { value: string; label: string }[] }
    | { kind: 'flag' }
    | { kind: 'date' }
    | { kind: 'text' }
    | {
        kind: 'record';
        search: (text: string, signal: AbortSignal) => Promise<Pick[]>;
        nameOf: (id: string) => Promise<string>;
      }
  );

/** The part of `useInfiniteQuery`'s answer that a list needs; the query of any list procedure fits. */
export interface ListQuery<Row> {
  data: InfiniteData<{ items: Row[]; nextCursor?: string | null; total?: number | null }> | undefined;
  error: unknown;
  isPending: boolean;
  isFetching: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<{ data: ListQuery<Row>['data']; hasNextPage: boolean }>;
  refetch: () => unknown;
}

/** Something done to the row that the cursor is on. */
export interface RowKey<Row> {
  keys: string;
  label: string;
  run: (row: Row) => unknown;
}

export interface RowBase {
  id: string;
  ref?: number;
  version?: number;
}

/** Where a row opens. */
export type OpenRow<Row> = (row: Row) => LinkProps;
