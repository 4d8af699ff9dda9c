import { createContact } from '@officina/db/factories';
import { contacts } from '@officina/db/schema/contacts';
import { tenants } from '@officina/db/schema/tenancy';
import { asc, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createWorld } from '../testing/harness.ts';
import { quicken } from './row-mapper.ts';

it('reads flat rows as Drizzle does, whatever a column is', async () => {
  const { tenant, ctx } = await createWorld();
  const { db } = ctx.services.client;
  await createContact(db, tenant.id, { lastName: 'Abel', email: null, tags: ['fleet', 'vip'] });
  await createContact(db, tenant.id, { lastName: 'Bertin', email: 'b@example.test' });
  const named = db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenant.id)).as('named');
  const build = () =>
    db
      .select({
        id: contacts.id,
        email: contacts.email,
        tags: contacts.tags,
        customFields: contacts.customFields,
        createdAt: contacts.createdAt,
        isVip: contacts.isVip,
        length: sql<number>`length(contacts.last_name)`.mapWith(Number),
        initial: sql<string>`left(contacts.last_name, 1)`.as('initial'),
        firm: named.name,
      })
      .from(contacts)
      .innerJoin(named, sql`true`)
      .where(eq(contacts.tenantId, tenant.id))
      .orderBy(asc(contacts.lastName));
  const rows = await quicken(build().prepare('quickened')).execute();
  expect(rows).toEqual(await build());
  expect(rows.map(({ length, initial, firm }) => [length, initial, firm])).toEqual([
    [4, 'A', tenant.name],
    [6, 'B', tenant.name],
  ]);
  expect(rows[0]).toMatchObject({ email: null, tags: ['fleet', 'vip'], createdAt: expect.any(Date) });
});

it('leaves rows with parts to Drizzle', async () => {
  const { tenant, ctx } = await createWorld();
  await createContact(ctx.services.client.db, tenant.id, { lastName: 'Abel' });
  const statement = ctx.services.client.db
    .select({ contact: { name: contacts.lastName } })
    .from(contacts)
    .where(eq(contacts.tenantId, tenant.id))
    .prepare('unquickened');
  expect(await quicken(statement).execute()).toEqual([{ contact: { name: 'Abel' } }]);
});
