import { addDays } from '@officina/contracts/calendar';
import { createBinder, createCharge, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const client = await createOfficeClient(db, world.tenant.id, {}, { displayName: 'Example Corp' });
  const binder = (age: number, facts: Partial<Parameters<typeof createBinder>[2]> = {}) =>
    createBinder(db, world.tenant.id, {
      contactId: client.contactId,
      receivedBy: world.user.id,
      receivedAt: addDays(world.ctx.today, -age),
      binderNumber: `BND-${age}`,
      numberKey: `bnd-${age}`,
      ...facts,
    });
  const owes = (amountMinor: number, day: string) =>
    createCharge(db, world.tenant.id, {
      contactId: client.contactId,
      createdBy: world.user.id,
      amountMinor,
      status: 'issued',
      issuedAt: new Date(`${day}T10:00:00Z`),
    });
  return {
    world,
    client,
    binder,
    owes,
    advisor: await officeApi(world),
    secretary: await officeApi(world, 'member'),
  };
}

describe('the dashboard', () => {
  it('counts', async () => {
    const { binder, advisor, secretary } = await office();
    await binder(91);
    await binder(90);
    await binder(83, { status: 'ready_for_pickup' });
    expect((await secretary.call('GET', '/dashboard/summary')).body).toEqual({
      binders_in_office: 2,
      binders_ready_for_pickup: 1,
      binders_overdue: 1,
    });
    expect((await advisor.call('GET', '/dashboard/overview')).body).toEqual({
      total_clients: 1,
      active_binders: 3,
      overdue_binders: 1,
      binders_due_today: 1,
      binders_due_this_week: 2,
    });
    expect(await secretary.call('GET', '/dashboard/overview')).toMatchObject({
      status: 403,
      body: { detail: 'Insufficient permissions' },
    });
  });

  it('lists the work in the order of promised days', async () => {
    const { binder, client, secretary } = await office();
    const late = await binder(15);
    await binder(3);
    await binder(50, { status: 'ready_for_pickup' });
    const { status, body } = await secretary.call('GET', '/dashboard/work-queue?page=2&page_size=1');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          binder_id: late.ref,
          client_id: client.ref,
          client_name: 'Example Corp',
          binder_number: 'BND-15',
          work_state: 'waiting_for_work',
          signals: ['missing_permanent_documents', 'idle_binder'],
          days_since_received: 15,
          expected_return_at: '2026-03-31',
        },
      ],
      page: 2,
      page_size: 1,
      total: 3,
    });
  });

  it('alerts', async () => {
    const { binder, client, secretary } = await office();
    const [due, late] = [await binder(90), await binder(91)];
    await binder(74);
    const about = { client_id: client.ref, client_name: 'Example Corp' };
    expect((await secretary.call('GET', '/dashboard/alerts')).body).toEqual({
      items: [
        {
          binder_id: late.ref,
          ...about,
          binder_number: 'BND-91',
          alert_type: 'overdue',
          days_overdue: 1,
          days_remaining: null,
        },
        {
          binder_id: due.ref,
          ...about,
          binder_number: 'BND-90',
          alert_type: 'near_sla',
          days_overdue: null,
          days_remaining: 0,
        },
      ],
      total: 2,
    });
    expect((await secretary.call('GET', '/binders/overdue')).body.items).toMatchObject([{ days_overdue: 1 }]);
    expect((await secretary.call('GET', '/binders/due-today')).body.items).toMatchObject([{ id: due.ref }]);
  });

  it('asks for attention, and shows amounts to advisors alone', async () => {
    const { binder, client, owes, advisor, secretary } = await office();
    const idle = await binder(30);
    const ready = await binder(5, { status: 'ready_for_pickup' });
    const about = { client_id: client.ref, client_name: 'Example Corp' };
    const binders = [
      {
        item_type: 'idle_binder',
        binder_id: idle.ref,
        ...about,
        description: 'Binder BND-30 idle for 30 days',
      },
      {
        item_type: 'ready_for_pickup',
        binder_id: ready.ref,
        ...about,
        description: 'Binder BND-5 ready for pickup',
      },
    ];
    await owes(150_050, '2026-01-02');
    await owes(150_000, '2026-01-01');
    await owes(9_999_999_999, '2026-01-03');
    await owes(5, '2026-01-04');
    const unpaid = ['1500 ILS', '1500.50 ILS', '99999999.99 ILS', '0.05 ILS'].map((text) => ({
      item_type: 'unpaid_charge',
      binder_id: null,
      ...about,
      description: `Unpaid charge: ${text}`,
    }));
    expect((await advisor.call('GET', '/dashboard/attention')).body).toEqual({
      items: [...binders, ...unpaid],
      total: 6,
    });
    expect((await secretary.call('GET', '/dashboard/attention')).body).toEqual({ items: binders, total: 2 });
  });

  it('loses an unpaid charge once it is paid', async () => {
    const { client, advisor } = await office();
    const charge = { client_id: client.ref, amount: 1500.0, charge_type: 'retainer' };
    const { id } = (await advisor.call('POST', '/charges', charge)).body;
    const unpaid = async () => (await advisor.call('GET', '/dashboard/attention')).body.items;
    expect(await unpaid()).toEqual([]);
    await advisor.call('POST', `/charges/${id}/issue`);
    expect(await unpaid()).toMatchObject([{ description: 'Unpaid charge: 1500 ILS' }]);
    await advisor.call('POST', `/charges/${id}/mark-paid`);
    expect(await unpaid()).toEqual([]);
  });

  it('is empty in an empty office, and closed to strangers', async () => {
    const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem' });
    const { call } = await officeApi(world, 'manager');
    expect((await call('GET', '/dashboard/alerts')).body).toEqual({ items: [], total: 0 });
    expect((await call('GET', '/dashboard/attention')).body).toEqual({ items: [], total: 0 });
    expect((await call('GET', '/dashboard/work-queue')).body).toEqual({
      items: [],
      page: 1,
      page_size: 20,
      total: 0,
    });
    for (const path of ['summary', 'overview', 'work-queue', 'alerts', 'attention'])
      expect(await call('GET', `/dashboard/${path}`, undefined, { authorization: '' }), path).toMatchObject({
        status: 401,
        body: { detail: 'Not authenticated' },
      });
  });
});
