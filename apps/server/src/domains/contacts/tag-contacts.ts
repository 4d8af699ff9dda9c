import { isDeepStrictEqual } from 'node:util';
import type { BulkResult } from '@officina/contracts/contacts';
import { contactTag } from '@officina/contracts/contacts-inputs';
import { sql } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { bulkResult } from './bulk-result.ts';
import { lockContacts } from './lock-contacts.ts';

const MOST_TAGS = 10;

/** Takes tags off many contacts and puts others on. A contact that would get more than ten refuses for itself. */
export const tagContacts = write({
  name: 'contacts.tag',
  permission: 'contacts.edit',
  input: contactTag,
  async run(ctx, { ids, add, remove }): Promise<BulkResult> {
    if (!add.length && !remove.length) throw invalid({ field: 'add', message: 'Nothing to change' });
    const { rows, missing: refused } = await lockContacts(ctx, ids);
    const changed: { id: string; tags: string[]; updated_at: Date }[] = [];
    for (const { id, tags: before, updatedAt } of rows) {
      const tags = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])];
      if (tags.length > MOST_TAGS && tags.length > before.length) {
        refused.set(id, new AppError('VALIDATION_ERROR', `At most ${MOST_TAGS} tags`));
      } else if (!isDeepStrictEqual(tags, before)) {
        changed.push({ id, tags, updated_at: laterThan(updatedAt, ctx.now) });
        ctx.record({
          verb: 'contact.updated',
          subject: { type: 'contact', id },
          contactId: id,
          before: { tags: before },
          after: { tags },
        });
      }
    }
    if (changed.length) {
      const tx = await ctx.tx();
      await tx.execute(sql`
        update contacts c set tags = array(select jsonb_array_elements_text(s.tags)), version = c.version + 1,
          updated_at = s.updated_at
        from jsonb_to_recordset(${JSON.stringify(changed)}::text::jsonb) as s(id uuid, tags jsonb, updated_at timestamptz)
        where c.tenant_id = ${ctx.tenant.id} and c.id = s.id`);
    }
    return bulkResult(ids, refused);
  },
});
