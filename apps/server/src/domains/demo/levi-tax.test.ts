import { BINDER_SIGNALS, CHARGE_STATUSES } from '@officina/contracts/office';
import type { Role } from '@officina/contracts/roles';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { createWorld, testServer } from '../../testing/harness.ts';
import { alerts } from '../binders/alerts.ts';
import { attention } from '../binders/attention.ts';
import { listBinders } from '../binders/list-binders.ts';
import { reminderRuns } from '../binders/reminders/reminder-runs.ts';
import { todayBoard } from '../binders/today-board.ts';
import { readChargeAging } from '../charges/charge-aging.ts';
import { LEVI_PEOPLE } from './demo-accounts.ts';
import { fillLeviTax } from './levi-tax.ts';

/** The sum over an identity number's digits, every second one doubled, is a multiple of ten. */
const isValidId = (number: string): boolean =>
  [...number].reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** A context of one of the office's people, at the test's clock. */
async function office(): Promise<Ctx> {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { sql } = world.server.services.client;
  const [levi] = await sql`select id, name from tenants where subdomain = 'levi-tax'`;
  const tenant = { ...world.tenant, id: levi?.id as TenantId, name: levi?.name as string };
  return Object.create(world.ctx, { tenant: { value: tenant } });
}

describe.each(['2026-01-15T10:00:00Z', '2026-02-28T22:30:00Z'])('the demo office, opened at %s', (now) => {
  it('has something to show in every list', async () => {
    const server = await testServer();
    server.clock.set(now);
    await fillLeviTax(server.services);
    const ctx = await office();
    const { sql } = server.services.client;
    const tenantId = ctx.tenant.id;

    const clients = await sql`select o.id_number, o.status, c.display_name,
        (select count(distinct document_type)::int from documents d where d.tenant_id = o.tenant_id
          and d.contact_id = o.contact_id and d.category = 'permanent') as files
      from office_clients o join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
      where o.tenant_id = ${tenantId}`;
    expect(clients.length).toBeGreaterThanOrEqual(40);
    expect(clients.filter(({ id_number }) => !/^\d{9}$/.test(id_number) || !isValidId(id_number))).toEqual(
      [],
    );
    expect(clients.filter(({ display_name }) => !/^[א-ת]/.test(display_name))).toEqual([]);
    expect(new Set(clients.map(({ status }) => status))).toEqual(new Set(['active', 'frozen', 'closed']));
    expect(new Set(clients.map(({ files }) => files))).toEqual(new Set([0, 1, 2, 3]));

    const { counts } = await listBinders(ctx, { tab: 'open', limit: 100 });
    expect((counts?.open ?? 0) + (counts?.returned ?? 0)).toBeGreaterThanOrEqual(70);
    expect(Math.min(...Object.values(counts ?? {}))).toBeGreaterThan(1);
    for (const signal of BINDER_SIGNALS)
      expect(
        (await listBinders(ctx, { tab: 'open', signal: [signal] })).items.length,
        signal,
      ).toBeGreaterThan(1);
    for (const workState of ['waiting_for_work', 'in_progress'] as const)
      expect((await listBinders(ctx, { tab: 'open', workState })).items.length, workState).toBeGreaterThan(3);
    const board = await todayBoard(ctx, {});
    for (const [column, { count }] of Object.entries(board.columns)) expect(count, column).toBeGreaterThan(1);
    const readyAndLate = await listBinders(ctx, { tab: 'ready', slaState: 'overdue' });
    expect(readyAndLate.items.length).toBeGreaterThan(0);
    const kinds = (await alerts(ctx, {})).items.map(({ alertType }) => alertType);
    expect(new Set(kinds)).toEqual(new Set(['overdue', 'near_sla']));
    const seen = new Set<string>();
    let cursor: string | null | undefined;
    do {
      const page = await attention(ctx, { limit: 100, cursor });
      for (const { type } of page.items) seen.add(type);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(new Set(['idle_binder', 'ready_for_pickup', 'unpaid_charge']));
    const [twice] = await sql`select binder_number from binders where tenant_id = ${tenantId}
      group by binder_number having count(*) > 1`;
    expect(twice).toBeDefined();
    const owners = await sql`select distinct contact_id from binders where tenant_id = ${tenantId}`;
    expect(owners.length).toBeGreaterThan(35);

    const charges = await sql`select status, count(*)::int as count from charges
      where tenant_id = ${tenantId} group by status`;
    expect(new Set(charges.map(({ status }) => status))).toEqual(new Set(CHARGE_STATUSES));
    expect((await readChargeAging(ctx, {})).items.length).toBeGreaterThan(4);

    const messages =
      await sql`select trigger, status, fallback_of is not null as fallback from outbox_messages
      where tenant_id = ${tenantId}`;
    expect(new Set(messages.map(({ trigger }) => trigger)).size).toBe(5);
    expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['sent', 'failed', 'skipped']));
    expect(messages.some(({ fallback }) => fallback)).toBe(true);
    const { items: runs } = await reminderRuns(ctx, { limit: 100 });
    expect(runs.some(({ startedBy }) => startedBy !== null)).toBe(true);
    expect(runs.some(({ overdue, approaching }) => overdue + approaching > 0)).toBe(true);
    // The schedule finds the day as the story left it.
    const local = ctx.now.toZonedDateTimeISO('Asia/Jerusalem');
    const last = local.hour >= 7 ? local : local.subtract({ days: 1 });
    expect(runs[0]?.runDate).toBe(last.toPlainDate().toString());

    const future = await sql`select count(*)::int as count from journal_entries
      where tenant_id = ${tenantId} and recorded_at > ${now}`;
    expect(future).toEqual([{ count: 0 }]);
  });

  it('is staffed as the sign-in page says', async () => {
    const { sql } = (await testServer()).services.client;
    const rows = await sql`select u.email, m.role from members m join users u on u.id = m.user_id
      join tenants t on t.id = m.tenant_id where t.subdomain = 'levi-tax' order by u.email`;
    expect(rows.map(({ email, role }) => ({ email, role: role as Role }))).toEqual(
      LEVI_PEOPLE.map(({ email, role }) => ({ email, role })),
    );
  });
});
