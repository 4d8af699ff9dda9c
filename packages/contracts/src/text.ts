/** Lower case without accents: the form in which texts are stored for search and compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Characters that a search box may hold around the digits of a phone number. */
const PHONE_FRAGMENT = /^[\d\s+.()-]+$/;

/**
 * What a search text asks for. A text of digits and phone punctuation alone is one phone fragment
 * (national leading zero dropped); anything else is a list of folded words that must all occur.
 */
export function searchTerms(search: string): { phone: string } | { words: string[] } {
  const trimmed = search.trim();
  if (PHONE_FRAGMENT.test(trimmed) && /\d/.test(trimmed)) {
    return { phone: trimmed.replace(/\D/g, '').replace(/^0(?=\d)/, '') };
  }
  return { words: foldText(trimmed).split(/\s+/).filter(Boolean) };
}

/** Escapes the wildcards of LIKE, so that `%`, `_` and `\` are plain characters. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
