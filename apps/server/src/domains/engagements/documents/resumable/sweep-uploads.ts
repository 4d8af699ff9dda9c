import { sql } from 'drizzle-orm';
import type { Ctx } from '../../../../kernel/context.ts';
import { crossTenant } from '../../../../kernel/statement.ts';

const AT_ONCE = 500;

/** The job `sweep-uploads`: forgets uploads that nobody has resumed in time. Their pieces go with the next `sweep-files`. */
export async function sweepUploads(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    with late as (
      select s.tenant_id, s.id, s.expires_at from upload_sessions s
      where s.expires_at < ${ctx.now.toString()}::timestamptz and ${crossTenant('the sweep is of all uploads')}
      limit ${AT_ONCE} for update skip locked
    ), parts as (
      delete from upload_parts p using late
      where p.tenant_id = late.tenant_id and p.upload_id = late.id
      returning p.tenant_id, p.storage_key, late.expires_at
    ), noted as (
      insert into unclaimed_files (tenant_id, storage_key, since)
      select tenant_id, storage_key, expires_at from parts on conflict do nothing
    )
    delete from upload_sessions s using late where s.tenant_id = late.tenant_id and s.id = late.id`);
}
