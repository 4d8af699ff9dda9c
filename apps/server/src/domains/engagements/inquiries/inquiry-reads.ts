import type { InquiryItem } from '@officina/contracts/inquiries';
import { inquiryById, inquiryList } from '@officina/contracts/inquiries-inputs';
import type { Page } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { engagements, inquiries } from '@officina/db/schema/engagements';
import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { prepared, preparedByShape } from '../../../kernel/statement.ts';
import { type InquiryItemRow, presentInquiryItem } from './inquiry-row.ts';

const { tenantId: _, updatedAt: _u, ...columns } = getTableColumns(inquiries);

const scopeApproved = sql<boolean>`exists (select from scope_proposals s where s.tenant_id = inquiries.tenant_id
  and s.inquiry_id = inquiries.id and s.status = 'approved')`;

/** The consultancy's own: an academy's stand in the same table. */
const from = (db: Executor, where: SQL | undefined) =>
  db
    .select({ ...columns, engagementId: engagements.id, orgName: contacts.displayName, scopeApproved })
    .from(inquiries)
    .leftJoin(
      engagements,
      and(eq(engagements.tenantId, inquiries.tenantId), eq(engagements.inquiryId, inquiries.id)),
    )
    .leftJoin(contacts, and(eq(contacts.tenantId, inquiries.tenantId), eq(contacts.id, inquiries.orgId)))
    .where(and(eq(inquiries.tenantId, sql.placeholder('tenantId')), eq(inquiries.kind, 'consulting'), where));

const byId = prepared((db) => from(db, eq(inquiries.id, sql.placeholder('id'))).prepare('inquiry_by_id'));
const beyond = sql`(${inquiries.createdAt}, ${inquiries.id}) < (${sql.placeholder('at')}::timestamptz, ${sql.placeholder('id')}::uuid)`;
const list = preparedByShape(JSON.stringify, (db, { status, after }: { status: boolean; after: boolean }) =>
  from(
    db,
    and(status ? eq(inquiries.status, sql.placeholder('status')) : undefined, after ? beyond : undefined),
  )
    .orderBy(desc(inquiries.createdAt), desc(inquiries.id))
    .limit(sql.placeholder('limit'))
    .prepare('inquiry_list'),
);

/** An inquiry of the tenant. Missing, foreign and malformed ids are all NOT_FOUND. */
export async function loadInquiry(ctx: Ctx, id: string): Promise<InquiryItemRow> {
  const [row] = isUuid(id) ? await byId(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!row) throw notFound('Inquiry');
  return row;
}

/** Inquiries, newest first. */
export const listInquiries = read({
  name: 'inquiries.list',
  permission: 'portal.inquiries.read',
  input: inquiryList,
  async run(ctx, { limit, cursor, status }): Promise<Page<InquiryItem>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await list(ctx.db, { status: status !== undefined, after: after !== null }).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(status && { status }),
      ...(after && { at: after.value, id: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ createdAt, id }) => ({ value: createdAt.toISOString(), id }),
      (row) => presentInquiryItem(ctx, row),
    );
  },
});

export const getInquiry = read({
  name: 'inquiries.get',
  permission: 'portal.inquiries.read',
  input: inquiryById,
  run: async (ctx, { id }): Promise<InquiryItem> => presentInquiryItem(ctx, await loadInquiry(ctx, id)),
});
