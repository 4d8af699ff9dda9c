import type { OpenUpload } from '@officina/contracts/engagement-documents';
import { openUploads as input } from '@officina/contracts/engagement-documents-inputs';
import { uploadSessions } from '@officina/db/schema/documents';
import { and, asc } from 'drizzle-orm';
import { read } from '../../../../kernel/operation.ts';
import { ownUploads, presentUpload, towards } from './upload-session.ts';

/** The caller's uploads to an engagement that have not come to their end, the oldest first. */
export const openUploads = read({
  name: 'documents.openUploads',
  permission: 'portal.documents.upload',
  input,
  async run(ctx, { engagementId }): Promise<{ items: OpenUpload[] }> {
    const rows = await ctx.db
      .select()
      .from(uploadSessions)
      .where(and(ownUploads(ctx), towards({ engagementId })))
      .orderBy(asc(uploadSessions.id));
    return {
      items: rows.map((row) => ({
        ...presentUpload(row),
        filename: row.filename,
        category: row.facts.category as OpenUpload['category'],
      })),
    };
  },
});
