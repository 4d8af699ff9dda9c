import type { ServiceView } from '@officina/contracts/catalogue';
import { serviceList } from '@officina/contracts/catalogue-inputs';
import type { Page } from '@officina/contracts/paging';
import { services } from '@officina/db/schema/engagements';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { authorize } from '../../kernel/authorize.ts';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { presentService } from './service-row.ts';

const FACTS = ['domain', 'industry', 'type', 'urgency'] as const;
type Fact = (typeof FACTS)[number];
interface Shape {
  facts: Fact[];
  retired: boolean;
  after: boolean;
}

/** Where the content says it, and whether it says several of it. */
const holds: Record<Fact, SQL> = {
  domain: sql`content->'facts'->'domains' @> to_jsonb(${sql.placeholder('domain')}::text)`,
  industry: sql`content->'facts'->'industries' @> to_jsonb(${sql.placeholder('industry')}::text)`,
  type: sql`content->'facts'->>'engagementType' = ${sql.placeholder('type')}`,
  urgency: sql`content->'facts'->>'urgencyClass' = ${sql.placeholder('urgency')}`,
};
const beyond = sql`(${services.position}, ${services.id}) > (${sql.placeholder('position')}::int, ${sql.placeholder('id')}::uuid)`;

const statement = preparedByShape(JSON.stringify, (db, { facts, retired, after }: Shape) =>
  db
    .select()
    .from(services)
    .where(
      and(
        eq(services.tenantId, sql.placeholder('tenantId')),
        retired ? undefined : isNull(services.retiredAt),
        ...facts.map((fact) => holds[fact]),
        after ? beyond : undefined,
      ),
    )
    .orderBy(asc(services.position), asc(services.id))
    .limit(sql.placeholder('limit'))
    .prepare('service_list'),
);

/** What is sold, in the catalogue's order; with `retired` also what no longer is, for who manages the catalogue. */
export const listServices = read({
  name: 'catalogue.list',
  permission: 'public',
  input: serviceList,
  async run(ctx, { limit, cursor, locale, retired, ...filters }): Promise<Page<ServiceView>> {
    if (retired) authorize(ctx.actor, 'portal.catalogue.manage');
    const after = decodeCursor(
      cursor,
      (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31,
    );
    const facts = FACTS.filter((fact) => filters[fact] !== undefined);
    const rows = await statement(ctx.db, { facts, retired, after: after !== null }).execute({
      ...filters,
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(after && { position: after.value, id: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.position, id: row.id }),
      (row) => presentService(row, locale),
    );
  },
});
