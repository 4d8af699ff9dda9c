import { plateKey } from '@officina/contracts/vehicle-identity';
import type { SamePlateVehicle } from '@officina/contracts/vehicles';
import { samePlate } from '@officina/contracts/vehicles-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, desc, eq, isNull, like, sql } from 'drizzle-orm';
import { read } from '../../kernel/operation.ts';
import { prepared } from '../../kernel/statement.ts';

// The search text holds the key on a line of its own; its index finds the few rows that the plate is compared with.
const byKey = prepared((db) =>
  db
    .select({
      id: vehicles.id,
      licensePlate: vehicles.licensePlate,
      make: vehicles.make,
      model: vehicles.model,
      ownerId: vehicles.ownerId,
      ownerName: contacts.displayName,
    })
    .from(vehicles)
    .innerJoin(contacts, and(eq(contacts.tenantId, vehicles.tenantId), eq(contacts.id, vehicles.ownerId)))
    .where(
      and(
        eq(vehicles.tenantId, sql.placeholder('tenantId')),
        isNull(vehicles.deletedAt),
        like(vehicles.searchText, sql.placeholder('line') as unknown as string),
        sql`${vehicles.id} is distinct from ${sql.placeholder('exceptId')}::uuid`,
      ),
    )
    .orderBy(desc(vehicles.updatedAt), desc(vehicles.id))
    .limit(5)
    .prepare('vehicle_same_plate'),
);

/** Live vehicles with this plate in whatever spelling: a hint for the form, since plates may be equal. */
export const findSamePlate = read({
  name: 'vehicles.samePlate',
  permission: 'vehicles.read',
  input: samePlate,
  async run(ctx, { plate, exceptId = null }): Promise<{ items: SamePlateVehicle[] }> {
    const key = plateKey(plate);
    if (key.length < 2) return { items: [] };
    const values = { tenantId: ctx.tenant.id, line: `%\n${key}\n%`, exceptId };
    const rows = await byKey(ctx.db).execute(values);
    return {
      items: rows.map(({ ownerId, ownerName, ...vehicle }) => ({
        ...vehicle,
        owner: { id: ownerId, name: ownerName },
      })),
    };
  },
});
