import { CHANGE_STATUSES, INQUIRY_STATUSES } from '@officina/contracts/portal';
import { PROJECT_STATUSES } from '@officina/contracts/studio';
import { afterAll, describe, expect, it } from 'vitest';
import { freeSubdomain } from '../../testing/free-subdomain.ts';
import { testServer } from '../../testing/harness.ts';
import { OFFICINA_CLIENTS, OFFICINA_PEOPLE } from './demo-accounts.ts';
import { fillOfficinaDemo } from './officina-demo.ts';

// The firm of calls that name none: other files rely on there being none.
afterAll(async () => freeSubdomain((await testServer()).services.client.sql, 'demo'));

describe('the default demo tenant', () => {
  it('shows a consultancy at work, staffed as the sign-in page says', async () => {
    const server = await testServer();
    server.clock.set('2026-02-28T22:30:00Z');
    await fillOfficinaDemo(server.services);
    const { sql } = server.services.client;
    const [tenant] = await sql`select id from tenants where subdomain = 'demo'`;
    const id = tenant?.id as string;

    const people = await sql`select u.email, m.role, o.display_name as organization
      from members m join users u on u.id = m.user_id
      left join contacts o on o.tenant_id = m.tenant_id and o.id = m.contact_id where m.tenant_id = ${id}`;
    const known = new Map(people.map(({ email, ...rest }) => [email, rest]));
    for (const { email, role } of OFFICINA_PEOPLE) expect(known.get(email)).toMatchObject({ role });
    for (const { email, role, organization } of OFFICINA_CLIENTS)
      expect(known.get(email)).toEqual({ role, organization });

    const words = async (table: string, column: string) => {
      const rows =
        await sql`select distinct ${sql(column)} as word from ${sql(table)} where tenant_id = ${id}`;
      return new Set(rows.map(({ word }) => word as string));
    };
    expect(await words('inquiries', 'status')).toEqual(new Set(INQUIRY_STATUSES));
    expect(await words('change_requests', 'status')).toEqual(new Set(CHANGE_STATUSES));
    const papers = await sql`select o.display_name as organization, d.category from engagement_documents d
      join contacts o on o.tenant_id = d.tenant_id and o.id = d.org_id where d.tenant_id = ${id}`;
    const categories = papers
      .filter(({ organization }) => organization === 'Acme')
      .map(({ category }) => category);
    expect(new Set(categories).size).toBe(5);
    expect(papers).toContainEqual({ organization: 'Globex', category: 'client_input' });
    expect(await words('edit_events', 'status')).toEqual(new Set(['applied', 'pending_approval']));
    expect(await words('deliverables', 'status')).toEqual(new Set(['draft', 'review', 'approved']));
    const engagements = await sql`select o.display_name as organization, e.stage, e.cost_center
      from engagements e join contacts o on o.tenant_id = e.tenant_id and o.id = e.org_id
      where e.tenant_id = ${id} order by e.created_at`;
    expect(engagements).toEqual([
      { organization: 'Acme', stage: 'delivery', cost_center: 'CC-4100' },
      { organization: 'Globex', stage: 'delivery', cost_center: null },
      { organization: 'Acme', stage: 'triage', cost_center: null },
    ]);
    expect(await words('talent_profiles', 'status')).toEqual(
      new Set(['NEW', 'REVIEWED', 'APPROVED', 'ARCHIVED']),
    );
    const studio = await sql`select i.status, i.due_date < '2026-02-28' as late, i.created_by from invoices i
      where i.tenant_id = ${id} and i.kind = 'studio'`;
    expect(studio.length).toBeGreaterThanOrEqual(12);
    expect(new Set(studio.map(({ status }) => status))).toEqual(
      new Set(['draft', 'sent', 'paid', 'cancelled']),
    );
    expect(studio.filter(({ status, late }) => status === 'sent' && late).length).toBeGreaterThanOrEqual(2);
    expect(await words('projects', 'status')).toEqual(new Set(PROJECT_STATUSES));
    const answer = await server.app.request('http://localhost:3000/api/v1/clients?limit=100', {
      headers: { host: 'localhost:3000', authorization: 'Bearer ofk_demo_4f9c2b7e1a6d8035' },
    });
    const clients = (await answer.json()) as { data: { status: string }[] };
    expect(clients.data.length).toBeGreaterThanOrEqual(12);
    expect(clients.data.some(({ status }) => status === 'inactive')).toBe(true);
    const learners = await sql`select u.email, e.enrollment_state as state, e.past_due_since as since
      from enrollments e join users u on u.id = e.user_id
      where e.tenant_id = ${id} and u.email like '%@demo.test' order by u.email collate "C"`;
    expect(learners.map(({ email, state }) => [email.replace('@demo.test', ''), state])).toEqual([
      ['learner.completed', 'completed'],
      ['learner.imported', 'active_enrolled'],
      ['learner.oriented', 'orientation_complete'],
      ['learner.pastdue', 'payment_hold'],
      ['learner.refunded', 'payment_hold'],
      ['learner.suspended', 'suspended'],
      ['learner', 'active_enrolled'],
      ['newlearner', 'enrolled_pending_orientation'],
    ]);
    const late = learners.find(({ email }) => email.startsWith('learner.pastdue'))?.since as string;
    expect(Math.floor((server.clock.now().epochMilliseconds - Date.parse(late)) / 86_400_000)).toBe(10);
    const [jordan] =
      await sql`select e.program_start_date as start, l.stripe_customer_id as customer, s.name as shop
      from enrollments e join users u on u.id = e.user_id
        join learners l on l.tenant_id = e.tenant_id and l.user_id = e.user_id
        join apprentices a on a.tenant_id = e.tenant_id and a.enrollment_id = e.id
        join shops s on s.tenant_id = a.tenant_id and s.id = a.shop_id
      where e.tenant_id = ${id} and u.email = 'learner@demo.test'`;
    expect(jordan).toMatchObject({ start: '2026-02-23', shop: 'Main Street Barbers' });
    expect(jordan?.customer).toMatch(/^cus_/);
    const [{ weeks } = {}] =
      await sql`select count(*)::int as weeks from payments p join users u on u.id = p.user_id
      where p.tenant_id = ${id} and u.email = 'learner.completed@demo.test' and p.purpose = 'weekly'`;
    expect(weeks).toBe(40);
    const orders = await sql`select status, contact_id is not null as known from orders
      where tenant_id = ${id} and purchase_type = 'deposit' order by created_at`;
    expect(orders).toEqual([
      { status: 'paid', known: true },
      { status: 'expired', known: false },
      { status: 'pending', known: false },
      { status: 'pending', known: false },
    ]);
    const events = await sql`select e.status from stripe_events e join orders o on o.stripe_session_id =
        e.payload->'data'->'object'->>'id' and o.purchase_type = 'deposit'
      where e.concerns = ${id} and o.tenant_id = ${id} order by e.received_at`;
    expect(events.map(({ status }) => status)).toEqual(['processed', 'processed', 'failed']);
    const regular =
      await sql`select u.email, s.status, s.cancel_at_period_end as ends, s.period_end > '2026-02-28T22:30:00Z' as paid
      from subscriptions s join users u on u.id = s.user_id where s.tenant_id = ${id} order by s.created_at`;
    expect(regular).toEqual([
      { email: 'client@globex.test', status: 'canceled', ends: false, paid: false },
      { email: 'client.admin@acme.test', status: 'active', ends: true, paid: true },
      { email: 'client@acme.test', status: 'active', ends: false, paid: true },
    ]);
    const bills = await sql`select o.display_name as organization, i.status, i.due_date < '2026-02-28' as late
      from invoices i join contacts o on o.tenant_id = i.tenant_id and o.id = i.contact_id
      where i.tenant_id = ${id} and i.kind = 'engagement' order by i.created_at`;
    expect(bills).toEqual([
      { organization: 'Acme', status: 'paid', late: true },
      { organization: 'Acme', status: 'sent', late: true },
      { organization: 'Globex', status: 'sent', late: false },
      { organization: 'Acme', status: 'sent', late: false },
      { organization: 'Acme', status: 'draft', late: null },
    ]);
    const [{ future } = {}] = await sql`select count(*)::int as future from journal_entries
      where tenant_id = ${id} and recorded_at > '2026-02-28T22:30:00Z'`;
    expect(future).toBe(0);
  });
});
