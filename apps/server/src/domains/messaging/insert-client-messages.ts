import type { MessageStatus } from '@officina/contracts/messaging';
import type { MessageTrigger } from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';
import { rawStatement } from '../../kernel/statement.ts';

interface InsertedRow {
  id: string;
  status: MessageStatus;
  trigger: MessageTrigger;
  channel: string | null;
  contact_id: string;
}

const COLUMNS = {
  tenant_id: 'uuid',
  id: 'uuid',
  contact_id: 'uuid',
  binder_id: 'uuid',
  trigger: 'text',
  status: 'text',
  channel: 'text',
  to: 'text',
  subject: 'text',
  html: 'text',
  text: 'text',
  created_by: 'uuid',
  created_at: 'timestamptz',
};
/** What a message that is taken up again gets anew. */
const RENEWED = ['status', 'channel', 'to', 'subject', 'html', 'text', 'created_by', 'created_at'];

const listed = (names: string[], as: (quoted: string) => string): SQL =>
  sql.raw(names.map((name) => as(`"${name}"`)).join(', '));
const names = listed(Object.keys(COLUMNS), (name) => name);
const record = sql.raw(
  Object.entries(COLUMNS)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', '),
);

/**
 * Messages to clients over one JSON parameter, `messages`. The unique index judges whether a client was told before,
 * whoever else is writing now: answered are the rows that are new, and the skipped ones that are taken up again.
 */
export const insertMessages = rawStatement<InsertedRow>(sql`
  insert into outbox_messages as m (${names})
  select ${names} from jsonb_to_recordset(${sql.placeholder('messages')}::text::jsonb) as given(${record})
  on conflict (tenant_id, binder_id, trigger) where fallback_of is null and binder_id is not null
  do update set ${listed(RENEWED, (name) => `${name} = excluded.${name}`)}
  where m.status = 'skipped' and excluded.status = 'queued'
  returning id, status, trigger, channel, contact_id`);
