import { absent } from '@officina/contracts/studio-fields';
import { z } from 'zod';

/** Building blocks of the studio's wire form: snake_case rows under /v1, camelCase elsewhere, ISO date-times in UTC. */

export const id = z.uuid();
export const moment = z.iso.datetime();
export const day = z.iso.date();

/** `{success: true, …}` exactly. */
export const succeeded = (keys: z.ZodRawShape = {}) => z.strictObject({ success: z.literal(true), ...keys });

/** A whole number of the query string; an empty one counts as absent. */
const whole = (least: number, most: number, clamp: boolean) =>
  z
    .string({ error: 'Must be a number' })
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && (clamp || value <= most)) return Math.min(value, most);
      ctx.addIssue({ code: 'custom', message: `Must be a whole number from ${least} to ${most}` });
      return z.NEVER;
    });

/** Offset paging: more than 100 rows are 100. */
export const offsetPage = { limit: whole(1, 100, true), offset: whole(0, 1_000_000, false) };

/** A word of the query string; an empty one counts as absent. */
export const queryWord = z
  .string({ error: 'Must be given once' })
  .max(200, 'Must be at most 200 characters')
  .optional()
  .transform((text) => text || undefined);

/** `{data: row}` and `{data: rows, pagination}` exactly. */
export const dataOf = (row: z.ZodType) => z.strictObject({ data: row });
export const pageOf = (row: z.ZodType) =>
  z.strictObject({
    data: z.array(row),
    pagination: z.strictObject({
      total: z.int(),
      limit: z.int(),
      offset: z.int(),
      hasMore: z.boolean(),
    }),
  });

/** A numbered page as the contract prints it. */
export const printPage = <T>(
  { items, total, limit, offset }: { items: T[]; total: number; limit: number; offset: number },
  print: (item: T) => unknown,
) => ({
  data: {
    data: items.map(print),
    pagination: { total, limit, offset, hasMore: total > offset + items.length },
  },
});
/**
 * A body whose keys are other words for the operation's fields. The operation judges what they hold: its faults are told
 * under the words of the wire by the row's `fields`. `schema` says in the document what it may hold.
 */
export function renamedBody<T>(schema: z.ZodType, fields: Partial<Record<keyof T & string, string>>) {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return z
    .unknown()
    .meta({ wire: described })
    .transform((body): Partial<T> => {
      const given = (body !== null && typeof body === 'object' ? body : {}) as Record<string, unknown>;
      const names = new Map(Object.entries(fields).map(([field, name]) => [name, field]));
      return Object.fromEntries(
        Object.entries(given).flatMap(([key, value]) => {
          const field = names.get(key);
          return field ? [[field, value]] : [];
        }),
      ) as Partial<T>;
    });
}

/** An optional field of which `""` and `null` mean that it was not sent. */
export const optional = <S extends z.ZodType>(field: S) =>
  absent(field).transform((value) => value ?? undefined) as unknown as z.ZodOptional<S>;
