import type { TimelineItem } from '@officina/contracts/activities';
import type { Page } from '@officina/contracts/paging';
import { clientTimeline } from '@officina/contracts/studio-inputs';
import { invoices } from '@officina/db/schema/sales';
import { projects } from '@officina/db/schema/studio';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { read } from '../../../kernel/operation.ts';
import { readableSubjects, STUDIO_SUBJECTS, timelineOf } from '../../activities/contact-timeline.ts';
import { reachOf } from '../reach.ts';
import { loadClient } from './load-client.ts';

/** The records of a client of whose changes the asker hears; null: of all. */
async function heardOf(ctx: Ctx, clientId: string): Promise<string[] | null> {
  const { kind, me } = reachOf(ctx, 'studio.clients.read');
  if (kind !== 'own' || !me) return null;
  const tenantId = ctx.tenant.id;
  const own = await ctx.db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.tenantId, tenantId), eq(projects.contactId, clientId), eq(projects.createdBy, me)))
    .union(
      ctx.db
        .select({ id: invoices.id })
        .from(invoices)
        .where(
          and(eq(invoices.tenantId, tenantId), eq(invoices.contactId, clientId), eq(invoices.createdBy, me)),
        ),
    );
  return [clientId, ...own.map(({ id }) => id)];
}

/** What happened with a client, newest first: to them, to their projects and to their invoices. */
export const readClientTimeline = read({
  name: 'clients.timeline',
  permission: 'studio.clients.read',
  input: clientTimeline,
  async run(ctx, { id, ...page }): Promise<Page<TimelineItem>> {
    const client = await loadClient(ctx, id);
    const subjects = readableSubjects(ctx, STUDIO_SUBJECTS);
    return timelineOf(ctx, client.id, { ...page, subjects, only: await heardOf(ctx, client.id) });
  },
});
