import { addDays } from '@officina/contracts/calendar';
import { createBinder, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const { call } = await officeApi(world, 'member');
  const facts = { idNumber: '514000001' };
  const client = await createOfficeClient(db, world.tenant.id, facts, { displayName: 'Example Corp' });
  const binder = (binderNumber: string, age: number) =>
    createBinder(db, world.tenant.id, {
      contactId: client.contactId,
      receivedBy: world.user.id,
      binderNumber,
      receivedAt: addDays(world.ctx.today, -age),
    });
  return { world, client, binder, search: (query: string) => call('GET', `/search?${query}`) };
}

describe('GET /api/v1/search', () => {
  it('answers clients, then binders', async () => {
    const { client, binder, search } = await office();
    const { ref } = await binder('BND-001', 76);
    const { status, body } = await search('client_name=example%20CORP');
    expect(status).toBe(200);
    const of = { client_id: client.ref, client_name: 'Example Corp' };
    expect(body).toEqual({
      results: [
        { result_type: 'client', ...of, binder_id: null, binder_number: null, work_state: null, signals: [] },
        {
          result_type: 'binder',
          ...of,
          binder_id: ref,
          binder_number: 'BND-001',
          work_state: 'waiting_for_work',
          signals: ['missing_permanent_documents', 'near_sla', 'idle_binder'],
        },
      ],
      page: 1,
      page_size: 20,
      total: 2,
    });
  });

  it('answers nothing to nothing', async () => {
    const { binder, search } = await office();
    await binder('BND-001', 1);
    for (const query of ['', 'query=', 'query=%20&sla_state=&signal_type=&has_signals=', 'page=1&unknown=x'])
      expect((await search(query)).body, query).toEqual({ results: [], page: 1, page_size: 20, total: 0 });
  });

  it('takes several signals in every spelling', async () => {
    const { binder, search } = await office();
    await binder('late', 91);
    await binder('near', 80);
    await binder('fresh', 0);
    const found = async (query: string) =>
      (await search(query)).body.results.map((row: { binder_number: string }) => row.binder_number);
    for (const query of [
      'signal_type=overdue&signal_type=near_sla',
      'signal_type[]=overdue&signal_type[]=near_sla',
      'signal_type=overdue,near_sla',
      'signal_type=overdue,,near_sla,overdue',
      'signal_type%5B%5D=overdue,near_sla',
    ])
      expect(await found(query), query).toEqual(['late', 'near']);
    expect(await found('signal_type=overdue')).toEqual(['late']);
    expect(await found('has_signals=true')).toEqual(['late', 'near', 'fresh']);
    expect(await found('has_signals=false')).toEqual([]);
    expect(await found('has_signals=true&page=2&page_size=2')).toEqual(['fresh']);
  });

  it.each([
    'sla_state=late',
    'work_state=done',
    'signal_type=late',
    'signal_type=overdue,late',
    'has_signals=maybe',
    'has_signals=1',
    `query=${'x'.repeat(201)}`,
    'query=a%00b',
    'query=a&query=b',
    'page=0',
    'page_size=101',
  ])('refuses %s', async (query) => {
    const { search } = await office();
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.error.type).toBe('validation_error');
    expect(body.detail[0].loc.slice(0, 2)).toEqual(['query', query.split('=')[0]]);
  });

  it('treats wildcards, quotes and strange text as text', async () => {
    const { search } = await office();
    for (const text of ['%', '_', '\\', "'; drop table x; --", 'תיק', '🙂', '\u0301', '(', '*'])
      expect((await search(`query=${encodeURIComponent(text)}`)).body.total, text).toBe(0);
  });
});
