import type { Engagement } from '@officina/contracts/engagements';
import { engagementList } from '@officina/contracts/engagements-inputs';
import { escapeLike } from '@officina/contracts/text';
import { contacts } from '@officina/db/schema/contacts';
import { engagements } from '@officina/db/schema/engagements';
import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { namedEngagements, presentNamed } from './engagement-row.ts';
import { newestFirst } from './newest-first.ts';

export const engagementRecords = newestFirst({
  name: 'engagements',
  select: namedEngagements,
  createdAt: engagements.createdAt,
  id: engagements.id,
  own: eq(engagements.orgId, sql.placeholder('orgId')),
  filters: {
    stage: engagements.stage,
    status: engagements.status,
    q: sql`(${engagements.title} ilike ${sql.placeholder('q')} or ${contacts.displayName} ilike ${sql.placeholder('q')})`,
  },
  placeOf: ({ row }) => row,
  present: presentNamed,
});

/** Engagements, newest first; clients see those of their organisation. `q` is a part of the title or the organisation's name. */
export const listEngagements = read({
  name: 'engagements.list',
  permission: 'portal.engagements.read',
  input: engagementList,
  run: (ctx, { q, ...page }) =>
    engagementRecords.page(ctx, { ...page, q: q ? `%${escapeLike(q)}%` : undefined }),
});

/** An engagement as its screens show it. Missing ones, and for clients those of others, are NOT_FOUND. */
export const readEngagement = (ctx: Ctx, id: string): Promise<Engagement> => engagementRecords.one(ctx, id);
