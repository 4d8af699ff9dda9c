import type { Page } from '@officina/contracts/paging';
import { csv, downloadFile } from '../../lib/download.ts';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';

/** The largest page that a list gives. */
export const EXPORT_PAGE = 100;

/** How a list is written into a file: its name without the ending, and the query of the list, page by page. */
export interface CsvExport<Row> {
  name: string;
  page: (at: { cursor: string | null; limit: number }) => Promise<Page<Row>>;
}

/**
 * Writes the whole filter in the columns shown, in the order shown. `report` hears how many rows there are so far; the rows go
 * past the list, so that it does not grow by them.
 */
export async function exportCsv<Row extends RowBase>(
  { name, page }: CsvExport<Row>,
  list: List<Row>,
  report: (rows: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const lines: string[][] = [];
  let cursor: string | null = null;
  do {
    const found: Page<Row> = await page({ cursor, limit: EXPORT_PAGE });
    if (signal.aborted) return;
    for (const row of found.items) lines.push(list.visible.map((column) => textOf(column, row)));
    report(lines.length);
    cursor = found.nextCursor;
  } while (cursor);
  const head = list.visible.map((column) => column.header);
  downloadFile(`${name}.csv`, csv([head, ...lines]), 'text/csv;charset=utf-8');
}

function textOf<Row>({ text, cell }: List<Row & RowBase>['visible'][number], row: Row & RowBase): string {
  const shown = text ? text(row) : cell(row);
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : '';
}
