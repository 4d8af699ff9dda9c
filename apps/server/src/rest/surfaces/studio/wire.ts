import { absent } from '@officina/contracts/studio-fields';
import { z } from 'zod';

/** Building blocks of the studio's wire form: snake_case rows under /v1, camelCase elsewhere, ISO date-times in UTC. */

export const id = z.uuid();
export const moment = z.iso.datetime();
export const day = z.iso.date();

/** `{success: true, …}` exactly. */
export const succeeded = (keys: z.ZodRawShape = {}) => z.strictObject({ success: z.literal(true), ...keys });

interface Bounds {
  minimum: number;
  maximum: number;
  default: number;
}

/** A whole number of the query string; an empty one counts as absent. */
const whole = (bounds: Bounds, clamp: boolean) =>
  z
    .string({ error: 'Must be a number' })
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      const { minimum, maximum } = bounds;
      if (value >= minimum && (clamp || value <= maximum)) return Math.min(value, maximum);
      ctx.addIssue({ code: 'custom', message: `Must be a whole number from ${minimum} to ${maximum}` });
      return z.NEVER;
    })
    .meta({ wire: { type: 'integer', ...bounds } });

/** Offset paging: more than 100 rows are 100. */
export const offsetPage = {
  limit: whole({ minimum: 1, maximum: 100, default: 50 }, true),
  offset: whole({ minimum: 0, maximum: 1_000_000, default: 0 }, false),
};

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
