import { DrizzleQueryError } from 'drizzle-orm';

/** What drivers say of an error besides: which rule of the database it broke, never the row that broke it. */
const FACTS = ['code', 'severity', 'constraint_name', 'table_name', 'column_name', 'syscall'] as const;

/** Where it was thrown; packages by their name instead of by where they are installed. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replace(/[^\s(]*\/node_modules\//, ''));

/**
 * An error as the log tells it: what failed, where and why. The values that a statement was sent with are left out, and
 * so is whatever else hangs on an error: they may be secrets or somebody's data.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const facts = Object.entries(error).filter(([name]) => FACTS.includes(name as (typeof FACTS)[number]));
  return {
    type: error.constructor.name,
    message: error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message,
    ...Object.fromEntries(facts),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  };
}
