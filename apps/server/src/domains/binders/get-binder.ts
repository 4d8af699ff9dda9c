import type { BinderDetail } from '@officina/contracts/binders';
import { byBinder } from '@officina/contracts/binders-inputs';
import { type ClientStatus, PERMANENT_DOCUMENTS, type PermanentDocument } from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { type HistoryRow, historyJson, isoText, personOf, presentHistory } from './binder-history.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, binderColumns, binderJoins } from './binder-row.ts';
import { viewBinder } from './load-binder.ts';

const place = sql.placeholder;

interface NoteRow extends Pick<HistoryRow, 'at' | 'userRef' | 'userName'> {
  id: string;
  text: string | null;
}

interface DetailRow extends BinderRow {
  clientStatus: ClientStatus;
  phone: string | null;
  email: string | null;
  onFile: PermanentDocument[];
  history: HistoryRow[];
  noteLog: NoteRow[];
}

const notesJson = sql`(select coalesce(json_agg(json_build_object('id', j.id, 'text', j.after->>'text',
    'at', ${isoText('j.recorded_at')}, 'userRef', u.ref, 'userName', u.name) order by j.xid desc, j.id desc), '[]')
  from journal_entries j left join users u on u.id = j.actor_id
  where j.tenant_id = b.tenant_id and j.subject_id = b.id and j.verb = 'binder.noted'
    and j.redacted_at is null)`;

const statement = rawStatement<DetailRow>(sql`
  select ${binderColumns}, o.status as "clientStatus", c.phone, c.email, ${historyJson} as history,
    ${notesJson} as "noteLog",
    array(select distinct d.document_type from documents d
      where d.tenant_id = b.tenant_id and d.contact_id = b.contact_id and d.category = 'permanent') as "onFile"
  from binders b ${binderJoins}
  where b.tenant_id = ${place('tenantId')}::uuid and b.ref = ${place('ref')}::bigint`);

/** A binder with its client, its history and what was noted on it, in one statement. */
export const getBinder = read({
  name: 'binders.get',
  permission: 'office.binders.read',
  input: byBinder,
  async run(ctx, { ref }): Promise<BinderDetail> {
    const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, today: ctx.today, ref });
    if (!row) throw notFound('Binder');
    const view = presentBinder(ctx, row);
    return {
      ...view,
      client: { ...view.client, status: row.clientStatus, phone: row.phone, email: row.email },
      missingDocuments: PERMANENT_DOCUMENTS.filter((type) => !row.onFile.includes(type)),
      history: row.history.map(presentHistory),
      // A person's erasure blanks what entries said.
      noteLog: row.noteLog.map((note) => ({
        id: note.id,
        text: note.text ?? '',
        at: note.at,
        by: personOf(note),
      })),
    };
  },
});

/** A binder alone, for surfaces that print neither its history nor its notes. */
export const readBinder = read({
  name: 'binders.read',
  permission: 'office.binders.read',
  input: byBinder,
  run: (ctx, { ref }) => viewBinder(ctx, ref),
});
