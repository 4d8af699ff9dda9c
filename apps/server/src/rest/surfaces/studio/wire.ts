import { z } from 'zod';

/** Building blocks of the studio's wire form: snake_case rows under /v1, camelCase elsewhere, ISO date-times in UTC. */

export const id = z.uuid();
export const moment = z.iso.datetime();
export const day = z.iso.date();

/** `{success: true, …}` exactly. */
export const succeeded = (keys: z.ZodRawShape = {}) => z.strictObject({ success: z.literal(true), ...keys });

/** `""` and `null` of an optional field mean that it is absent. */
export const absent = <S extends z.ZodType>(field: S) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && !value.trim()) ? undefined : value),
    field.optional(),
  ) as unknown as z.ZodOptional<S>;
