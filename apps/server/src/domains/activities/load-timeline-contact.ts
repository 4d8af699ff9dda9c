import { contacts } from '@officina/db/schema/contacts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { prepared } from '../../kernel/statement.ts';

const liveContact = prepared((db) =>
  db
    .select({ id: contacts.id, name: contacts.displayName })
    .from(contacts)
    .where(
      and(
        eq(contacts.tenantId, sql.placeholder('tenantId')),
        eq(contacts.id, sql.placeholder('id')),
        isNull(contacts.deletedAt),
      ),
    )
    .prepare('timeline_contact'),
);

/**
 * The live contact whose timeline it is, or NOT_FOUND. Read here and not through the domain of contacts, which
 * itself may put facts on timelines: the graph of domains has no circles.
 */
export async function loadTimelineContact(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  const [contact] = isUuid(id) ? await liveContact(ctx.db).execute({ tenantId: ctx.tenant.id, id }) : [];
  if (!contact) throw notFound('Contact');
  return contact;
}
