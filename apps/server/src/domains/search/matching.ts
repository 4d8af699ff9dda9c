import { escapeLike, foldText } from '@officina/contracts/text';
import { type SQL, sql } from 'drizzle-orm';

/** More words than this tell nothing more. */
const MOST_WORDS = 6;
/** Newest matches that are ranked. */
const CANDIDATES = 200;
/** Newest rows that are looked through for a text that is too short for the trigram index. */
const RECENT = 2000;

/** The folded words of a text, none when it holds only accents and blanks. */
export const wordsOf = (text: string): string[] =>
  foldText(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** The values of the placeholders that `allLike` makes. */
export const likeValues = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word, i) => [`word${i}`, `%${escapeLike(word)}%`]));

/** Trigram indexes find substrings of three characters and more. */
export const isIndexable = (words: readonly string[]): boolean => words.some((word) => word.length >= 3);

/** Every word, as the placeholders `word0`, `word1`, …, occurs in the text. */
export const allLike = (text: SQL, words: number): SQL =>
  sql.join(
    Array.from({ length: words }, (_, i) => sql`${text} like ${sql.placeholder(`word${i}`)}`),
    sql.raw(' and '),
  );

/**
 * The newest matching live rows of a table that the caller ranks: a bounded number, whatever was typed and however
 * many rows there are.
 */
export function bounded(table: SQL, columns: SQL, matches: SQL, indexable: boolean): SQL {
  const live = sql`tenant_id = ${sql.placeholder('tenantId')} and deleted_at is null`;
  const newest = sql.raw('order by created_at desc, id desc');
  if (indexable) {
    return sql`(select ${columns} from ${table} where ${live} and ${matches} ${newest} limit ${sql.raw(String(CANDIDATES))})`;
  }
  return sql`(select * from (select ${columns} from ${table} where ${live} ${newest} limit ${sql.raw(String(RECENT))}) recent
    where ${matches})`;
}

/** Compiles each shape of a statement once. */
export function memoized<A extends (string | number | boolean)[], T>(
  make: (...shape: A) => T,
): (...shape: A) => T {
  const made = new Map<string, T>();
  return (...shape) => {
    const key = JSON.stringify(shape);
    const known = made.get(key) ?? make(...shape);
    made.set(key, known);
    return known;
  };
}
