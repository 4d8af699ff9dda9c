import { tenantTables } from '@officina/db/tenant-tables';
import type { World } from '../testing/harness.ts';

/** Whose a row is: shown to the asker's organisation, kept from it although it is about it, or somebody else's. */
type Owner = 'own' | 'kept' | 'other';

/** `<table>.<column>:<owner>` of every canary in a text. */
export const canariesIn = (text: string): string[] =>
  [...text.matchAll(/zzq\.([a-z_]+\.[\w.]+?)\.(own|kept|other)\.\d+\.qzz/gi)].map(
    ([, where = '', owner = '']) => `${where}:${owner}`.toLowerCase(),
  );

/** Texts that code reads as words, keys and forms rather than shows; a canary there would only break it. */
const FORMS =
  /(^|_)(kind|type|verb|status|state|purpose|channel|currency|locale|hash|token|key|id|ids|slug|url|urls|code|codes|method|provider|template|mode|scopes|events|secret|version|format|path|public_key|credential|transports|color|tier|layout|zone|address|signature|phase|link|purchase)$/;

interface Column {
  name: string;
  type: 'text' | 'ARRAY' | 'jsonb';
}

async function columnsOf({ server }: World, table: string): Promise<Column[]> {
  const { sql } = server.services.client;
  const columns = await sql<Column[]>`
    select column_name as name, data_type as type from information_schema.columns c
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
      and (data_type in ('text', 'jsonb') or data_type = 'ARRAY' and udt_name = '_text')
      and not exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
        where k.conrelid = ${table}::regclass and k.contype = 'c' and a.attname = c.column_name)`;
  return columns.filter(({ name }) => !FORMS.test(name));
}

/** The JSON with a canary for every text that the world's maker wrote. */
function marked(
  value: unknown,
  marks: readonly string[],
  canary: (path: string) => string,
  path = '',
): unknown {
  if (typeof value === 'string') return marks.some((mark) => value.includes(mark)) ? canary(path) : value;
  if (Array.isArray(value)) return value.map((each) => marked(each, marks, canary, path));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, marked(each, marks, canary, `${path}.${key}`)]),
  );
}

/**
 * Writes into every text of every row of the tenant which column of which table it is, and whose. Texts inside JSON are
 * known by the `marks` that they hold.
 */
export async function plantCanaries(
  world: World,
  { own, kept, marks }: { own: readonly string[]; kept: readonly string[]; marks: readonly string[] },
): Promise<void> {
  const { sql } = world.server.services.client;
  const ownerOf = (text: string): Owner => {
    if (kept.some((id) => text.includes(id))) return 'kept';
    return own.some((id) => text.includes(id)) ? 'own' : 'other';
  };
  let count = 0;
  for (const table of tenantTables()) {
    const columns = await columnsOf(world, table);
    if (!columns.length) continue;
    const rows = await sql<{ at: string; row: Record<string, unknown> }[]>`
      select ctid::text as at, to_jsonb(t) as row from ${sql(table)} t where tenant_id = ${world.tenant.id}`;
    const planted = rows.map(({ at, row }) => {
      const owner = ownerOf(JSON.stringify(row));
      const fresh: Record<string, unknown> = {};
      for (const { name, type } of columns) {
        const canary = (path = '') => `zzq.${table}.${name}${path}.${owner}.${++count}.qzz`;
        if (type === 'text') fresh[name] = canary();
        else if (type === 'ARRAY') fresh[name] = [canary()];
        else fresh[name] = marked(row[name], marks, canary);
      }
      return { at, fresh };
    });
    await sql.unsafe(
      `update "${table}" t set ${columns.map(({ name }) => `"${name}" = f."${name}"`)}
        from jsonb_array_elements($1::text::jsonb) e, jsonb_populate_record(null::"${table}", e->'fresh') f
        where t.tenant_id = $2 and t.ctid = (e->>'at')::tid`,
      [JSON.stringify(planted), world.tenant.id],
    );
  }
  await sql`update users set email = 'zzq.users.email.other.' || substr(id::text, 25)::text || '.qzz@example.test'
    where id in (select user_id from members where tenant_id = ${world.tenant.id} and contact_id is null)`;
}
