import type { IdpKind } from '@officina/contracts/sso';
import type { Executor } from '@officina/db/client';
import { identityProviders, ssoDomains } from '@officina/db/schema/sso';
import { and, eq, isNotNull } from 'drizzle-orm';

export interface OwnProvider {
  id: string;
  kind: IdpKind;
  name: string;
  required: boolean;
}

/** The provider at which a firm's people with this address sign in; null where there is none. */
export async function ownProvider(
  db: Executor,
  tenantId: string,
  email: string,
): Promise<OwnProvider | null> {
  const [row] = await db
    .select({
      id: identityProviders.id,
      kind: identityProviders.kind,
      name: identityProviders.name,
      required: identityProviders.required,
    })
    .from(ssoDomains)
    .innerJoin(
      identityProviders,
      and(eq(identityProviders.tenantId, ssoDomains.tenantId), eq(identityProviders.id, ssoDomains.idpId)),
    )
    .where(
      and(
        eq(ssoDomains.tenantId, tenantId),
        eq(ssoDomains.domain, email.split('@').at(-1) ?? ''),
        isNotNull(ssoDomains.verifiedAt),
        eq(identityProviders.status, 'active'),
      ),
    );
  return row ?? null;
}
