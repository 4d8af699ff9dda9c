import { daysBetween } from '@officina/contracts/calendar';
import { APPROACHING_DAYS } from '@officina/contracts/office';
import { byClientRef } from '@officina/contracts/office-fields';
import type { DocumentSignals } from '@officina/contracts/permanent-documents';
import { sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { clientFile, missingOf } from './client-file.ts';

interface PressingBinder {
  binderRef: number;
  binderNumber: string;
  /** YYYY-MM-DD. */
  due: string;
}

/** In the order of the alerts. */
const pressing = rawStatement<PressingBinder>(sql`
  select b.ref::float8 as "binderRef", b.binder_number as "binderNumber", b.expected_return_at::text as due
  from binders b
  where b.tenant_id = ${sql.placeholder('tenantId')}::uuid and b.contact_id = ${sql.placeholder('contactId')}::uuid
    and b.status <> 'returned'
    and b.expected_return_at <= ${sql.placeholder('today')}::date + ${sql.raw(String(APPROACHING_DAYS))}
  order by b.expected_return_at, b.ref`);

/** What a client's file says on its own; it never blocks anything. */
export const documentSignals = read({
  name: 'permanentDocuments.signals',
  permission: 'office.documents.read',
  input: byClientRef,
  async run(ctx, { clientRef }): Promise<DocumentSignals> {
    const file = await clientFile(ctx, clientRef);
    if (!file) throw notFound('Client');
    const { contactId } = file;
    const binders = await pressing(ctx.db, { tenantId: ctx.tenant.id, contactId, today: ctx.today });
    const facts = binders.map(({ due, ...binder }) => ({ binder, left: daysBetween(ctx.today, due) }));
    return {
      clientRef,
      missing: missingOf(file.documents),
      nearSla: facts
        .filter(({ left }) => left >= 0)
        .map(({ binder, left }) => ({ ...binder, daysRemaining: left })),
      overdue: facts
        .filter(({ left }) => left < 0)
        .map(({ binder, left }) => ({ ...binder, daysOverdue: -left })),
    };
  },
});
