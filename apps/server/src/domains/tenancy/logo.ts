import { tenantSettings } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { readableWith } from '../documents/link-document.ts';
import { loadDocument } from '../documents/load-document.ts';

readableWith('logo', 'member');

/** The tenant's present logo with its bytes, or null: for its screens and its printed documents. */
export async function loadLogo(ctx: Ctx) {
  const [settings] = await ctx.db
    .select({ id: tenantSettings.logoDocumentId })
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, ctx.tenant.id));
  return settings?.id ? loadDocument(ctx, settings.id) : null;
}

export const readLogo = read({
  name: 'tenancy.logo',
  permission: 'member',
  input: z.object({}),
  async run(ctx) {
    const logo = await loadLogo(ctx);
    if (!logo) throw notFound('Logo');
    return { ...logo, inline: true };
  },
});
