import type { DocumentAmounts } from '@officina/contracts/sales';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { prepared } from '../../kernel/statement.ts';
import { loadContact } from '../contacts/load-contact.ts';
import { freshTerms, recallTerms, type SalesTerms } from './terms.ts';

const liveVehicle = prepared((db) =>
  db
    .select({ ownerId: vehicles.ownerId })
    .from(vehicles)
    .where(
      and(
        eq(vehicles.tenantId, sql.placeholder('tenantId')),
        eq(vehicles.id, sql.placeholder('id')),
        isNull(vehicles.deletedAt),
      ),
    )
    .prepare('document_vehicle'),
);

/** Whether a document may name this vehicle: a live one of that customer. */
export async function ownsVehicle(ctx: Ctx, contactId: string, vehicleId: string): Promise<boolean> {
  const [vehicle] = await liveVehicle(ctx.db).execute({ tenantId: ctx.tenant.id, id: vehicleId });
  return vehicle?.ownerId === contactId;
}

export interface Parties {
  contactId: string;
  vehicleId?: string | null | undefined;
}

/**
 * Refuses parties that a document cannot have: NOT_FOUND for a customer who is no live contact of the tenant,
 * VALIDATION_ERROR on `vehicleId` for a vehicle that is not theirs.
 */
export async function checkParties(ctx: Ctx, { contactId, vehicleId }: Parties): Promise<void> {
  await loadContact(ctx, contactId);
  if (vehicleId && !(await ownsVehicle(ctx, contactId, vehicleId)))
    throw invalid({ field: 'vehicleId', message: 'Not a vehicle of this customer' });
}

/**
 * Runs a statement that writes a new document if its parties and terms hold, and says why when it wrote nothing:
 * the parties are refused, or the remembered terms were outdated and it is run again.
 */
export async function writeDocument<R>(
  ctx: Ctx,
  parties: Parties,
  insert: (terms: SalesTerms) => Promise<R | undefined>,
): Promise<R> {
  for (let terms = await recallTerms(ctx), attempt = 1; ; terms = await freshTerms(ctx), attempt++) {
    const made = await insert(terms);
    if (made) return made;
    await checkParties(ctx, parties);
    if (attempt === 3) throw new Error('the terms of sale keep changing');
  }
}

/** What the journal keeps of a document's amounts. */
export const journalAmounts = ({ subtotalCents, vatCents, totalCents }: DocumentAmounts) => ({
  subtotalCents,
  vatCents,
  totalCents,
});
