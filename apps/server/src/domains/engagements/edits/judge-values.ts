import { isDeepStrictEqual } from 'node:util';
import type { FieldChange, FieldValue } from '@officina/contracts/edits';
import { EDIT_VALUES } from '@officina/contracts/edits-inputs';
import type { EditedEntity } from '@officina/contracts/portal';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { EditTarget } from './targets/target.ts';

/** A value as views print it, or undefined where the field cannot hold it. "" clears. */
function read(entity: EditedEntity, field: string, value: unknown): FieldValue | undefined {
  const given = typeof value === 'string' && value.trim() === '' ? null : value;
  const parsed = EDIT_VALUES[entity][field]?.safeParse(given);
  // Each of these forms is one of a field's value.
  return parsed?.success ? (parsed.data as FieldValue) : undefined;
}

const badValue = (field: string): AppError =>
  field === 'category'
    ? new AppError('BAD_REQUEST', 'Invalid category')
    : new AppError('BAD_REQUEST', 'Invalid value', [{ field, message: 'Invalid value' }]);

/** The values that an edit would write, in the form of the views. Throws BAD_REQUEST, naming the field, for others. */
export async function judgeValues(
  ctx: WriteCtx,
  entity: EditedEntity,
  target: EditTarget,
  diff: readonly { field: string; to: unknown }[],
): Promise<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {};
  for (const { field, to } of diff) {
    const value = read(entity, field, to);
    const known = value !== undefined && isDeepStrictEqual(value, target.present[field]);
    if (value === undefined || !(known || ((await target.mayRefer?.(ctx, field, value)) ?? true)))
      throw badValue(field);
    values[field] = value;
  }
  const [first] = diff;
  if (first && !(target.isSound?.(ctx, values) ?? true)) throw badValue(first.field);
  return values;
}

const stale = (): AppError => new AppError('BAD_REQUEST', 'Stale edit');

/** What differs from the record, with what stands there now. Throws BAD_REQUEST where a caller believed something else. */
export function compare(
  entity: EditedEntity,
  target: EditTarget,
  diff: readonly { field: string; from?: unknown }[],
  values: Record<string, FieldValue>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const { field, from } of diff) {
    const present = (target.present[field] ?? null) as FieldValue;
    if (from !== undefined && !isDeepStrictEqual(read(entity, field, from) ?? from, present)) throw stale();
    const to = values[field] ?? null;
    if (!isDeepStrictEqual(to, present)) changes.push({ field, from: present, to });
  }
  return changes;
}

/** Refuses to write over what has changed since the edit was submitted. */
export function checkUnchanged(target: EditTarget, diff: readonly FieldChange[]): void {
  if (diff.some(({ field, from }) => !isDeepStrictEqual(target.present[field] ?? null, from))) throw stale();
}

export function checkLock(target: EditTarget, diff: readonly { field: string }[]): void {
  const lock = target.lockOf(diff.map(({ field }) => field));
  if (lock) throw new AppError('BAD_REQUEST', lock);
}
