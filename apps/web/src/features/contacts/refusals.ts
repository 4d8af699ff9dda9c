import type { ImportRowError } from '@officina/contracts/contacts';
import type { CsvFile } from './read-csv.ts';

/** A record of the file that was refused. */
export interface Refusal {
  /** In the file, whose first line is the header. */
  line: number;
  record: string[];
  /** What is wrong with it, field by field. */
  why: string;
}

type Wrong = Pick<ImportRowError, 'row' | 'field' | 'message'>;

/** One per refused record, however much is wrong with it. `say` puts an error into words. */
export function refusalsOf(
  file: CsvFile,
  errors: readonly Wrong[],
  say: (error: Wrong) => string,
): Refusal[] {
  return [...Map.groupBy(errors, ({ row }) => row)].map(([row, wrong]) => ({
    line: row + 1,
    record: file.records[row - 1] ?? [],
    why: wrong.map(say).join(' '),
  }));
}
