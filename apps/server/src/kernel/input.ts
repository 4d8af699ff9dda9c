import type { FieldError } from '@officina/contracts/errors';
import type { input as InputOf, output as OutputOf, ZodType } from 'zod';
import { AppError } from './errors.ts';

/** Deeper nesting than this is no business data; it would only exhaust stacks further down. */
const MAX_DEPTH = 32;

/** Why PostgreSQL could not store this text: jsonb refuses both, so a door that let them in would answer 500. */
function faultOf(text: string): string | null {
  if (text.includes('\u0000')) return 'Must not contain U+0000';
  return text.isWellFormed() ? null : 'Must not contain half of a surrogate pair';
}

/** Whether PostgreSQL can store all texts of it and it is not too deep: told without naming fields, as almost all are. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return faultOf(value) === null;
  if (value === null || typeof value !== 'object') return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  for (const key of Object.keys(value)) {
    if (faultOf(key) !== null || !isStorable((value as Record<string, unknown>)[key], depth + 1))
      return false;
  }
  return true;
}

/** Texts that PostgreSQL cannot store, and structures too deep to handle, named by their field. */
function unstorable(value: unknown): FieldError[] {
  const faults: FieldError[] = [];
  const queue: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let item = queue.pop(); item; item = queue.pop()) {
    if (typeof item.value === 'string') {
      const message = faultOf(item.value);
      if (message) faults.push({ field: item.path || 'body', message });
    } else if (item.value !== null && typeof item.value === 'object') {
      if (item.depth >= MAX_DEPTH) {
        faults.push({ field: item.path, message: 'Nested too deeply' });
        break;
      }
      for (const [key, child] of Object.entries(item.value)) {
        const message = faultOf(key);
        if (message) faults.push({ field: item.path || 'body', message });
        queue.push({ value: child, path: item.path ? `${item.path}.${key}` : key, depth: item.depth + 1 });
      }
    }
    if (faults.length > 20) break;
  }
  return faults;
}

/** Parses with zod and throws VALIDATION_ERROR whose details name **all** faulty fields by dotted path. */
export function parseInput<S extends ZodType>(schema: S, raw: InputOf<S> | unknown): OutputOf<S> {
  const faults = isStorable(raw) ? [] : unstorable(raw);
  if (!faults.length) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      faults.push({ field: issue.path.map(String).join('.') || 'body', message: issue.message });
    }
  }
  throw new AppError('VALIDATION_ERROR', undefined, faults);
}
