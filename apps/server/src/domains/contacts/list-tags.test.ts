import { expect, it } from 'vitest';
import { createWorld } from '../../testing/harness.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { listTags } from './list-tags.ts';

it('lists the tags of live contacts of the tenant, the commonest first', async () => {
  const [world, other] = await Promise.all([createWorld(), createWorld()]);
  const person = { firstName: 'A', lastName: 'B' };
  await createContact(world.ctx, { ...person, tags: ['fleet', 'vip'] });
  await createContact(world.ctx, { ...person, tags: ['vip'] });
  const { id } = await createContact(world.ctx, { ...person, tags: ['gone'] });
  await deleteContact(world.ctx, { id });
  await createContact(other.ctx, { ...person, tags: ['foreign'] });
  expect(await listTags(world.ctx, {})).toEqual([
    { tag: 'vip', contacts: 2 },
    { tag: 'fleet', contacts: 1 },
  ]);
});
