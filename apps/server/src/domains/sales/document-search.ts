import { escapeLike, foldText } from '@officina/contracts/text';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import type { invoices, quotes } from '@officina/db/schema/sales';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, like, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { prepared } from '../../kernel/statement.ts';

const MOST_WORDS = 6;
/** Up to this many customers or vehicles with a word, their documents are looked up; beyond, documents are gone through. */
const FEW = 1000;

/** How one word is looked for: a statement is prepared for each combination. */
export interface WordShape {
  /** Whether it could be (a part of) a document's number: digits and dashes. */
  number: boolean;
  contacts: 'few' | 'many';
  vehicles: 'few' | 'many';
}

const p = sql.placeholder;

const contactsWith = prepared((db) =>
  db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, p('tenantId')), like(contacts.searchText, p('word') as never)))
    .limit(FEW + 1)
    .prepare('document_contacts'),
);
const vehiclesWith = prepared((db) =>
  db
    .select({ id: vehicles.id })
    .from(vehicles)
    .where(and(eq(vehicles.tenantId, p('tenantId')), like(vehicles.searchText, p('word') as never)))
    .limit(FEW + 1)
    .prepare('document_vehicles'),
);

export interface DocumentSearch {
  shapes: WordShape[];
  /** Values of the placeholders in `wordConditions`. */
  values: Record<string, unknown>;
}

/** Looks up whose documents a search may mean. Deleted customers count: their documents stay. */
export async function searchDocuments(
  ctx: Ctx,
  db: Executor,
  search: string | undefined,
): Promise<DocumentSearch> {
  const words = foldText(search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const values: Record<string, unknown> = {};
  const shapes = await Promise.all(
    words.map(async (text, i): Promise<WordShape> => {
      const word = `%${escapeLike(text)}%`;
      const asked = { tenantId: ctx.tenant.id, word };
      const [people, cars] = await Promise.all([
        contactsWith(db).execute(asked),
        vehiclesWith(db).execute(asked),
      ]);
      const ids = (rows: { id: string }[]) => `{${rows.map((row) => row.id).join(',')}}`;
      Object.assign(values, {
        [`word${i}`]: word,
        [`contacts${i}`]: ids(people),
        [`vehicles${i}`]: ids(cars),
      });
      return {
        number: /^[\d-]+$/.test(text),
        contacts: people.length > FEW ? 'many' : 'few',
        vehicles: cars.length > FEW ? 'many' : 'few',
      };
    }),
  );
  return { shapes, values };
}

/** Every word must occur in the document's number, its customer (name, e-mail, phone, company) or its vehicle. */
export function wordConditions(
  shapes: readonly WordShape[],
  document: typeof quotes | typeof invoices,
): SQL[] {
  return shapes.map((shape, i) => {
    const word = p(`word${i}`);
    const contact =
      shape.contacts === 'few'
        ? sql`${document.contactId} = any(${p(`contacts${i}`)}::text::uuid[])`
        : sql`(select c.search_text from contacts c where c.tenant_id = ${p('tenantId')} and c.id = ${document.contactId}) like ${word}`;
    const vehicle =
      shape.vehicles === 'few'
        ? sql`${document.vehicleId} = any(${p(`vehicles${i}`)}::text::uuid[])`
        : sql`(select v.search_text from vehicles v where v.tenant_id = ${p('tenantId')} and v.id = ${document.vehicleId}) like ${word}`;
    const number = sql` or ${document.number} like ${word}`;
    return sql`(${contact} or ${vehicle}${shape.number ? number : sql.empty()})`;
  });
}
