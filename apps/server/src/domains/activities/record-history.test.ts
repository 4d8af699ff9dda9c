import { createContact } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, testServer } from '../../testing/harness.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { readHistory } from './record-history.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

describe('the history of a record', () => {
  it('tells its changes, newest first, page by page', async () => {
    const world = await createWorld('owner');
    const { id } = await createContact(world.server.services.client.db, world.tenant.id);
    for (const company of ['A', 'B', 'C']) await updateContact(world.ctx, { id, company });
    const first = await readHistory(world.ctx, { recordId: id, limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({
      kind: 'change',
      verb: 'contact.updated',
      subject: { type: 'contact', id },
      user: { id: world.user.id },
    });
    const rest = await readHistory(world.ctx, { recordId: id, limit: 2, cursor: first.nextCursor });
    expect(rest.items).toHaveLength(1);
    expect(rest.nextCursor).toBeNull();
  });

  it('is empty for a foreign record and for what is no id', async () => {
    const [world, foreign] = [await createWorld('owner'), await createWorld('owner')];
    const { id } = await createContact(foreign.server.services.client.db, foreign.tenant.id);
    await updateContact(foreign.ctx, { id, company: 'A' });
    for (const recordId of [id, 'nothing']) {
      expect((await readHistory(world.ctx, { recordId })).items).toEqual([]);
    }
  });

  it('is refused to whoever may not read activities', async () => {
    const world = await createWorld('client');
    await expect(readHistory(world.ctx, { recordId: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
