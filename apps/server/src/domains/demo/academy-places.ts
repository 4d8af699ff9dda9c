import { partners, programs, shops, sites } from '@officina/db/schema/training-places';
import { newId } from '../../kernel/ids.ts';
import { inTransaction } from '../../kernel/operation.ts';
import { newCode } from '../training/checkin/new-code.ts';
import { type OfficinaFirm, person } from './officina-firm.ts';

export const ZONE = 'America/Indiana/Indianapolis';

interface Place {
  partner: string;
  active: boolean;
  shop: string;
  host?: string;
  sites: readonly [name: string, latitude: number, longitude: number, radiusM: number][];
}

const PLACES: readonly Place[] = [
  {
    partner: 'Main Street Group',
    active: true,
    shop: 'Main Street Barbers',
    host: 'host@demo.test',
    sites: [
      ['Main Street Barbers', 39.7684, -86.1581, 100],
      ['Main Street Annex', 39.779, -86.1581, 75],
    ],
  },
  {
    partner: 'Uptown Group',
    active: true,
    shop: 'Uptown Cuts',
    sites: [['Uptown Cuts', 39.8, -86.15, 80]],
  },
  {
    partner: 'Riverside Group',
    active: false,
    shop: 'Riverside Barber Co',
    sites: [['Riverside Barber Co', 39.75, -86.17, 100]],
  },
];

export interface Places {
  programId: string;
  /** Shops by name. */
  shops: Record<string, string>;
}

/** The programme, and where it is learned; each approved shop has a code for its wall. */
export async function layPlaces(firm: OfficinaFirm, createdAt: Date): Promise<Places> {
  const { services, tenant, story, operator } = firm;
  const tenantId = tenant.id;
  const programId = newId();
  const places: Places = { programId, shops: {} };
  await services.client.db.transaction(async (tx) => {
    await tx.insert(programs).values({
      ...{ tenantId, id: programId, createdAt, updatedAt: createdAt },
      slug: 'barber-apprenticeship',
      name: 'Barber apprenticeship',
      timeZone: ZONE,
    });
    for (const { partner, active, shop, host, sites: circles } of PLACES) {
      const [partnerId, shopId] = [newId(), newId()];
      places.shops[shop] = shopId;
      await tx
        .insert(partners)
        .values({ tenantId, id: partnerId, name: partner, status: active ? 'active' : 'pending', createdAt });
      await tx.insert(shops).values({
        tenantId,
        id: shopId,
        partnerId,
        name: shop,
        address: `${shop}, Indianapolis, IN`,
        ownerUserId: host ? person(firm, host).id : null,
        isApproved: active,
        createdAt,
      });
      await tx.insert(sites).values(
        circles.map(([name, latitude, longitude, radiusM], at) => ({
          ...{ tenantId, shopId, name, latitude, longitude, radiusM, createdAt },
          isDefault: at === 0,
        })),
      );
      if (active)
        story.at(0, 24, operator, (ctx) =>
          inTransaction(ctx, { conflicts: {}, input: null }, (unit) => newCode(unit, shopId)),
        );
    }
  });
  return places;
}
