import type { EngagementDocument } from '@officina/contracts/engagement-documents';
import { documentList } from '@officina/contracts/engagement-documents-inputs';
import type { Page } from '@officina/contracts/paging';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { orgOf } from '../org-scope.ts';
import { namedDocuments, presentNamedDocument } from './document-row.ts';

interface Shape {
  own: boolean;
  engagement: boolean;
  inquiry: boolean;
  category: boolean;
  archived: boolean | null;
  after: boolean;
}

const statement = preparedByShape(JSON.stringify, (db, shape: Shape) => {
  const { engagementId, inquiryId, category, orgId, archivedAt, createdAt, documentId } = engagementDocuments;
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return namedDocuments(
    db,
    and(
      shape.own ? eq(orgId, sql.placeholder('orgId')) : undefined,
      shape.engagement ? eq(engagementId, sql.placeholder('engagementId')) : undefined,
      shape.inquiry ? eq(inquiryId, sql.placeholder('inquiryId')) : undefined,
      shape.category ? eq(category, sql.placeholder('category')) : undefined,
      shape.archived === null ? undefined : shape.archived ? isNotNull(archivedAt) : isNull(archivedAt),
      shape.after ? sql`(${createdAt}, ${documentId}) < ${cursor}` : undefined,
    ),
  ).prepare('engagement_documents');
});

const ALL: Shape = {
  own: false,
  engagement: false,
  inquiry: false,
  category: false,
  archived: null,
  after: false,
};

/** The documents of an engagement that the caller has been shown to see, archived ones too, newest first. */
export async function documentsOfEngagement(ctx: Ctx, engagementId: string): Promise<EngagementDocument[]> {
  const shape = { ...ALL, engagement: true };
  const rows = await statement(ctx.db, shape).execute({ tenantId: ctx.tenant.id, engagementId, limit: 1000 });
  return rows.map((row) => presentNamedDocument(ctx, row));
}

/** Documents, newest first; clients see those of their organisation. */
export const listDocuments = read({
  name: 'documents.list',
  permission: 'portal.documents.read',
  input: documentList,
  async run(
    ctx,
    { limit, cursor, engagementId, inquiryId, category, archived },
  ): Promise<Page<EngagementDocument>> {
    const after = decodeCursor(cursor, isMoment);
    if ([engagementId, inquiryId].some((id) => id !== undefined && !isUuid(id)))
      return { items: [], nextCursor: null };
    const orgId = orgOf(ctx.actor);
    const shape = {
      own: orgId !== null,
      engagement: engagementId !== undefined,
      inquiry: inquiryId !== undefined,
      category: category !== undefined,
      archived: archived ?? null,
      after: after !== null,
    };
    const rows = await statement(ctx.db, shape).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      orgId,
      engagementId,
      inquiryId,
      category,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.documentId }),
      (row) => presentNamedDocument(ctx, row),
    );
  },
});
