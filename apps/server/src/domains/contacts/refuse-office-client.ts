import { officeClients } from '@officina/db/schema/office';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** Nothing of the advisory office is ever deleted. A client's contact is made with it, so none becomes one meanwhile. */
export async function refuseOfficeClient(ctx: WriteCtx, contactId: string): Promise<void> {
  const [client] = await ctx.db
    .select({ ref: officeClients.ref })
    .from(officeClients)
    .where(and(eq(officeClients.tenantId, ctx.tenant.id), eq(officeClients.contactId, contactId)));
  if (client)
    throw new AppError('CONTACT_IN_USE', 'A client of the office cannot be deleted: close it instead');
}
