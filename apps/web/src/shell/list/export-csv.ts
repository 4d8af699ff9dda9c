import { csv, downloadFile } from '../../lib/download.ts';
import { everyRow } from './every-row.ts';
import type { ListQuery, RowBase } from './types.ts';
import type { List } from './use-list.ts';

/** Writes the whole filter in the columns shown. */
export async function exportCsv<Row extends RowBase>(
  name: string,
  list: List<Row>,
  query: ListQuery<Row>,
): Promise<void> {
  const rows = await everyRow(query);
  const lines = rows.map((row) =>
    list.visible.map((column) => {
      const shown = column.text ? column.text(row) : column.cell(row);
      return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : '';
    }),
  );
  downloadFile(name, csv([list.visible.map((column) => column.header), ...lines]), 'text/csv;charset=utf-8');
}
