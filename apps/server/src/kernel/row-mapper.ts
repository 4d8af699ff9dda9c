import { Column, is, SQL, Subquery } from 'drizzle-orm';

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

interface Statement {
  /** What is selected, in order: where each value goes in the row, and what it is. */
  fields?: { path: string[]; field: unknown }[];
  customResultMapper?: (rows: unknown[][]) => Record<string, unknown>[];
}

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  const { sql } = is(field, Subquery) ? field._ : (field as SQL.Aliased);
  return (sql as unknown as { decoder: Decoder }).decoder;
}

/**
 * Gives a prepared Drizzle read of flat rows a mapper that is made once. Drizzle's own finds out anew for each value of
 * each row what its column is, which for a list is a third of all that the call allocates. Rows with parts keep it.
 */
export function quicken<P>(statement: P): P {
  const { fields, customResultMapper } = statement as Statement;
  if (!fields || customResultMapper || fields.some(({ path }) => path.length !== 1)) return statement;
  const columns = fields.map(({ path, field }) => ({ name: path[0] as string, decoder: decoderOf(field) }));
  (statement as Statement).customResultMapper = (rows) =>
    rows.map((values) => {
      const row: Record<string, unknown> = {};
      let at = 0;
      for (const { name, decoder } of columns) {
        const value = values[at++];
        row[name] = value === null ? null : decoder.mapFromDriverValue(value);
      }
      return row;
    });
  return statement;
}
