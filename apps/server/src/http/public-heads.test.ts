import { describe, expect, it } from 'vitest';
import { addDemoServices } from '../domains/catalogue/demo-services/add-demo-services.ts';
import type { Ctx } from '../kernel/context.ts';
import { createWorld } from '../testing/harness.ts';
import { headOf, withHead } from './public-heads.ts';

describe('the head of a public page', () => {
  it('names the firm and the service, and nothing on pages behind sign-in', async () => {
    const world = await createWorld();
    const slug = 'delivery-rescue';
    await addDemoServices(world.server.services.client.db, world.tenant.id);
    const visitor: Ctx = { ...world.ctx, actor: { kind: 'visitor' } };
    expect(await headOf(visitor, `/marketplace/${slug}`)).toEqual({
      title: `Delivery rescue · ${world.tenant.name}`,
      description: expect.stringMatching(/./),
    });
    expect((await headOf(visitor, '/marketplace'))?.title).toContain('Services');
    expect(await headOf(visitor, '/marketplace/nothing')).toBeNull();
    expect(await headOf(visitor, '/portal')).toBeNull();
  });

  it('is text, whatever it holds', () => {
    const page = withHead('<head><title>Officina</title></head>', {
      title: 'A & B',
      description: '"></head><script>',
    });
    expect(page).toContain('<title>A &amp; B</title>');
    expect(page).not.toContain('<script>');
  });
});
