import type { AppError } from './errors.ts';

interface DatabaseError {
  code: string;
  constraint_name?: string;
}

/** The PostgreSQL error under Drizzle's wrapper, if there is one. */
function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('severity' in cause && 'code' in cause) return cause as unknown as DatabaseError;
  }
  return null;
}

/** Serialization failures and deadlocks: the same call may succeed when run again. */
export function isRetryable(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code;
  return code === '40001' || code === '40P01';
}

/** A table or a column is not there: the schema is older than the program. */
export function lacksTables(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code;
  return code === '42P01' || code === '42703';
}

/** Whether the statement failed because it would have violated this constraint. */
export const violates = (error: unknown, constraint: string): boolean =>
  databaseErrorOf(error)?.constraint_name === constraint;

/** A violated constraint that the operation announced becomes its AppError; anything else stays as it is. */
export function translateDatabaseError(error: unknown, conflicts: Record<string, () => AppError>): unknown {
  const constraint = databaseErrorOf(error)?.constraint_name;
  return (constraint && conflicts[constraint]?.()) || error;
}
