import { contacts } from '@officina/db/schema/contacts';
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cachedRead } from '../../kernel/cached-read.ts';
import { read } from '../../kernel/operation.ts';

const MOST = 200;

/** The tags in use on live contacts, the commonest first, at most 200. */
export const listTags = read({
  name: 'contacts.tags',
  permission: 'contacts.read',
  input: z.object({}),
  run: (ctx) =>
    cachedRead(ctx, 'contacts.tags', null, async () => {
      const tag = sql<string>`unnest(${contacts.tags})`;
      const each = ctx.db
        .select({ tag: tag.as('tag') })
        .from(contacts)
        .where(and(eq(contacts.tenantId, ctx.tenant.id), isNull(contacts.deletedAt)))
        .as('each');
      return ctx.db
        .select({ tag: each.tag, contacts: count() })
        .from(each)
        .groupBy(each.tag)
        .orderBy(desc(count()), asc(each.tag))
        .limit(MOST);
    }),
});
