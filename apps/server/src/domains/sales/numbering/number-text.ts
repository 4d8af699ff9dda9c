import { type SQL, sql } from 'drizzle-orm';

/** `2026-001`: at least three digits, growing past 999 (`2026-1000`). Both arguments are SQL integers. */
export const numberText = (year: SQL, last: SQL): SQL<string> =>
  sql<string>`${year} || '-' || lpad(${last}::text, greatest(3, length(${last}::text)), '0')`;
