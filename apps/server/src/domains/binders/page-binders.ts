import type { BinderView } from '@officina/contracts/binders';
import {
  type BINDER_SCOPES,
  binderPage,
  binderScopePage,
  clientBindersPage,
} from '@officina/contracts/binders-inputs';
import type { BinderStatus, SlaState, WorkState } from '@officina/contracts/office';
import type { Executor } from '@officina/db/client';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape, rawStatement } from '../../kernel/statement.ts';
import { filterCondition, inStatus } from './binder-filters.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, fetchedFor, selectBinders } from './binder-row.ts';
import { clientByRef } from './client-by-ref.ts';
import { countBinders } from './tab-counts.ts';
import { dueToday, open, overdue, tenant } from './verdict-sql.ts';

/** A numbered page with an exact total, for surfaces whose contract prints one. */
export interface NumberedBinders {
  items: BinderView[];
  page: number;
  pageSize: number;
  total: number;
}

type Scope = (typeof BINDER_SCOPES)[number];

const NEWEST = 'b.received_at desc, b.ref desc';
const DUE = 'b.expected_return_at, b.ref';

/** What each fixed list holds, in which order, and under which name it is counted. */
const SCOPES: Record<Scope, { where: SQL; order: string; count: 'open' | 'overdue' | 'due_today' }> = {
  open: { where: open, order: NEWEST, count: 'open' },
  overdue: { where: overdue, order: DUE, count: 'overdue' },
  due_today: { where: dueToday, order: 'b.expected_return_at desc, b.ref desc', count: 'due_today' },
  queue: { where: open, order: DUE, count: 'open' },
};

interface Paging {
  page: number;
  pageSize: number;
}

/** How a statement is cut to a page. The first page, which is asked for most, has a statement of its own. */
type Cut = { rows: number } | 'page' | 'all';
const cutFor = ({ page, pageSize }: Paging): Cut => (page === 1 ? { rows: fetchedFor(pageSize) } : 'page');
const windowOf = ({ page, pageSize }: Paging) => ({ limit: pageSize, offset: (page - 1) * pageSize });

function cutSql(cut: Cut): SQL {
  if (cut === 'all') return sql.raw('');
  if (cut === 'page')
    return sql`limit ${sql.placeholder('limit')}::int offset ${sql.placeholder('offset')}::bigint`;
  return sql.raw(`limit ${cut.rows}`);
}

const scopeStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, { scope, cut }: { scope: Scope; cut: Cut }) => {
    const { where, order } = SCOPES[scope];
    const statement = rawStatement<BinderRow>(
      selectBinders({ where, order: sql.raw(order), cut: cutSql(cut) }),
    );
    return (values: Record<string, unknown>) => statement(db, values);
  },
);

/** The rows of a numbered page: a first page's statement may bring a few more than were asked. */
const present = (ctx: Ctx, rows: BinderRow[], { pageSize }: Paging): BinderView[] =>
  rows.slice(0, pageSize).map((row) => presentBinder(ctx, row));

const valuesOf = (ctx: Ctx) => ({ tenantId: ctx.tenant.id, today: ctx.today });

/** One page of the open, overdue or due binders, or of the work queue. */
export const pageScope = read({
  name: 'binders.scopePage',
  permission: 'office.binders.read',
  input: binderScopePage,
  async run(ctx, { scope, ...paging }): Promise<NumberedBinders> {
    const [rows, counts] = await Promise.all([
      scopeStatement(ctx.db, { scope, cut: cutFor(paging) })({ ...valuesOf(ctx), ...windowOf(paging) }),
      countBinders(ctx, {}),
    ]);
    return {
      items: present(ctx, rows, paging),
      ...paging,
      total: counts[SCOPES[scope].count],
    };
  },
});

interface PageShape {
  /** A stored status, the derived `overdue`, the open ones, or none of these. */
  status: BinderStatus | 'overdue' | 'open' | 'any';
  client: boolean;
  workState: WorkState | null;
  slaState: SlaState | null;
}

const STATUSES: Record<PageShape['status'], SQL> = {
  open,
  overdue,
  any: sql.raw('true'),
  in_office: inStatus('in_office'),
  ready_for_pickup: inStatus('ready_for_pickup'),
  returned: inStatus('returned'),
};

const conditionOf = ({ status, ...shape }: PageShape): SQL =>
  sql`${STATUSES[status]} and ${filterCondition({ ...shape, q: false, signal: false })}`;

const pageStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, { cut, ...shape }: PageShape & { cut: Cut }) => {
    const statement = rawStatement<BinderRow>(
      selectBinders({
        where: conditionOf(shape),
        order: sql.raw(NEWEST),
        cut: cutSql(cut),
      }),
    );
    return (values: Record<string, unknown>) => statement(db, values);
  },
);

const countStatement = preparedByShape(JSON.stringify, (db: Executor, shape: PageShape) => {
  const statement = rawStatement<{ total: number }>(
    sql`select count(*)::int as total from binders b where b.tenant_id = ${tenant} and ${conditionOf(shape)}`,
  );
  return (values: Record<string, unknown>) => statement(db, values);
});

async function pageOf(
  ctx: Ctx,
  shape: PageShape,
  filter: Record<string, unknown>,
  paging: Paging,
): Promise<NumberedBinders> {
  const values = { ...valuesOf(ctx), ...filter };
  const [rows, [counted]] = await Promise.all([
    pageStatement(ctx.db, { ...shape, cut: cutFor(paging) })({ ...values, ...windowOf(paging) }),
    countStatement(ctx.db, shape)(values),
  ]);
  return { items: present(ctx, rows, paging), ...paging, total: counted?.total ?? 0 };
}

const DEFAULT_SIZE = 20;

/** Binders by status and client, newest first: the open ones without a status, all of them at once without a page. */
export const pageBinders = read({
  name: 'binders.page',
  permission: 'office.binders.read',
  input: binderPage,
  async run(ctx, { status, clientRef, workState, slaState, page, pageSize }): Promise<NumberedBinders> {
    const shape: PageShape = {
      status: status ?? 'open',
      client: clientRef !== undefined,
      workState: workState ?? null,
      slaState: slaState ?? null,
    };
    const filter = { ...(clientRef !== undefined && { clientRef }) };
    if (page !== undefined || pageSize !== undefined)
      return pageOf(ctx, shape, filter, { page: page ?? 1, pageSize: pageSize ?? DEFAULT_SIZE });
    const rows = await pageStatement(ctx.db, { ...shape, cut: 'all' })({ ...valuesOf(ctx), ...filter });
    const items = rows.map((row) => presentBinder(ctx, row));
    return { items, page: 1, pageSize: items.length, total: items.length };
  },
});

/** All binders of one client, the returned ones too. */
export const pageClientBinders = read({
  name: 'binders.ofClient',
  permission: 'office.binders.read',
  input: clientBindersPage,
  async run(ctx, { clientRef, ...paging }): Promise<NumberedBinders> {
    if (!(await clientByRef(ctx, clientRef))) throw notFound('Client');
    const shape = { status: 'any', client: true, workState: null, slaState: null } as const;
    return pageOf(ctx, shape, { clientRef }, paging);
  },
});
