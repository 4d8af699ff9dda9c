import type { Readable } from 'node:stream';
import { byPortalId } from '@officina/contracts/portal-fields';
import { sql } from 'drizzle-orm';
import { userIdOf } from '../../../kernel/actor.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { zipStream } from '../../documents/zip-stream.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { holdEngagement } from '../load-engagement.ts';
import { dossierFiles } from './dossier-files.ts';

export interface Dossier {
  filename: string;
  contentType: string;
  content: Readable;
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Everything about an engagement as JSON files in a ZIP, read as it stood at one moment. */
export const exportEngagement = write({
  name: 'engagements.export',
  permission: 'portal.engagements.export',
  input: byPortalId,
  async run(ctx, { id }): Promise<Dossier> {
    if (!ctx.services.config.dossierExport) throw new AppError('NOT_FOUND', 'Not enabled');
    const tx = await ctx.tx();
    await tx.execute(sql`set transaction isolation level repeatable read`);
    const engagement = await holdEngagement(ctx, id, 'share');
    const files = await dossierFiles(ctx, engagement);
    const exportedAt = toDate(ctx.now);
    const counts = {
      scopes: countOf(files.scopes),
      deliverables: countOf(files.deliverables),
      milestones: countOf(files.milestones),
      changeRequests: countOf(files['change-requests']),
      editEvents: countOf(files['edit-events']),
      invoices: countOf(files.invoices),
      documents: countOf(files['documents-manifest']),
      auditEntries: countOf(files['audit-summary']),
    };
    const exportedBy = userIdOf(ctx.actor);
    const manifest = {
      exportedAt: exportedAt.toISOString(),
      exportedBy,
      engagementId: engagement.id,
      counts,
    };
    const texts = Object.entries({ ...files, manifest }).map(([name, value]) => ({
      name: `${name}.json`,
      text: JSON.stringify(value, null, 2),
    }));
    ctx.record({
      verb: 'engagement.exported',
      subject: { type: 'engagement', id: engagement.id },
      contactId: engagement.orgId,
      engagementId: engagement.id,
      after: { counts },
    });
    await tellPortal(ctx, 'admins', 'engagement_exported', {
      entityType: 'engagement',
      entityId: engagement.id,
      body: engagement.title,
      withActor: true,
    });
    const filename = `engagement-${engagement.id}.zip`;
    return { filename, contentType: 'application/zip', content: zipStream(texts, exportedAt) };
  },
});
