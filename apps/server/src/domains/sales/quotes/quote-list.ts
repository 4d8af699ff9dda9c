import type { Matches } from '@officina/contracts/bulk';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { QuoteListItem, QuoteState } from '@officina/contracts/sales';
import { quoteFilters, quoteList } from '@officina/contracts/sales-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { quotes } from '@officina/db/schema/sales';
import { and, asc, count, desc, eq, gte, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { output } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { pageOf } from '../../../kernel/keyset.ts';
import { MATCH_LIMIT, matchesOf } from '../../../kernel/matches.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { contactColumn } from '../document-columns.ts';
import { cursorValue, documentCursor } from '../document-cursor.ts';
import { searchDocuments, type WordShape, wordConditions } from '../document-search.ts';
import { presentQuoteItem } from './quote-presenter.ts';

/** Which conditions a list needs: one prepared statement is kept per shape. */
interface Shape {
  status: QuoteState | null;
  contact: boolean;
  from: boolean;
  to: boolean;
  words: readonly WordShape[];
}

const placeholder = sql.placeholder;

/** A derived state as a condition on what is stored: a sent quote expires after its last day. */
function stateCondition(state: QuoteState): SQL | undefined {
  if (state === 'expired') return and(eq(quotes.status, 'sent'), lt(quotes.validUntil, placeholder('today')));
  if (state === 'sent') return and(eq(quotes.status, 'sent'), gte(quotes.validUntil, placeholder('today')));
  return eq(quotes.status, state);
}

const matching = (shape: Shape): SQL | undefined =>
  and(
    eq(quotes.tenantId, placeholder('tenantId')),
    isNull(quotes.deletedAt),
    shape.status ? stateCondition(shape.status) : undefined,
    shape.contact ? eq(quotes.contactId, placeholder('contactId')) : undefined,
    shape.from ? gte(quotes.issueDate, placeholder('from')) : undefined,
    shape.to ? lte(quotes.issueDate, placeholder('to')) : undefined,
    ...wordConditions(shape.words, quotes),
  );

const afterCursor = sql`(${quotes.issueDate}, ${quotes.numberSeq}, ${quotes.id}) <
  (${placeholder('cursorDay')}::date, ${placeholder('cursorSeq')}::int, ${placeholder('cursorId')}::uuid)`;

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: Shape & { after: boolean }) =>
  db
    .select({
      id: quotes.id,
      number: quotes.number,
      numberSeq: quotes.numberSeq,
      status: quotes.status,
      contact: contactColumn,
      issueDate: quotes.issueDate,
      validUntil: quotes.validUntil,
      sentAt: quotes.sentAt,
      totalMinor: quotes.totalMinor,
      currency: quotes.currency,
      converted: sql<boolean>`coalesce((select true from invoices i
        where i.tenant_id = ${quotes.tenantId} and i.quote_id = ${quotes.id}), false)`,
    })
    .from(quotes)
    .innerJoin(contacts, and(eq(contacts.tenantId, quotes.tenantId), eq(contacts.id, quotes.contactId)))
    .where(and(matching(shape), shape.after ? afterCursor : undefined))
    .orderBy(desc(quotes.issueDate), desc(quotes.numberSeq), desc(quotes.id))
    .limit(placeholder('limit'))
    .prepare('quote_list'),
);

const countStatement = preparedByShape(JSON.stringify, (db: Executor, shape: Shape) => {
  const bounded = db
    .select({ one: sql`1` })
    .from(quotes)
    .where(matching(shape))
    .limit(COUNT_CAP + 1)
    .as('bounded');
  return db.select({ total: count() }).from(bounded).prepare('quote_count');
});

/** Searches are planned for their words: how rare they are decides the plan. */
async function prepareFilters(
  ctx: Ctx,
  { search, status, contactId, from, to }: output<typeof quoteFilters>,
) {
  const searching = Boolean(search?.trim()) && ctx.db === ctx.services.client.db;
  const db = searching ? ctx.services.client.perCall : ctx.db;
  const { shapes: words, values } = await searchDocuments(ctx, db, search);
  const shape: Shape = {
    status: status ?? null,
    contact: contactId !== undefined,
    from: from !== undefined,
    to: to !== undefined,
    words,
  };
  return { db, shape, common: { tenantId: ctx.tenant.id, today: ctx.today, contactId, from, to, ...values } };
}

/** Newest first. `total` (capped) comes with the first page. */
export const listQuotes = read({
  name: 'quotes.list',
  permission: 'quotes.read',
  input: quoteList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<QuoteListItem>> {
    const after = documentCursor(cursor);
    const { db, shape, common } = await prepareFilters(ctx, filters);
    const [rows, counted] = await Promise.all([
      listStatement(db, { ...shape, after: after !== null }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorDay: after.day, cursorSeq: after.seq ?? 0, cursorId: after.id }),
      }),
      after ? undefined : countStatement(db, shape).execute(common),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: cursorValue(row.issueDate, row.numberSeq), id: row.id }),
      (row) => presentQuoteItem(ctx, row),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});

const matchStatement = preparedByShape(JSON.stringify, (db: Executor, shape: Shape) =>
  db
    .select({ id: quotes.id, name: quotes.number })
    .from(quotes)
    .where(matching(shape))
    .orderBy(asc(quotes.id))
    .limit(MATCH_LIMIT)
    .prepare('quote_matches'),
);

/** Which quotes a bulk action over a filter means. */
export const matchQuotes = read({
  name: 'quotes.matches',
  permission: 'quotes.read',
  input: quoteFilters,
  async run(ctx, filters): Promise<Matches> {
    const { db, shape, common } = await prepareFilters(ctx, filters);
    return matchesOf(await matchStatement(db, shape).execute(common));
  },
});
