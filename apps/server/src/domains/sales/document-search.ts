import { escapeLike, foldText } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { vehicles } from '@officina/db/schema/vehicles';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

const MOST_WORDS = 6;

/** The words of a search as the placeholders `word0`, `word1`, … */
export function searchWords(search: string | undefined): { words: number; values: Record<string, string> } {
  const words = foldText(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const values = Object.fromEntries(words.map((word, i) => [`word${i}`, `%${escapeLike(word)}%`]));
  return { words: words.length, values };
}

interface Searched {
  number: AnyColumn;
  contactId: AnyColumn;
  vehicleId: AnyColumn;
}

/** Every word must occur in the document's number, its customer (name, e-mail, phone, company) or its vehicle. */
export function wordConditions(words: number, document: Searched): SQL[] {
  return Array.from({ length: words }, (_, i) => {
    const word = sql.placeholder(`word${i}`);
    const tenant = sql.placeholder('tenantId');
    return sql`(${document.number} like ${word}
      or ${document.contactId} in (select c.id from ${contacts} c where c.tenant_id = ${tenant} and c.search_text like ${word})
      or ${document.vehicleId} in (select v.id from ${vehicles} v where v.tenant_id = ${tenant} and v.search_text like ${word}))`;
  });
}
