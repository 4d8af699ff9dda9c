import { PERMANENT_DOCUMENTS, type PermanentDocument } from '@officina/contracts/office';
import type { PermanentDocumentView } from '@officina/contracts/permanent-documents';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { rawStatement } from '../../kernel/statement.ts';

export interface ClientFile {
  contactId: string;
  clientRef: number;
  /** Newest first. */
  documents: PermanentDocumentView[];
}

const statement = rawStatement<ClientFile>(sql`
  select o.contact_id as "contactId", o.ref::float8 as "clientRef", coalesce((
    select jsonb_agg(jsonb_build_object('ref', d.ref, 'clientRef', o.ref, 'documentType', d.document_type,
        'filename', d.filename, 'contentType', d.content_type, 'sizeBytes', d.size_bytes, 'storageKey', d.storage_key,
        'scanned', d.scanned_at is not null,
        'uploadedBy', case when u.id is not null then jsonb_build_object('ref', u.ref, 'name', u.name) end,
        'uploadedAt', to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by d.created_at desc, d.ref desc)
    from documents d left join users u on u.id = d.created_by
    where d.tenant_id = o.tenant_id and d.contact_id = o.contact_id and d.category = 'permanent'), '[]') as documents
  from office_clients o
  where o.tenant_id = ${sql.placeholder('tenantId')}::uuid and o.ref = ${sql.placeholder('clientRef')}::bigint`);

/** The permanent documents of a client of the tenant; null for a missing or foreign one. */
export async function clientFile(ctx: Ctx, clientRef: number): Promise<ClientFile | null> {
  const [file] = await statement(ctx.db, { tenantId: ctx.tenant.id, clientRef });
  return file ?? null;
}

/** What is not there yet, in the fixed order. */
export const missingOf = (documents: readonly { documentType: PermanentDocument }[]): PermanentDocument[] =>
  PERMANENT_DOCUMENTS.filter((type) => !documents.some(({ documentType }) => documentType === type));
