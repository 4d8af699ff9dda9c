import { z } from 'zod';

/** Building blocks of the portal's wire form: camelCase keys, whole euros, ISO date-times in UTC. */

export const id = z.uuid();
export const moment = z.iso.datetime({ precision: 3 });
/** A calendar day, printed as midnight in UTC. */
export const dayMoment = z.string().regex(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);

/** `{ok: true, …}` exactly. */
export const okay = (keys: z.ZodRawShape = {}) => z.strictObject({ ok: z.literal(true), ...keys });
export const okayItem = (item: z.ZodType) => okay({ item });
export const okayItems = (item: z.ZodType) => okay({ items: z.array(item) });

/** A view cut down to the keys that the contract prints; screens are told more. */
export function only<S extends z.ZodRawShape>(schema: z.ZodObject<S>) {
  const cut = (shape: z.ZodRawShape, view: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(shape).map(([key, field]) => {
        const value = view[key];
        const inner = field instanceof z.ZodObject && value !== null && typeof value === 'object';
        return [key, inner ? cut(field.shape, value as Record<string, unknown>) : value];
      }),
    );
  return (view: { [K in keyof S]: unknown }): unknown => cut(schema.shape, view as Record<string, unknown>);
}

/** How many items: clamped to 1..most; what is no number counts as absent. */
export const clampedLimit = (most: number) =>
  z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) => {
      const wanted = text?.trim() ? Number(text) : Number.NaN;
      return Number.isNaN(wanted) ? undefined : Math.min(most, Math.max(1, Math.trunc(wanted)));
    });

/**
 * A body that the operation judges itself, once it knows that its record is the caller's: the contract tells what is
 * missing or foreign first. `schema` says in the document what it may hold.
 */
export function lateBody<S extends z.ZodType>(schema: S): z.ZodType<z.input<S>> {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return z
    .unknown()
    .meta(described)
    .transform((body) => {
      const isObject = body !== null && typeof body === 'object' && !Array.isArray(body);
      const { id: _id, ...fields } = isObject ? (body as Record<string, unknown>) : {};
      return fields as z.input<S>;
    });
}
