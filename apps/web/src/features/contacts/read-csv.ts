import { CSV_CONTACT_FIELDS, type CsvContactField, type CsvContactRow } from '@officina/contracts/contacts';
import { foldText } from '@officina/contracts/text';

/** A file as it was read: the header line and the records below it. */
export interface CsvFile {
  name: string;
  header: string[];
  records: string[][];
}

/** Which column of the file fills a field; absent fields stay empty. */
export type Mapping = Partial<Record<CsvContactField, number>>;

/** Header words by which columns are recognised, folded; our own names count always. */
const KNOWN: Record<CsvContactField, string[]> = {
  firstName: ['first name', 'prenom', 'given name', 'vorname'],
  lastName: ['last name', 'nom', 'nom de famille', 'surname', 'family name', 'name'],
  email: ['e-mail', 'mail', 'courriel', 'adresse e-mail', 'email address'],
  phone: ['telephone', 'tel', 'mobile', 'portable', 'phone number'],
  company: ['societe', 'entreprise', 'organisation', 'company name'],
  street: ['rue', 'adresse', 'address', 'street address'],
  city: ['ville', 'town'],
  postalCode: ['code postal', 'cp', 'zip', 'postcode', 'postal code'],
  country: ['pays'],
  tags: ['etiquettes', 'labels', 'tag'],
  isVip: ['vip', 'is vip'],
};

/** Reads a CSV of any separator; the first line names the columns. Throws when there is no record in it. */
export async function readCsv(file: File): Promise<CsvFile> {
  const { parse } = await import('papaparse');
  const text = await file.text();
  const { data } = parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const [header, ...records] = data;
  if (!header || records.length === 0) throw new Error('empty');
  return { name: file.name, header, records };
}

/** Columns whose header says what they are. */
export function guessMapping(header: readonly string[]): Mapping {
  const folded = header.map((word) => foldText(word).replace(/[_-]+/g, ' ').trim());
  const mapping: Mapping = {};
  for (const field of CSV_CONTACT_FIELDS) {
    const names = [foldText(field), ...KNOWN[field].map((word) => word.replace(/-/g, ' '))];
    const column = folded.findIndex((word) => names.includes(word) || names.includes(word.replace(/ /g, '')));
    if (column >= 0) mapping[field] = column;
  }
  return mapping;
}

export function rowsOf(file: CsvFile, mapping: Mapping): CsvContactRow[] {
  const fields = Object.entries(mapping) as [CsvContactField, number][];
  return file.records.map((record) =>
    Object.fromEntries(fields.map(([field, column]) => [field, record[column] ?? null])),
  );
}
