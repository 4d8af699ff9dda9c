import { type ContactExportPage, CSV_CONTACT_FIELDS } from '@officina/contracts/contacts';
import { contactExport } from '@officina/contracts/contacts-inputs';
import { BYTE_ORDER_MARK, csvLine } from '@officina/contracts/csv';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, asc, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './contact-filters.ts';
import { countStatement, executorFor } from './contact-reads.ts';
import { tagsCell } from './import-record.ts';

const columns = {
  id: contacts.id,
  createdAt: contacts.createdAt,
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  email: contacts.email,
  phone: contacts.phone,
  company: contacts.company,
  street: contacts.street,
  city: contacts.city,
  postalCode: contacts.postalCode,
  country: contacts.country,
  tags: contacts.tags,
  isVip: contacts.isVip,
};

const pieceStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, shape: FilterShape & { after: boolean }) => {
    const cursor = sql`(${sql.placeholder('cursorValue')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
    return db
      .select(columns)
      .from(contacts)
      .where(
        and(
          filterCondition(shape),
          shape.after ? sql`(${contacts.createdAt}, ${contacts.id}) > ${cursor}` : undefined,
        ),
      )
      .orderBy(asc(contacts.createdAt), asc(contacts.id))
      .limit(sql.placeholder('limit'))
      .prepare('contact_export');
  },
);

type Row = Awaited<ReturnType<ReturnType<typeof pieceStatement>['execute']>>[number];

function cellsOf(row: Row): string[] {
  return CSV_CONTACT_FIELDS.map((field) => {
    if (field === 'tags') return tagsCell(row.tags);
    return field === 'isVip' ? String(row.isVip) : (row[field] ?? '');
  });
}

/**
 * The contacts of a filter as CSV, oldest first, in the columns that an import reads. Pieces are pages: each says where
 * the next begins, so that an export of any size takes little memory, can show its progress and can be cancelled.
 */
export const exportContacts = read({
  name: 'contacts.export',
  permission: 'contacts.export',
  input: contactExport,
  async run(ctx, { cursor, limit, ...filters }): Promise<ContactExportPage> {
    const after = decodeCursor(cursor, isMoment);
    const { shape, values } = filterValues(filters);
    const db = executorFor(ctx, shape);
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, counted] = await Promise.all([
      pieceStatement(db, { ...shape, after: after !== null }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : countStatement(db, { ...shape, capped: false }).execute(common),
    ]);
    const { items, nextCursor } = pageOf(
      rows,
      limit,
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => csvLine(cellsOf(row)),
    );
    const head = after ? '' : `${BYTE_ORDER_MARK}${csvLine(CSV_CONTACT_FIELDS)}`;
    return {
      filename: `contacts-${ctx.today}.csv`,
      text: head + items.join(''),
      rows: items.length,
      ...(counted && { total: counted[0]?.total ?? 0 }),
      nextCursor,
    };
  },
});
