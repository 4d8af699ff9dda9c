import { createBinder } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { createOfficeClient } from '../office-clients/create-office-client.ts';
import { updateOfficeClient } from '../office-clients/update-office-client.ts';
import { searchRecords } from './search-records.ts';

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const client = (fullName: string, idNumber: string, phone: string | null = null) =>
    createOfficeClient(world.ctx, {
      fullName,
      idNumber,
      clientType: 'employee',
      openedAt: '2024-01-01',
      phone,
    });
  const levi = await client('דוד Lévi', '012345678', '050-123 4567');
  const binder = (number: string, facts = {}) =>
    createBinder(db, world.tenant.id, {
      contactId: levi.id,
      receivedBy: world.user.id,
      binderNumber: number,
      ...facts,
    });
  const find = (q: string) => searchRecords(world.ctx, { q });
  return { world, client, levi, binder, find };
}

describe('what the palette finds of the office', () => {
  it('finds clients by name, number and phone', async () => {
    const { levi, find } = await office();
    const hit = {
      ref: levi.ref,
      name: 'דוד Lévi',
      idNumber: '012345678',
      phone: '050-123 4567',
      status: 'active',
    };
    for (const q of ['levi', 'דוד', 'LE', '012345678', '2345', '0501234567', '050-1234567'])
      expect((await find(q)).officeClients, q).toEqual([hit]);
    for (const q of ['cohen', '%', '', '9999']) expect((await find(q)).officeClients, q).toEqual([]);
  });

  it('puts the very number first and closed clients last', async () => {
    const { world, client, find } = await office();
    const closed = await client('Levinson', '1');
    await updateOfficeClient(world.ctx, { ref: closed.ref, status: 'closed' });
    await client('Abraham Levi', '2');
    await client('Levi 012345678', '3');
    const names = async (q: string) => (await find(q)).officeClients.map(({ name }) => name);
    expect(await names('levi')).toEqual(['Levi 012345678', 'Abraham Levi', 'דוד Lévi', 'Levinson']);
    expect(await names('012345678')).toEqual(['דוד Lévi', 'Levi 012345678']);
  });

  it('finds binders by number, the open ones first', async () => {
    const { world, levi, binder, find } = await office();
    const returned = {
      status: 'returned' as const,
      returnedAt: '2026-01-10',
      returnedBy: world.user.id,
      pickupPersonName: 'Avi',
    };
    await binder('BND-1', returned);
    await binder('7');
    await binder('BND-12');
    const open = await binder('bnd-1');
    const { binders } = await find('Bnd-1');
    expect(binders.map(({ number }) => number)).toEqual(['bnd-1', 'BND-1', 'BND-12']);
    expect(binders[0]).toEqual({
      ref: open.ref,
      number: 'bnd-1',
      status: 'in_office',
      client: { ref: levi.ref, name: 'דוד Lévi' },
    });
    expect((await find('7')).binders.map(({ number }) => number)).toEqual(['7']);
    expect((await find('%')).binders).toEqual([]);
  });

  it('shows nothing of another tenant nor to other roles', async () => {
    const { world, binder } = await office();
    await binder('BND-1');
    const stranger = await createWorld('member');
    const accountant = await world.as('accountant');
    for (const ctx of [stranger.ctx, accountant])
      for (const q of ['levi', 'bnd-1'])
        expect(await searchRecords(ctx, { q })).toMatchObject({ officeClients: [], binders: [] });
  });
});
